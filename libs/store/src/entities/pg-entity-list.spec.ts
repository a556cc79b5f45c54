import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY, type Sight } from '@risk/domain';
import { PgTown } from '../testing/pg-town.js';
import { storeDatabase } from '../testing/store-database.js';
import type { EntityWords } from './entity-finding.js';
import { PgEntityList, type EntityQuestion } from './pg-entity-list.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let town: PgTown;
beforeAll(async () => {
  db = await storeDatabase();
});
beforeEach(async () => {
  town = await PgTown.empty(db.database);
});
afterAll(() => db.drop());

const ASKED: EntityQuestion = {
  ...{ limit: 50, after: null, sort: 'score', isDescending: true, sight: WHOLE_CITY },
  ...{ words: null, tier: null, scheme: null, region: null, kind: null, licensed: null },
  sample: null,
};
const WORDS: EntityWords = { names: [], code: null, keys: [], owners: [], id: null };

const page = (question: Partial<EntityQuestion> = {}) =>
  new PgEntityList(db.database).page({ ...ASKED, ...question });
const names = async (question: Partial<EntityQuestion> = {}): Promise<string[]> =>
  (await page(question)).rows.map(({ name }) => name);
const sought = (words: Partial<EntityWords>) => names({ words: { ...WORDS, ...words } });

/** An entity whose name is that of its keys' first, and what else stands in its row. */
async function firm(name: string, keys: readonly string[] = [], more: object = {}) {
  const founder = { name, regionCode: null, provisional: false };
  const id = await town.story.foundAs([...keys, `name:${name}`], founder, town.now);
  for (const [column, value] of Object.entries(more))
    await db.database.rows(`update entity set ${column} = $2 where id = $1`, [id, value]);
  return id;
}

describe('an entity is found', () => {
  beforeEach(async () => {
    const now = await firm('郴州星河投资', ['name:郴州旧梦商贸', 'phone:13800001234']);
    await db.database.rows(`update entity set uscc = '91431002MA4L00001X' where id = $1`, [now]);
    await firm('桂阳月光茶馆', ['website:moon.com']);
    await town.story.describe(now, {
      name: '郴州星河投资',
      ties: { representative: ['张三@4310'] },
    });
  });

  it.each<[string, Partial<EntityWords>, string[]]>([
    ['a part of its name', { names: ['星河'] }, ['郴州星河投资']],
    ['a part of a name it had', { names: ['旧梦商'] }, ['郴州星河投资']],
    ['one of several ways to read the words', { names: ['没有', '月光'] }, ['桂阳月光茶馆']],
    ['the beginning of its code', { code: '914310' }, ['郴州星河投资']],
    ['a phone', { keys: [{ kind: 'phone', value: '13800001234' }] }, ['郴州星河投资']],
    ['a site', { keys: [{ kind: 'website', value: 'moon.com' }] }, ['桂阳月光茶馆']],
    ['who represents it', { owners: ['张三@4310'] }, ['郴州星河投资']],
    ['its id', { id: '2' }, ['桂阳月光茶馆']],
  ])('by %s', async (_what, words, found) => {
    expect(await sought(words)).toEqual(found);
  });

  it.each<[string, Partial<EntityWords>]>([
    ['signs that stand apart in a name', { names: ['星投'] }],
    ['what LIKE takes for any sign', { names: ['星_'] }],
    ['the middle of a code', { code: '431002MA' }],
    ['a part of a phone', { keys: [{ kind: 'phone', value: '1380000' }] }],
    ['nothing that can be looked for', {}],
  ])('not by %s', async (_what, words) => {
    expect(await sought(words)).toEqual([]);
  });

  it('as the whole that it was merged into', async () => {
    const draft = await firm('草稿星');
    await town.join(draft, '1');
    expect(await sought({ names: ['草稿'] })).toEqual(['郴州星河投资']);
    expect(await sought({ id: draft })).toEqual(['郴州星河投资']);
    await town.part(draft);
    expect(await sought({ names: ['草稿'] })).toEqual(['草稿星']);
  });

  it('among very many of the same words without gathering them all', async () => {
    await db.database.rows(`
      insert into entity (root_id, identity, name, folded_name, provisional, founded_at, sample, score)
      select 0, 'many:' || n, '遍地公司' || n, '遍地' || n, false, now(), false, n from generate_series(1, 10050) n;
      update entity set root_id = id where root_id = 0;
      insert into entity_key (kind, value, entity_id) select 'name', folded_name, id from entity where identity like 'many:%'`);
    const found = await page({ words: { ...WORDS, names: ['遍地'] }, limit: 2 });
    expect(found.rows.map(({ name }) => name)).toEqual(['遍地公司10050', '遍地公司10049']);
    expect(found.total).toBe(10_001);
  });
});

describe('the list of entities', () => {
  beforeEach(async () => {
    const pyramid = { scheme: 'pyramid-selling' };
    const first = await firm('甲', [], {
      ...{ score: 80, tier: 'red', region_code: '431002', index: pyramid },
      evidence_at: '2026-11-01T08:00:00+08:00',
    });
    await firm('乙', [], {
      ...{ score: 50, tier: 'yellow', person_tier: 'blue', provisional: true },
      ...{ index: { scheme: 'other' }, evidence_at: '2026-11-02T08:00:00+08:00' },
    });
    await firm('丙', ['uscc:9X'], { sample: true, uscc: '9X', index: { scheme: 'other' } });
    await firm('丁', [], { parent_id: first });
  });

  it.each<[string, Partial<EntityQuestion>, string[]]>([
    ['the highest index first', {}, ['甲', '乙', '丁', '丙']],
    ['by latest evidence', { sort: 'evidenceAt' }, ['乙', '甲', '丁', '丙']],
    ['of a tier', { tier: 'red' }, ['甲']],
    ['of a tier by a person, whatever the model says', { tier: 'blue' }, ['乙']],
    ['not of a tier that a person took away', { tier: 'yellow' }, []],
    ['of a scheme', { scheme: 'pyramid-selling' }, ['甲']],
    ['of a scheme that nobody without an index is of', { scheme: 'other' }, ['乙']],
    ['of a region', { region: '431002' }, ['甲']],
    ['that are named in records only', { kind: 'provisional' }, ['乙']],
    ['that are branches', { kind: 'branch' }, ['丁']],
    ['that are registered', { kind: 'registered' }, ['甲', '丙']],
    ['that are samples', { sample: true }, ['丙']],
    ['that are real', { sample: false }, ['甲', '乙', '丁']],
  ])('%s', async (_what, question, found) => {
    expect(await names(question)).toEqual(found);
  });

  it('stands by name in the order of the database', async () => {
    const sorted = await db.database.rows<{ name: string }>(
      'select name from entity order by name',
    );
    expect(await names({ sort: 'name', isDescending: false })).toEqual(
      sorted.map(({ name }) => name),
    );
  });

  it('tells who is licensed by a code, or by a name where there is no code', async () => {
    const licensed = { codes: ['9X'], names: ['甲', '丙'] };
    expect(await names({ licensed: { ...licensed, isWanted: true } })).toEqual(['甲', '丙']);
    expect(await names({ licensed: { ...licensed, isWanted: false } })).toEqual(['乙', '丁']);
    const foreign = { codes: ['8Y'], names: ['丙'] };
    expect(await names({ licensed: { ...foreign, isWanted: true } })).toEqual([]);
  });

  it('tells of each what stands in a line', async () => {
    const { rows, total, next } = await page({ tier: 'blue' });
    expect(rows).toEqual([
      {
        ...{ id: '2', name: '乙', uscc: null, regionCode: null, kind: 'provisional' },
        ...{ sample: false, score: 50, tier: 'yellow', personTier: 'blue', scheme: 'other' },
        ...{ evidenceAt: new Date('2026-11-02T08:00:00+08:00'), alertId: null },
      },
    ]);
    expect([total, next]).toEqual([1, null]);
  });
});

describe('who sees what of it', () => {
  const market: Sight = { units: ['scj'], regions: 'all' };
  const north: Sight = { units: 'all', regions: ['431002'] };
  const south: Sight = { units: 'all', regions: ['431003'] };

  it('is who sees an alert of any part, with that alert', async () => {
    const [seen, part, other] = [await firm('甲'), await firm('甲草'), await firm('乙')];
    await town.join(part, seen);
    const alert = await town.alert(part, 'red', { regionCode: '431002' });
    const untold = await town.alert(other, 'red', { regionCode: '431003' });
    await town.tellUnit(alert, 'scj');
    const told = async (sight: Sight) =>
      (await page({ sight })).rows.map(({ name, alertId }) => [name, alertId]);
    expect(await told(market)).toEqual([['甲', alert]]);
    expect(await told(north)).toEqual([['甲', alert]]);
    expect(await told(south)).toEqual([['乙', untold]]);
    expect(await told(WHOLE_CITY)).toEqual(
      expect.arrayContaining([
        ['甲', alert],
        ['乙', untold],
      ]),
    );
    expect(await told({ units: ['nobody'], regions: 'all' })).toEqual([]);
    expect((await page({ sight: market })).total).toBe(1);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY } from '@risk/domain';
import { checkedTipFiles } from '../../../tips/src/tip-file.js';
import {
  NOON,
  PNG,
  promisesOfTipStore,
  tipDraft,
} from '../../../tips/src/testing/tip-store.contract.js';
import type { TipDraft } from '@risk/tips';
import { PgUnitOfWork } from '../pg-unit-of-work.js';
import { emptyPgBed } from '../testing/pg-bed.js';
import { storeDatabase } from '../testing/store-database.js';
import { VaultCipher } from '../vault-cipher.js';
import { PgTipBook, type TipQuestion } from './pg-tip-book.js';
import { PgTips } from './pg-tips.js';
import { emptyTables } from '../testing/empty-tables.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

const sql = <T>(text: string, values: unknown[] = []) => db.database.rows<T>(text, values);
const cipher = new VaultCipher(Buffer.alloc(32, 3));

async function bed() {
  await emptyPgBed(db.database);
  await emptyTables(db.database, 'tip', 'tip_file', 'tip_review');
  return { store: new PgTips(db.database, cipher), work: new PgUnitOfWork(db.database) };
}

describe('reports of citizens in PostgreSQL', () => {
  promisesOfTipStore(bed);
});

const FILES = checkedTipFiles([{ bytes: PNG }], { most: 5, eachBytes: 100 });
const ALL: TipQuestion = {
  ...{ limit: 50, after: null, sort: 'receivedAt', isDescending: true },
  ...{ region: null, anonymous: null, words: null },
};

let store: PgTips;
let book: PgTipBook;
let work: PgUnitOfWork;
beforeEach(async () => {
  ({ store, work } = await bed());
  book = new PgTipBook(db.database, cipher);
});
const keep = (draft: TipDraft) => work.run((tx) => store.keep(tx, draft, FILES));

/** The record of a report and the entity that it names. */
async function recordOf(
  sourceId: string,
  payload: object = { text: '某公寓许诺高息', targets: [{ name: '甲公寓' }, { phone: '1' }] },
): Promise<{ record: string; entity: string }> {
  const [record] = await sql<{ id: string }>(
    `insert into record (feed, source, source_id, fingerprint, occurred_at, received_at, day, operation, door,
       origin, changes, related, payload, secret, sample, current)
     values ('complaint', 'public-report', $1, $1, $2, $2, '2026-11-02', 'upsert', 'http', '{}', 0, '{}', $3,
       false, false, true) returning id`,
    [sourceId, NOON, payload],
  );
  const [entity] = await sql<{ id: string }>(
    `insert into entity (id, root_id, identity, name, folded_name, provisional, founded_at, sample)
     overriding system value
     select id, id, 'x' || id, 'x' || id, 'x' || id, false, now(), false
     from nextval(pg_get_serial_sequence('entity', 'id')) id returning id`,
  );
  await sql(
    `insert into entity_link (record_id, entity_id, role, confidence, because, flags)
     values ($1, $2, 'target', 1, 'x', '{}')`,
    [record!.id, entity!.id],
  );
  return { record: record!.id, entity: entity!.id };
}

async function alertOf(entity: string, stage: string, changedAt = NOON, into?: string) {
  const status = into === undefined ? (stage === 'closed' ? 'closed' : 'open') : 'merged';
  const [row] = await sql<{ id: string }>(
    `insert into alert (entity_id, entity_name, status, stage, tier, index, raised_at, changed_at, revision,
       sample, merged_into)
     values ($1, '甲公寓', $2, $3, 'red', '{}', $4, $4, 1, false, $5) returning id`,
    [entity, status, stage, changedAt, into ?? null],
  );
  return row!.id;
}

const fate = async () => (await store.fateOf(tipDraft().code))!;
const BEFORE = new Date(NOON.getTime() - 1000);

describe('what became of a report', () => {
  beforeEach(() => keep(tipDraft()));

  it('is nothing while its record is on its way', async () => {
    expect(await fate()).toMatchObject({ stages: [], hasOutcome: false });
  });

  it('is how far people are with the alerts of those that it names', async () => {
    const { entity } = await recordOf('id-a');
    expect(await fate()).toMatchObject({ stages: [] });
    await alertOf(entity, 'verifying');
    expect(await fate()).toMatchObject({ stages: ['verifying'] });
  });

  it('is not an alert that ended before it came', async () => {
    const { entity } = await recordOf('id-a');
    await alertOf(entity, 'closed', BEFORE);
    expect(await fate()).toMatchObject({ stages: [] });
    await alertOf(entity, 'raised', BEFORE);
    expect(await fate()).toMatchObject({ stages: ['raised'] });
  });

  it('is that of the alert into which another was merged', async () => {
    const { entity } = await recordOf('id-a');
    const other = await recordOf('id-b');
    const goal = await alertOf(other.entity, 'closed');
    await alertOf(entity, 'raised', NOON, goal);
    expect(await fate()).toMatchObject({ stages: ['closed'] });
  });

  it('counts what a person said since', async () => {
    const { entity } = await recordOf('id-a');
    const say = (at: Date) =>
      sql(
        `insert into outcome (entity_id, verdict, decided_by, because, decided_at)
         values ($1, 'refuted', '张某', '核实', $2)`,
        [entity, at],
      );
    await say(BEFORE);
    expect(await fate()).toMatchObject({ hasOutcome: false });
    await say(NOON);
    expect(await fate()).toMatchObject({ hasOutcome: true });
  });
});

describe('the book of the office', () => {
  it('lists what came, with how many sent the same', async () => {
    await keep(tipDraft());
    await keep(tipDraft('b', { sourceId: 'id-a', isAnonymous: false }));
    const { record } = await recordOf('id-a');
    const { rows, total } = await book.list(ALL, WHOLE_CITY);
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      { id: '2', anonymous: false, same: 2 },
      { id: '1', recordId: record, excerpt: '某公寓许诺高息', targets: ['甲公寓'], files: 1 },
    ]);
  });

  it.each<[string, Partial<TipQuestion>, string[]]>([
    ['all', {}, ['2', '1']],
    ['by region', { region: '431003' }, ['2']],
    ['without a name', { anonymous: true }, ['1']],
    ['by words', { words: '高息' }, ['1']],
    ['by words that are signs to SQL', { words: '%' }, []],
  ])('finds %s', async (_what, more, ids) => {
    await keep(tipDraft());
    await keep(tipDraft('b', { isAnonymous: false, regionCode: '431003' }));
    await recordOf('id-a');
    const { rows } = await book.list({ ...ALL, ...more }, WHOLE_CITY);
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it('shows member units none of it, and regions their own', async () => {
    await keep(tipDraft());
    const seen = async (units: 'all' | string[], regions: 'all' | string[]) =>
      (await book.list(ALL, { units, regions })).total;
    expect(await seen('all', ['431002'])).toBe(1);
    expect(await seen('all', ['431003'])).toBe(0);
    expect(await seen(['gaj'], 'all')).toBe(0);
  });

  it('shows of an alert the tier that a person set, and else the model’s', async () => {
    await keep(tipDraft());
    const { entity } = await recordOf('id-a');
    await alertOf(entity, 'raised');
    expect((await book.one('1'))?.alerts).toMatchObject([{ tier: 'red' }]);
    await sql("update alert set person_tier = 'yellow'");
    expect((await book.one('1'))?.alerts).toMatchObject([{ tier: 'yellow' }]);
  });

  it('has one with its files, its alerts and the word of the office', async () => {
    await keep(tipDraft());
    const { entity } = await recordOf('id-a');
    const alert = await alertOf(entity, 'raised');
    await work.run((tx) =>
      store.review(tx, { tipId: '1', by: '张某', because: '已另行处理', at: NOON }),
    );
    const tip = (await book.one('1'))!;
    expect(tip).toMatchObject({
      filesKept: [{ name: '举报附件1.png', size: PNG.length }],
      alerts: [{ id: alert, entityName: '甲公寓', stage: 'raised' }],
      review: { by: '张某', because: '已另行处理', at: NOON },
      payload: { text: '某公寓许诺高息' },
    });
    const file = await book.file('1', tip.filesKept[0]!.id);
    expect(file!.bytes.equals(PNG)).toBe(true);
    expect(await book.file('2', tip.filesKept[0]!.id)).toBeNull();
    expect(await book.one('2')).toBeNull();
  });
});

describe('a kept report', () => {
  it.each([
    'update tip set anonymous = false',
    'delete from tip',
    `update tip_file set name = 'x'`,
    'delete from tip_file',
    'truncate tip cascade',
  ])('is not changed by: %s', async (text) => {
    await keep(tipDraft());
    await expect(sql(text)).rejects.toThrow('只许追加');
  });

  it('lies sealed, and neither its code nor who sent it anywhere', async () => {
    await keep(tipDraft());
    const [row] = await sql<{ sealed: Buffer }>('select sealed from tip_file');
    expect(row!.sealed.includes(PNG.subarray(0, 8))).toBe(false);
  });
});

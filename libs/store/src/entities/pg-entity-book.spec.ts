import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY, type Sight } from '@risk/domain';
import { feedRecord, signal } from '../../../assessment/src/testing/judged.js';
import { PgTown } from '../testing/pg-town.js';
import { storeDatabase } from '../testing/store-database.js';
import { VaultCipher } from '../vault-cipher.js';
import type { HistoryReader } from './entity-history.js';
import { PgEntityBook } from './pg-entity-book.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let town: PgTown;
let book: PgEntityBook;
beforeAll(async () => {
  db = await storeDatabase();
  book = new PgEntityBook(db.database, new VaultCipher(Buffer.alloc(32, 3)));
});
beforeEach(async () => {
  town = await PgTown.empty(db.database);
});
afterAll(() => db.drop());

const OFFICE: HistoryReader = { sight: WHOLE_CITY, mayReadRecords: true };
const UNIT: HistoryReader = { sight: { units: ['scj'], regions: 'all' }, mayReadRecords: false };
const COUNTY: HistoryReader = {
  sight: { units: 'all', regions: ['431003'] },
  mayReadRecords: true,
};
const PAGE = { limit: 50, after: null, sort: 'occurredAt', isDescending: true } as const;

const REGISTERED = {
  event: 'establish',
  ...{ name: '郴州星河投资有限公司', legalRepresentative: '张三', registeredCapital: 5_000_000 },
  ...{ address: '北湖区解放路1号', businessScope: '投资咨询', phones: ['0735-2223333'] },
};

/** A firm that is registered and complained of by somebody who tells who he is. */
async function firm(): Promise<string> {
  const id = await town.found('星河投资');
  await town.story.tell(
    feedRecord('registration', 'r1', { payload: { ...REGISTERED, regionCode: '431002' } }),
    { about: [id], role: 'subject', signals: [] },
  );
  await town.story.complaint(
    id,
    'c1',
    { payload: { title: '反映高息', text: '我叫王小明，星河投资承诺保本', regionCode: '431002' } },
    { signals: [signal('AD-GUARANTEE', { because: '我叫王小明，承诺保本' })] },
  );
  return id;
}

describe('the profile of an entity', () => {
  it('tells what the register says, what people decided, and what was merged', async () => {
    const id = await firm();
    const draft = await town.found('星河');
    await town.join(draft, id);
    const alert = await town.alert(id, 'orange');
    await town.decide(id, null, 'red', 'orange');
    await town.end(id, { verdict: 'administrative' });
    const profile = await book.profile(draft, WHOLE_CITY);
    expect(profile).toMatchObject({
      id,
      registered: { legalRepresentative: '张三', registeredCapital: 5_000_000 },
      person: { tier: 'red' },
      records: { registration: 1, complaint: 1, advertisement: 0 },
      alerts: [{ id: alert, personTier: 'red', status: 'open' }],
      decisions: [{ to: 'red', modelTier: 'orange' }],
      outcomes: [{ verdict: 'administrative' }],
      merges: [{ memberId: draft, intoId: id, because: '名称相同', undoneAt: null }],
      parent: null,
    });
  });

  it('tells only of alerts that are seen', async () => {
    const id = await firm();
    await town.alert(id, 'orange');
    expect((await book.profile(id, UNIT.sight))?.alerts).toEqual([]);
  });

  it('tells that a merge was undone, on both sides', async () => {
    const [id, draft] = [await firm(), await town.found('星河')];
    await town.join(draft, id);
    await town.part(draft);
    const merge = { memberId: draft, undoneBy: '李科长' };
    expect((await book.profile(id, WHOLE_CITY))?.merges).toMatchObject([merge]);
    expect((await book.profile(draft, WHOLE_CITY))?.merges).toMatchObject([merge]);
  });

  it('is null for nobody', async () => {
    expect(await book.profile('999', WHOLE_CITY)).toBeNull();
    expect(await book.rootOf('999')).toBeNull();
  });
});

describe('the records about an entity', () => {
  it('come with what they say, and nothing of who reported', async () => {
    const { rows, total, withheld } = await book.records(await firm(), {
      ...PAGE,
      ...OFFICE,
      feed: null,
    });
    expect(rows).toMatchObject([
      {
        feed: 'complaint',
        title: '反映高息',
        text: '我叫＊＊＊，星河投资承诺保本',
        signals: [{ code: 'AD-GUARANTEE', points: 40, because: '我叫＊＊＊，承诺保本' }],
      },
      { feed: 'registration', title: '设立登记', text: null, signals: [], role: 'subject' },
    ]);
    expect(rows.every((row) => !('payload' in row) && !('sealed' in row))).toBe(true);
    expect([total, withheld]).toEqual([2, 0]);
    expect(JSON.stringify(rows)).not.toContain('王小明');
  });

  it.each([
    ['who may not read records', UNIT],
    ['whose regions are others', COUNTY],
  ])('are without complaints for %s, who learns how many are left out', async (_who, reader) => {
    const page = await book.records(await firm(), { ...PAGE, ...reader, feed: null });
    expect(page.rows.map(({ feed }) => feed)).toEqual(['registration']);
    expect(page.withheld).toBe(1);
  });

  it('can be those of one feed, and are each told once', async () => {
    const id = await firm();
    const draft = await town.found('星河');
    await town.story.tell(feedRecord('advertisement', 'a1', { payload: { text: '保本' } }), {
      about: [id, draft],
      role: 'advertiser',
    });
    await town.join(draft, id);
    const page = await book.records(id, { ...PAGE, ...OFFICE, feed: 'advertisement' });
    expect(page.rows.map(({ title }) => title)).toEqual(['保本']);
  });

  it('are those in force', async () => {
    const id = await firm();
    await town.story.complaint(id, 'c1', { operation: 'withdraw', payload: { text: '撤回' } });
    const page = await book.records(id, { ...PAGE, ...OFFICE, feed: 'complaint' });
    expect(page.rows).toEqual([]);
  });
});

describe('the history of an entity', () => {
  it('tells what moved and what happened, oldest first', async () => {
    const id = await firm();
    const draft = await town.found('星河');
    await town.score(id, 'blue', 20);
    town.wait(1);
    const alert = await town.alert(id, 'red');
    town.wait(1);
    await town.decide(id, null, 'orange', 'red');
    await town.join(draft, id);
    town.wait(1);
    await town.part(draft);
    await town.end(id, { verdict: 'confirmed', scheme: 'illegal-fundraising' });
    const { points, events, isCut } = await book.history(id, OFFICE);
    expect(points.map(({ tier, score }) => [tier, score])).toEqual([
      ['blue', 20],
      ['red', expect.any(Number)],
    ]);
    const kinds = events.map(({ kind }) => kind);
    expect([...kinds].sort()).toEqual(
      ['alert', 'alert', 'merged', 'outcome', 'parted', 'record', 'record', 'tier'].sort(),
    );
    expect(events.filter(({ kind }) => kind === 'alert')).toMatchObject([
      { alertId: alert, change: 'raised', tier: 'red' },
      { alertId: alert, tier: 'orange' },
    ]);
    const times = events.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(isCut).toBe(false);
  });

  it('names no complaint and no alert to whom they are not shown', async () => {
    const id = await firm();
    await town.alert(id, 'red');
    const { events } = await book.history(id, UNIT);
    expect(events.map((event) => ('feed' in event ? event.feed : event.kind))).toEqual([
      'registration',
    ]);
  });
});

describe('what was known of an entity', () => {
  it('is what stood at that moment', async () => {
    const id = await firm();
    await town.score(id, 'blue', 20);
    const alert = await town.alert(id, 'orange');
    const then = town.now;
    town.wait(5);
    await town.score(id, 'red', 90);
    await town.decide(id, null, 'red', 'orange');
    const before = await book.then(id, then, OFFICE);
    const now = await book.then(id, town.now, OFFICE);
    expect(before).toMatchObject({
      index: { tier: 'orange' },
      person: null,
      alerts: [{ alertId: alert, tier: 'orange' }],
      records: { registration: 1, complaint: 1, advertisement: 0 },
      registered: { name: '郴州星河投资有限公司' },
    });
    expect(before?.latest.map(({ feed }) => feed)).toEqual(['complaint', 'registration']);
    expect(now).toMatchObject({ index: { score: 90 }, person: { tier: 'red' } });
  });

  it('is nothing before it was founded', async () => {
    const id = await firm();
    expect(await book.then(id, new Date('2026-01-01T00:00:00Z'), OFFICE)).toBeNull();
  });

  it('shows no complaint to whom it is not for, but counts them', async () => {
    const known = await book.then(await firm(), town.now, UNIT);
    expect(known?.latest.map(({ feed }) => feed)).toEqual(['registration']);
    expect(known?.records.complaint).toBe(1);
  });

  it('of a part is that of the part while it was alone', async () => {
    const [draft, id] = [await town.found('星河'), await firm()];
    const alone = town.now;
    town.wait(1);
    await town.join(draft, id);
    expect((await book.then(draft, alone, OFFICE))?.id).toBe(draft);
    expect((await book.then(draft, town.now, OFFICE))?.id).toBe(id);
  });
});

describe('the neighbours of an entity', () => {
  const ask = (id: string, more: { degrees?: 1 | 2; sight?: Sight } = {}) =>
    book.neighbours(id, { at: town.now, degrees: 2, sight: WHOLE_CITY, ...more });

  const tied = async (name: string, keys: readonly string[], ties: object = {}) => {
    const id = await town.story.foundAs([`name:${name}`, ...keys], { name }, town.now);
    await town.story.describe(id, { name, ties }, town.now);
    return id;
  };

  it('are those who share a representative, a shareholder, an address, a phone or a site', async () => {
    const id = await tied('甲', ['phone:0735', 'website:a.com'], {
      ...{ representative: ['张三@4310'], shareholder: ['李四@4310'], address: ['解放路1号@4310'] },
    });
    await tied('代', [], { representative: ['张三@4310'] });
    await tied('股', [], { shareholder: ['李四@4310'] });
    await tied('址', [], { address: ['解放路1号@4310'] });
    await tied('电', ['phone:0735']);
    await tied('网', ['website:a.com']);
    await tied('无', ['phone:0736'], { representative: ['王五@4310'] });
    const { neighbours, bonds } = await ask(id);
    expect(neighbours.map(({ name, degree }) => `${name}${degree}`)).toEqual([
      '甲0',
      '代1',
      '股1',
      '址1',
      '电1',
      '网1',
    ]);
    expect(bonds.map(({ kind, value }) => [kind, value]).sort()).toEqual(
      [
        ['address', '解放路1号'],
        ['phone', '0735'],
        ['representative', '张三'],
        ['shareholder', '李四'],
        ['website', 'a.com'],
      ].sort(),
    );
  });

  it('go two steps, or one where that is asked', async () => {
    const [a, b, c] = [
      await tied('甲', ['phone:1']),
      await tied('乙', ['phone:1', 'phone:2']),
      await tied('丙', ['phone:2']),
    ];
    const two = await ask(a);
    expect(two.neighbours.map(({ id, degree }) => [id, degree])).toEqual([
      [a, 0],
      [b, 1],
      [c, 2],
    ]);
    expect(two.bonds).toHaveLength(2);
    expect((await ask(a, { degrees: 1 })).neighbours.map(({ id }) => id)).toEqual([a, b]);
  });

  it('are branches and parents, of which there may be many', async () => {
    const parent = await tied('总', []);
    const branches: string[] = [];
    for (let n = 0; n < 3; n++) branches.push(await tied(`分${n}`, [], { parent: ['总'] }));
    const { bonds } = await ask(parent, { degrees: 1 });
    expect(bonds).toEqual(
      branches.map((from) => ({ from, to: parent, kind: 'parent', value: null })),
    );
    expect((await ask(branches[0] ?? '', { degrees: 1 })).bonds[0]).toMatchObject({ to: parent });
  });

  it('are none by a key that more than thirty bear', async () => {
    const id = await tied('甲', ['phone:0735']);
    for (let n = 0; n < 30; n++) await tied(`邻${n}`, ['phone:0735']);
    expect((await ask(id)).neighbours).toHaveLength(1);
  });

  it('are at most sixty, and it is said how many more there are', async () => {
    const id = await tied('甲', ['phone:1', 'phone:2', 'phone:3']);
    for (const phone of ['1', '2', '3'])
      for (let n = 0; n < 25; n++) await tied(`邻${phone}-${n}`, [`phone:${phone}`]);
    const { neighbours, leftOut } = await ask(id, { degrees: 1 });
    expect([neighbours.length, leftOut]).toEqual([60, 16]);
  });

  it('who are out of sight are counted, and lead no further', async () => {
    const [a, b] = [await tied('甲', ['phone:1']), await tied('乙', ['phone:1', 'phone:2'])];
    const c = await tied('丙', ['phone:2']);
    for (const id of [a, c]) await town.tellUnit(await town.alert(id, 'red'), 'scj');
    const seen = await ask(a, { sight: UNIT.sight });
    expect(seen.neighbours.map(({ id }) => id)).toEqual([a]);
    expect([seen.outOfSight, seen.bonds]).toEqual([1, []]);
    await town.tellUnit(await town.alert(b, 'red'), 'scj');
    const more = await ask(a, { sight: UNIT.sight });
    expect(more.neighbours.map(({ id }) => id)).toEqual([a, b, c]);
  });

  it('are real where it is real, and samples where it is a sample', async () => {
    const id = await tied('甲', ['phone:1']);
    await town.story.foundAs(['name:样', 'phone:1'], { sample: true }, town.now);
    expect((await ask(id)).neighbours).toHaveLength(1);
  });
});

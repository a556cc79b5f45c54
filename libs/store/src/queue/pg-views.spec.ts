import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { storeDatabase } from '../testing/store-database.js';
import { PgColleagues } from './pg-colleagues.js';
import { MOST_VIEWS, PgViews } from './pg-views.js';
import { emptyTables } from '../testing/empty-tables.js';

const ACCOUNT = `
  insert into account (login, name, unit, roles, regions, state, password_at, must_change, made_by, made_at, approved_by,
    valid_until)
  values ($1, $1, $2, '{monitor}', $3, $4, now(), false, '测试', now(), '测试', $5) returning id
`;

let db: Awaited<ReturnType<typeof storeDatabase>>;
let views: PgViews;
const people: Record<string, { id: string; unit: string }> = {};
beforeAll(async () => {
  db = await storeDatabase();
  views = new PgViews(db.database);
  for (const [name, unit, regions, state, until] of [
    ['张', 'office', null, 'active', null],
    ['李', 'office', ['990001'], 'active', '2026-11-02'],
    ['王', 'office', null, 'disabled', null],
    ['赵', 'office', null, 'active', '2026-11-01'],
    ['周', 'market', null, 'active', null],
  ] as const) {
    const [made] = await db.database.rows<{ id: string }>(ACCOUNT, [
      ...[name, unit, regions, state, until],
    ]);
    people[name] = { id: made!.id, unit };
  }
});
beforeEach(() => emptyTables(db.database, 'alert_view'));
afterAll(() => db.drop());

const who = (name: string) => people[name]!;
const add = (name: string, view: string, isShared = false) =>
  views.add(who(name), {
    ...{ name: view, query: 'tier=red', isShared, madeBy: name, at: new Date() },
  });
const seenBy = async (name: string) => (await views.list(who(name))).map((view) => view.name);

describe('views', () => {
  it('of a person are seen by nobody else, those of a unit by all of it', async () => {
    await add('张', '自己的');
    await add('张', '共用的', true);
    expect(await seenBy('张')).toEqual(['共用的', '自己的']);
    expect(await seenBy('李')).toEqual(['共用的']);
    expect(await seenBy('周')).toEqual([]);
  });

  it('bear each name once for each owner', async () => {
    expect(await add('张', '红色')).not.toBeNull();
    expect(await add('张', '红色')).toBeNull();
    expect(await add('李', '红色')).not.toBeNull();
    expect(await add('张', '红色', true)).not.toBeNull();
    expect(await add('李', '红色', true)).toBeNull();
  });

  it('are only so many', async () => {
    for (let at = 0; at < MOST_VIEWS; at += 1) await add('张', String(at));
    expect(await add('张', '再一个')).toBeNull();
    expect(await add('张', '共用', true)).not.toBeNull();
  });

  it('are renamed, changed and removed', async () => {
    const [one, two] = [(await add('张', '一'))!, (await add('张', '二'))!];
    expect(await views.change(who('张'), two, { place: 1, query: 'tier=blue' })).toBe(true);
    expect(await seenBy('张')).toEqual(['二', '一']);
    expect(await views.find(who('张'), two)).toMatchObject({ query: 'tier=blue', isShared: false });
    expect(await views.change(who('张'), one, { name: '二' })).toBe(false);
    expect(await views.change(who('张'), one, { name: '三' })).toBe(true);
    expect(await views.remove(who('张'), two)).toBe(true);
    expect(await seenBy('张')).toEqual(['三']);
  });

  it.each<[string, string, number, string]>([
    ['down by one', '甲', 2, '乙甲丙丁'],
    ['up by one', '丙', 2, '甲丙乙丁'],
    ['to the top', '丁', 1, '丁甲乙丙'],
    ['to the end', '甲', 4, '乙丙丁甲'],
    ['past the end', '甲', 100, '乙丙丁甲'],
    ['nowhere', '乙', 2, '甲乙丙丁'],
  ])('move %s among their kind, and the others make room', async (_where, name, place, order) => {
    await add('张', '共用', true);
    const made: Record<string, string> = {};
    for (const one of ['甲', '乙', '丙', '丁']) made[one] = (await add('张', one))!;
    await add('李', '李的');
    expect(await views.change(who('张'), made[name]!, { place })).toBe(true);
    expect((await seenBy('张')).join('')).toBe(`共用${order}`);
    expect(await seenBy('李')).toEqual(['共用', '李的']);
    await add('张', '戊');
    expect((await seenBy('张')).join('')).toBe(`共用${order}戊`);
  });

  it('of a unit move for all of it, those of another unit not', async () => {
    const first = (await add('张', '一', true))!;
    await add('李', '二', true);
    await add('周', '市场一', true);
    expect(await views.change(who('李'), first, { place: 2 })).toBe(true);
    expect(await seenBy('张')).toEqual(['二', '一']);
    expect(await views.change(who('周'), first, { place: 1 })).toBe(false);
    expect(await seenBy('张')).toEqual(['二', '一']);
  });

  it('of somebody else are not touched', async () => {
    const id = (await add('张', '红色'))!;
    expect(await views.find(who('李'), id)).toBeNull();
    expect(await views.change(who('李'), id, { name: '蓝色' })).toBe(false);
    expect(await views.remove(who('李'), id)).toBe(false);
    expect(await seenBy('张')).toEqual(['红色']);
  });
});

it('colleagues are those of the unit who can come in', async () => {
  const colleagues = new PgColleagues(db.database);
  const found = await colleagues.of('office', '2026-11-02');
  expect(found.map(({ name, regions }) => [name, regions])).toEqual([
    ['张', null],
    ['李', ['990001']],
  ]);
  expect(await colleagues.regionOf('1')).toBeNull();
});

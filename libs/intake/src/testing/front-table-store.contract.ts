import { expect, it } from '@jest/globals';
import type { FrontPosition, FrontTableStore } from '../ports.js';
import type { FrontLine } from './in-memory-front-tables.js';

/** A store over one front-end table, named `table`, that another system writes. */
export interface FrontBed {
  readonly store: FrontTableStore;
  readonly write: (...lines: readonly FrontLine[]) => Promise<void>;
}

const TABLE = { name: 'front_desk', changedAt: 'changed_at', key: 'id' };
const at = (minute: number, second = 0): string =>
  new Date(Date.UTC(2026, 10, 2, 1, minute, second)).toISOString();
const LATE = new Date('2026-12-01T00:00:00Z');

/** What every front table store promises; the fake and the real one both pass it. */
export function promisesOfFrontTables(open: () => Promise<FrontBed>): void {
  const keysAfter = async (
    store: FrontTableStore,
    after: FrontPosition | null,
    { before = LATE, limit = 100 } = {},
  ) => (await store.changed(TABLE, after, before, limit)).map((row) => row.position.key);

  it('reads in the order of change, oldest first', async () => {
    const { store, write } = await open();
    await write(
      { key: 'a', changedAt: at(3) },
      { key: 'b', changedAt: at(1) },
      { key: 'c', changedAt: at(2) },
    );
    expect(await keysAfter(store, null)).toEqual(['b', 'c', 'a']);
  });

  it('loses and repeats nothing at one moment, however small the pages', async () => {
    const { store, write } = await open();
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    await write(...[...keys].reverse().map((key) => ({ key, changedAt: at(5) })));
    const read: string[] = [];
    for (let after: FrontPosition | null = null; ;) {
      const page = await store.changed(TABLE, after, LATE, 3);
      if (page.length === 0) break;
      read.push(...page.map((row) => row.position.key));
      after = page.at(-1)?.position ?? null;
    }
    expect(read).toEqual(keys);
  });

  it('reads nothing younger than the bound, and the bound itself', async () => {
    const { store, write } = await open();
    await write(
      { key: 'old', changedAt: at(1) },
      { key: 'edge', changedAt: at(2) },
      { key: 'young', changedAt: at(2, 1) },
    );
    expect(await keysAfter(store, null, { before: new Date(at(2)) })).toEqual(['old', 'edge']);
  });

  it('reads a row again when it changes again, and never one without a moment', async () => {
    const { store, write } = await open();
    await write({ key: 'a', changedAt: at(1) }, { key: 'never', changedAt: null });
    const [first] = await store.changed(TABLE, null, LATE, 10);
    expect(await keysAfter(store, first?.position ?? null)).toEqual([]);
    await write({ key: 'a', changedAt: at(4) });
    expect(await keysAfter(store, first?.position ?? null)).toEqual(['a']);
  });

  it('hands over the cells under their own names', async () => {
    const { store, write } = await open();
    await write({ key: 'a', changedAt: at(1), cells: { ENTNAME: '郴州某公司', REGCAP: 100 } });
    const [row] = await store.changed(TABLE, null, LATE, 1);
    expect(row?.cells).toMatchObject({ ENTNAME: '郴州某公司', REGCAP: 100 });
  });

  it('remembers how far each source was read, and only the last word', async () => {
    const { store } = await open();
    expect(await store.cursor('samr')).toBeNull();
    const positions = [1, 2].map((n) => ({ changedAt: at(n), key: `k${n}` }));
    for (const to of positions) await store.move('samr', to, LATE);
    await store.move('other', { changedAt: at(9), key: 'o' }, LATE);
    expect(await store.cursor('samr')).toEqual(positions[1]);
    expect(await store.cursor('other')).toEqual({ changedAt: at(9), key: 'o' });
  });
}

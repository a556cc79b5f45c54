import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportJobStore, MappingStore, NewImport } from '../imports/ports.js';

/** A bed on which stores of imports are tried. */
export interface ImportBed {
  readonly jobs: ImportJobStore;
  readonly mappings: MappingStore;
  /** The ids of two accounts. */
  readonly accounts: readonly [string, string];
}

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 2, 1, minute));
const READING = {
  ...{ source: null, sheet: null, sheets: ['表'], headerRow: null, choices: { 甲: 'text' } },
  occurredAt: '2026-11-01T00:00:00.000Z',
};
const COUNTS = { rows: 3, stored: 1, duplicate: 1, refused: 1, raised: 1, upgraded: 0 };

/** What every store of imports promises. */
const PAGE = { limit: 5, after: null, state: null };
const LATEST = { ...PAGE, sort: 'madeAt', isDescending: true } as const;

export function promisesOfImportStores(open: () => Promise<ImportBed>): void {
  let bed: ImportBed;
  beforeEach(async () => {
    bed = await open();
  });
  const wish = (accountId = bed.accounts[0]): NewImport => ({
    ...{ accountId, by: '张某', fileName: '名单.csv', bytes: 2 ** 31, reading: READING },
  });
  const running = async (accountId?: string): Promise<string> => {
    const id = await bed.jobs.add(wish(accountId), at(0));
    expect(await bed.jobs.begin(id, at(1), at(3))).toBe(true);
    return id;
  };

  describe('an import', () => {
    it('is kept as it came, for its owner', async () => {
      const id = await bed.jobs.add(wish(), at(0));
      await bed.jobs.counted(id, 7);
      const job = await bed.jobs.find(id);
      expect(job).toMatchObject({ ...wish(), id, total: 7, state: 'uploaded', rows: 0 });
      const own = (account: string) => bed.jobs.ofAccount(account, LATEST);
      expect(await own(bed.accounts[0])).toEqual({ rows: [job], next: null, total: 1 });
      expect(await own(bed.accounts[1])).toEqual({ rows: [], next: null, total: 0 });
      const ran = await bed.jobs.ofAccount(bed.accounts[0], { ...LATEST, state: 'done' });
      expect(ran.rows).toEqual([]);
      expect(await bed.jobs.find('4711')).toBeNull();
    });

    it('is read otherwise only as long as it waits', async () => {
      const id = await bed.jobs.add(wish(), at(0));
      expect(await bed.jobs.read(id, { ...READING, sheet: '表' })).toBe(true);
      expect((await bed.jobs.find(id))?.reading.sheet).toBe('表');
      await bed.jobs.begin(id, at(1), at(3));
      expect(await bed.jobs.read(id, READING)).toBe(false);
    });

    it('runs alone for its owner, and beside those of others', async () => {
      const first = await running();
      const second = await bed.jobs.add(wish(), at(0));
      expect(await bed.jobs.begin(second, at(1), at(3))).toBe(false);
      await running(bed.accounts[1]);
      await bed.jobs.end(first, 'done', at(2), null);
      expect(await bed.jobs.begin(second, at(2), at(4))).toBe(true);
      expect(await bed.jobs.begin(second, at(2), at(4))).toBe(false);
    });

    it('adds up what became of its batches, and ends once', async () => {
      const id = await running();
      expect(await bed.jobs.book(id, COUNTS, at(4))).toEqual({ cancelled: false });
      await bed.jobs.book(id, COUNTS, at(5));
      expect(await bed.jobs.find(id)).toMatchObject({ rows: 6, stored: 2, refused: 2, raised: 2 });
      await bed.jobs.end(id, 'failed', at(6), '数据库不可用');
      await bed.jobs.end(id, 'done', at(7), null);
      expect(await bed.jobs.find(id)).toMatchObject({
        ...{ state: 'failed', trouble: '数据库不可用', endedAt: at(6) },
      });
      expect(await bed.jobs.book(id, COUNTS, at(8))).toEqual({ cancelled: true });
    });

    it('is told to end after the batch at hand', async () => {
      const id = await running();
      expect(await bed.jobs.askToCancel(id)).toBe(true);
      expect(await bed.jobs.book(id, COUNTS, at(4))).toEqual({ cancelled: true });
      await bed.jobs.end(id, 'cancelled', at(5), null);
      expect(await bed.jobs.askToCancel(id)).toBe(false);
    });

    it('goes to another worker when its own gave no sign, or let go of it', async () => {
      const id = await running();
      expect(await bed.jobs.takeOver(at(2), at(5))).toBeNull();
      expect(await bed.jobs.takeOver(at(4), at(6))).toMatchObject({ id, state: 'running' });
      expect(await bed.jobs.takeOver(at(5), at(7))).toBeNull();
      await bed.jobs.release(id, at(5));
      expect(await bed.jobs.takeOver(at(6), at(8))).toMatchObject({ id });
    });

    it('keeps the rows that were not taken, in their order and up to a bound', async () => {
      const id = await running();
      const faults = [2, 3, 5].map((row) => ({
        ...{ sheet: row === 5 ? null : '表', row, reason: '缺少内容' },
        cells: { 内容: '', 金额: row, 备注: "=cmd|' /C calc'!A0" },
      }));
      await bed.jobs.keepFaults(id, faults.slice(0, 2));
      await bed.jobs.keepFaults(id, faults.slice(2));
      await bed.jobs.keepFaults(id, []);
      expect(await bed.jobs.faults(id, 9)).toEqual(faults);
      expect(await bed.jobs.faults(id, 2)).toEqual(faults.slice(0, 2));
    });

    it('goes when it was kept long enough, but never while it runs', async () => {
      const waiting = await bed.jobs.add(wish(), at(0));
      const fresh = await bed.jobs.add(wish(), at(20));
      const ended = await running(bed.accounts[1]);
      await bed.jobs.end(ended, 'done', at(2), null);
      const busy = await running();
      const before = { uploads: at(10), results: at(1) };
      expect(await bed.jobs.sweep(before)).toEqual([waiting]);
      expect(await bed.jobs.sweep({ ...before, results: at(3) })).toEqual([ended]);
      const left = await bed.jobs.ofAccount(bed.accounts[0], LATEST);
      expect(left.rows.map(({ id }) => id)).toEqual([fresh, busy]);
    });
  });

  describe('a mapping', () => {
    it('is kept for a source, replaced, and forgotten', async () => {
      const kept = { source: 'a', choices: { 甲: 'text' }, keptBy: '张某', keptAt: at(0) };
      expect(await bed.mappings.of('a')).toBeNull();
      await bed.mappings.keep(kept);
      expect(await bed.mappings.of('a')).toEqual(kept);
      await bed.mappings.keep({ ...kept, choices: {}, keptBy: '李某' });
      expect(await bed.mappings.of('a')).toMatchObject({ choices: {}, keptBy: '李某' });
      expect([await bed.mappings.forget('a'), await bed.mappings.forget('a')]).toEqual([
        true,
        false,
      ]);
    });
  });
}

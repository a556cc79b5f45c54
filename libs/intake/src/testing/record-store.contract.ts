import { expect, it } from '@jest/globals';
import type { UnitOfWork } from '@risk/kit';
import type { RecordStore } from '../ports.js';
import { complaint, parsed, rawItem } from './records.js';

const AT = new Date('2026-11-05T10:00:00+08:00');
const on = (day: number): Date => new Date(`2026-11-0${day}T09:00:00+08:00`);

/** What every record store promises; the fake and the real one both pass it. */
export function promisesOfRecordStore(
  open: () => Promise<{ store: RecordStore; work: UnitOfWork }>,
): void {
  const keep = async (
    store: RecordStore,
    work: UnitOfWork,
    ...items: ReturnType<typeof parsed>[]
  ) => work.run((tx) => store.keep(tx, items, AT));

  it('keeps a record once, however often it comes', async () => {
    const { store, work } = await open();
    const [first] = await keep(store, work, parsed(complaint()));
    const [second] = await keep(store, work, parsed(complaint()));
    expect(first).toMatchObject({ outcome: 'stored', current: true, replaces: null });
    expect(second).toMatchObject({
      outcome: 'duplicate',
      recordId: first?.recordId,
      current: false,
    });
  });

  it('lets a newer version replace an older one, and not the other way round', async () => {
    const { store, work } = await open();
    const version = (day: number, text: string) =>
      parsed(complaint({ occurredAt: on(day), payload: { text } }));
    const [second] = await keep(store, work, version(2, '处理中'));
    const [late] = await keep(store, work, version(1, '刚收到'));
    const [third] = await keep(store, work, version(3, '已办结'));
    expect(late).toMatchObject({ outcome: 'stored', current: false, replaces: null });
    expect(third).toMatchObject({ outcome: 'stored', current: true, replaces: second?.recordId });
  });

  it('answers in the order of the batch', async () => {
    const { store, work } = await open();
    const batch = ['b', 'a', 'b', 'c'].map((sourceId) => parsed(complaint({ sourceId })));
    const kept = await keep(store, work, ...batch);
    expect(kept.map((k) => [k.record.sourceId, k.outcome])).toEqual([
      ['b', 'stored'],
      ['a', 'stored'],
      ['b', 'duplicate'],
      ['c', 'stored'],
    ]);
  });

  it('buries the same unusable bytes once', async () => {
    const { store, work } = await open();
    const letter = (bytes: string, offset: number) => ({
      item: rawItem(bytes, { topic: 't', partition: 0, offset }),
      source: null,
      reason: '不是 JSON',
    });
    const bury = (...letters: ReturnType<typeof letter>[]) =>
      work.run((tx) => store.bury(tx, letters, AT));
    expect(await bury(letter('{', 1), letter('{', 2))).toEqual(['buried', 'buried']);
    expect(await bury(letter('{', 1), letter('[', 1))).toEqual(['duplicate', 'buried']);
  });
}

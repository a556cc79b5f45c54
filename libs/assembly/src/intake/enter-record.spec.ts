import { describe, expect, it } from '@jest/globals';
import type { Explanation } from '@risk/store';
import { LineInMemory } from '../testing/line-in-memory.js';
import { EnterRecord, type Entry } from './enter-record.js';

const REPORTER = { name: '王小兰', phone: '13900139000' };
const ENTRY: Entry = {
  ...{ feed: 'complaint', source: 'hotline', sourceId: null, by: '张某', reporter: REPORTER },
  ...{ occurredAt: '2026-11-01T00:00:00+08:00', payload: { text: '甲，集资' } },
};

/** A desk over a line in memory; what is explained is the record that was asked for. */
function desk() {
  const line = new LineInMemory();
  const asked: string[] = [];
  const path = {
    parse: line.reading.parse,
    process: line.process,
    explanation: {
      of: (id: string) => {
        asked.push(id);
        return Promise.resolve({ record: { id: '9' } } as Explanation);
      },
    },
    pseudonymOf: line.vault.pseudonymOf.bind(line.vault),
  };
  const enter = new EnterRecord(path, line.sources, line.clock);
  return { line, asked, run: (more: Partial<Entry> = {}) => enter.run({ ...ENTRY, ...more }) };
}

describe('what somebody typed in', () => {
  it('goes the way of all records, by the door of the desk', async () => {
    const { line, asked, run } = desk();
    expect((await run()).outcome).toBe('stored');
    const [kept] = line.records.versions;
    expect(kept?.item.item).toMatchObject({ door: 'desk', origin: { by: '张某' } });
    expect(line.alerts.open).toHaveLength(1);
    expect(asked).toEqual([`hotline/${kept?.item.record.sourceId}`]);
    expect(kept?.item.record.sourceId).toMatch(/^LR20261101-[0-9A-F]{10}$/);
  });

  it('leaves who reported in the vault alone', async () => {
    const { line, run } = desk();
    await run({ payload: { text: '我叫王小兰，集资' } });
    const kept = line.records.versions.map(({ item }) => item.record);
    expect(JSON.stringify(kept)).not.toMatch(/王小兰|13900139000/);
    expect(line.vault.sealed.map(({ reporter }) => reporter)).toEqual([REPORTER]);
  });

  it('twice is a duplicate; of another person it is another complaint', async () => {
    const { line, run } = desk();
    await run();
    expect((await run()).outcome).toBe('duplicate');
    expect((await run({ reporter: { phone: '13800138012' } })).outcome).toBe('stored');
    expect((await run({ reporter: null })).outcome).toBe('stored');
    expect(line.booked).toMatchObject({ received: 4, stored: 3, duplicate: 1 });
  });

  it('has the number that it has elsewhere', async () => {
    const { asked, run } = desk();
    await run({ sourceId: '信2026-7' });
    expect(asked).toEqual(['hotline/信2026-7']);
  });

  it.each<[string, Partial<Entry>, string]>([
    ['without a text', { payload: {} }, 'payload.text'],
    ['with a sum that is none', { payload: { text: '甲', amount: 'viel' } }, 'payload.amount'],
    ['from nowhere', { source: 'nobody' }, 'source：没有这个来源'],
    ['among the samples', { source: 'sample-hotline' }, 'source：没有这个来源'],
    ['as another kind', { feed: 'registration' }, 'source：“hotline”不是这一类'],
    ['of tomorrow’s tomorrow', { occurredAt: '2026-11-04T00:00:00+08:00' }, '不能在将来'],
    ['that breaks the judge', { payload: { text: '判不了' } }, '内部错误'],
  ])('%s is refused in words', async (_what, more, said) => {
    const { run } = desk();
    await expect(run(more)).rejects.toThrow(said);
  });

  it('and is refused leaves no dead letter: whoever typed it puts it right', async () => {
    const { line, run } = desk();
    await expect(run({ payload: {} })).rejects.toThrow();
    expect([line.records.letters, line.booked.received]).toEqual([[], 0]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { sourceBookOf, type Source } from '@risk/intake';
import { hours } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { SourceBoard, type SourceFigures } from './source-board.js';

const source = (name: string, more: Partial<Source> = {}): Source => ({
  ...{ name, feed: 'complaint', title: name, preset: null, sample: false, expectEveryMs: null },
  ...{ workingDaysOnly: false, regionCode: null, table: null },
  ...more,
});
const COUNTS = { received: 3, stored: 1, duplicate: 1, deadLettered: 1 };
const heard = (name: string, lastAt: string): SourceFigures => ({
  ...{ source: name, feed: 'complaint', lastAt: new Date(lastAt), today: COUNTS, week: COUNTS },
});

/** Monday morning; the weekend before it rests. */
function board(sources: readonly Source[], figures: readonly SourceFigures[]) {
  const asked: string[][] = [];
  const readings = {
    figures: (...days: string[]) => {
      asked.push(days);
      return Promise.resolve(figures);
    },
    openLetters: () => Promise.resolve(new Map([['a', 2]])),
    keptMappings: () => Promise.resolve(new Map([['a', { by: '张某', at: new Date(0) }]])),
  };
  const isWorkday = (day: string): boolean => !['2026-10-31', '2026-11-01'].includes(day);
  const made = new SourceBoard(sourceBookOf(sources), readings, isWorkday, new FakeClock());
  return { asked, read: () => made.read() };
}

describe('how the sources stand', () => {
  it.each<[string, Partial<Source>, string | null, string]>([
    ['without an agreement', {}, '2026-10-01T00:00:00Z', 'free'],
    ['never heard', { expectEveryMs: hours(24) }, null, 'never'],
    ['heard in time', { expectEveryMs: hours(24) }, '2026-11-01T12:00:00+08:00', 'fresh'],
    ['heard too long ago', { expectEveryMs: hours(24) }, '2026-10-31T08:00:00+08:00', 'late'],
    [
      'silent over a weekend that rests',
      { expectEveryMs: hours(24), workingDaysOnly: true },
      '2026-10-30T18:00:00+08:00',
      'fresh',
    ],
  ])('%s', async (_what, more, lastAt, freshness) => {
    const { read } = board([source('a', more)], lastAt === null ? [] : [heard('a', lastAt)]);
    const [line] = await read();
    expect(line?.freshness).toBe(freshness);
    expect(line?.sentence === null).toBe(freshness !== 'late');
  });

  it('tells what came, what waits and whose mapping holds', async () => {
    const { read, asked } = board([source('a'), source('b')], [heard('a', '2026-11-02T00:00:00Z')]);
    const [a, b] = await read();
    expect(a).toMatchObject({ week: COUNTS, openLetters: 2, mapping: { by: '张某' } });
    expect(b).toMatchObject({ week: { received: 0 }, openLetters: 0, mapping: null, lastAt: null });
    expect(asked).toEqual([['2026-11-02', '2026-10-27']]);
  });

  it('names what came under a name that nobody registered', async () => {
    const { read } = board(
      [],
      [heard('newcomer', '2026-11-02T00:00:00Z'), heard('unknown', '2026-11-02T00:00:00Z')],
    );
    expect((await read()).map(({ title }) => title)).toEqual(['未登记：newcomer', '来源不明']);
  });
});

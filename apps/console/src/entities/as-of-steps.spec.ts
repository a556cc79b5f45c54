import { describe, expect, it } from '@jest/globals';
import type { HistoryEvent } from '../api/entity-parts.js';
import { stepAt, stepsOf } from './as-of-steps.js';

const point = (at: string) => ({ at, score: 1, tier: 'none' as const });
const heard = (at: string, feed: 'complaint' | 'registration' = 'complaint'): HistoryEvent => ({
  ...{ kind: 'record', at, feed, recordId: '1' },
});
const merged = (name: string): HistoryEvent => ({
  ...{ kind: 'merged', at: '2026-11-03T01:00:00Z', name, because: null, by: null },
});

describe('the days that can be looked back to', () => {
  it('are those of China on which something happened, oldest first, and now', () => {
    const points = [point('2026-11-01T01:00:00Z'), point('2026-11-02T17:00:00Z')];
    const events = [heard('2026-11-01T15:00:00Z'), heard('2026-11-01T16:30:00Z')];
    expect(stepsOf({ points, events })).toEqual([
      { day: '2026-11-01', words: '收到投诉举报' },
      { day: '2026-11-02', words: '收到投诉举报' },
      { day: '2026-11-03', words: '指数变动' },
      { day: null, words: '现在' },
    ]);
  });

  it('say what happened, the same only once, and not everything', () => {
    const events = [
      heard('2026-11-03T01:00:00Z'),
      heard('2026-11-03T02:00:00Z'),
      ...['甲', '乙', '丙'].map(merged),
    ];
    expect(stepsOf({ points: [], events })[0]?.words).toBe(
      '收到投诉举报 2 次、归并“甲”、归并“乙”等',
    );
  });

  it('are only now where nothing ever happened', () => {
    expect(stepsOf({ points: [], events: [] })).toEqual([{ day: null, words: '现在' }]);
  });
});

it.each([
  [null, 2],
  ['2026-11-01', 0],
  ['2026-11-02', 0],
  ['2026-11-05', 1],
  ['2026-10-01', 0],
  ['yesterday', 2],
])('the step of %s is number %d', (day, at) => {
  const steps = stepsOf({
    points: [],
    events: [heard('2026-11-01T01:00:00Z'), heard('2026-11-03T01:00:00Z')],
  });
  expect(stepAt(steps, day)).toBe(at);
});

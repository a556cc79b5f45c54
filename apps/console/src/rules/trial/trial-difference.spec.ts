import { describe, expect, it } from '@jest/globals';
import type { Trial, TrialSignal } from '../../api/trial.js';
import { signalDifference } from './trial-difference.js';

const signal = (code: string, weight: number, counts = true): TrialSignal => ({
  ...{ engine: 'keywords', code, weight, counts, title: code, because: code },
  dimension: 'inducement',
});
const trial = (...signals: TrialSignal[]) => ({ signals }) as unknown as Trial;
const told = (inForce: Trial, other: Trial) =>
  signalDifference(inForce, other).map(({ kind, signal: { code }, before }) => [
    kind,
    code,
    before,
  ]);

describe('what another edition makes otherwise of a text', () => {
  it.each<[string, Trial, Trial, unknown[]]>([
    ['is nothing where both say the same', trial(signal('a', 3)), trial(signal('a', 3)), []],
    ['is what is new', trial(), trial(signal('a', 3)), [['added', 'a', null]]],
    ['is what is gone', trial(signal('a', 3)), trial(), [['removed', 'a', 3]]],
    [
      'is what weighs otherwise',
      trial(signal('a', 3)),
      trial(signal('a', 5)),
      [['changed', 'a', 3]],
    ],
    [
      'is what no longer counts',
      trial(signal('a', 3)),
      trial(signal('a', 3, false)),
      [['changed', 'a', 3]],
    ],
    [
      'begins with what is new',
      trial(signal('a', 3), signal('b', 1)),
      trial(signal('b', 2), signal('c', 1)),
      [
        ['added', 'c', null],
        ['changed', 'b', 1],
        ['removed', 'a', 3],
      ],
    ],
  ])('%s', (_says, inForce, other, expected) => {
    expect(told(inForce, other)).toEqual(expected);
  });
});

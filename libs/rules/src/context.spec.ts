import { describe, expect, it } from '@jest/globals';
import { compileRules, type Facts } from './index.js';

const TEXT = '谨防保本高息；老年人免费旅游';
const CUE = 'warning text 谨防 at 0-2';

/** A cue that speaks of all that stands before a place. */
const until =
  (reach: number): NonNullable<Facts['suppressedAt']> =>
  (field, start) =>
    field === 'text' && start < reach ? CUE : null;

function findingOf(when: unknown, suppressedAt?: Facts['suppressedAt']) {
  const example = { given: {}, expect: 'silent' };
  const rule = {
    ...{ id: 'XX-TEST', title: '测试', feed: 'complaint', source: { law: '本地默认' }, when },
    ...{ dimension: 'spread', weight: 10, halfLifeDays: null, because: '说明：{seen}' },
    examples: [example, example],
  };
  const facts: Facts = {
    ...{ feed: 'complaint', record: { text: TEXT, title: '保本' }, hits: [] },
    ...{ occurredAt: new Date('2026-10-12T09:00:00+08:00') },
    ...{ annualYieldPercent: null, entity: null },
    ...(suppressedAt ? { suppressedAt } : {}),
  };
  return compileRules([{ name: 'a.yaml', content: { rules: [rule] } }]).evaluate(facts)[0];
}

const word = (...containsAny: string[]) => ({ text: 'text', containsAny });
const WARNED = 7;
const ALL = TEXT.length;

describe('a rule whose words a cue takes the meaning of', () => {
  it.each<[string, unknown, number, string | null]>([
    ['does not count', word('保本'), WARNED, CUE],
    ['counts where another place stands outside', word('保本', '免费旅游'), WARNED, null],
    ['does not count where no place stands outside', word('保本', '免费旅游'), ALL, CUE],
    ['needs each of several words', { all: [word('保本'), word('老年人')] }, WARNED, CUE],
    ['needs one of several branches', { any: [word('保本'), word('老年人')] }, WARNED, null],
    [
      'needs so many of several',
      { atLeast: 2, of: [word('保本'), word('老年人'), word('旅游')] },
      WARNED,
      null,
    ],
    [
      'lacks some of so many',
      { atLeast: 3, of: [word('保本'), word('老年人'), word('旅游')] },
      WARNED,
      CUE,
    ],
    [
      'counts by what is missing',
      { all: [{ not: word('投资有风险') }, word('老年人')] },
      WARNED,
      null,
    ],
    ['counts in another field', { text: ['text', 'title'], containsAny: ['保本'] }, WARNED, null],
    ['counts by what stands at no place', { present: 'title' }, ALL, null],
  ])('%s', (_, when, reach, suppressed) => {
    expect(findingOf(when, until(reach))).toMatchObject({ rule: 'XX-TEST', suppressed });
  });

  it('counts where nobody looked for cues', () => {
    expect(findingOf(word('保本'))).toMatchObject({ suppressed: null });
  });
});

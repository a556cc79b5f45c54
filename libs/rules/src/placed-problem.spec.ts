import { describe, expect, it } from '@jest/globals';
import { compileRules } from './compile-rules.js';
import { pathOf, placedProblem } from './placed-problem.js';

const RULE = {
  id: 'CP-A',
  title: '试验',
  feed: 'complaint',
  source: { law: '本地默认' },
  when: { text: 'text', containsAny: ['提现'] },
  dimension: 'complaint',
  weight: 10,
  halfLifeDays: 90,
  because: '群众反映“{quote}”',
  examples: [
    { given: { record: { text: '不能提现' } }, expect: 'fires' },
    { given: { record: { text: '停水' } }, expect: 'silent' },
  ],
};

/** Where the refusals of these rules point. */
function places(...rules: readonly object[]) {
  try {
    compileRules([{ name: 'rules/complaint.yaml', content: { rules } }]);
    return [];
  } catch (error) {
    const { problems } = (error as { facts: { problems: string[] } }).facts;
    return problems.map(placedProblem).map(({ rule, at }) => [rule, at]);
  }
}

describe('where a refusal points', () => {
  it.each<[string, object[], (string | null)[][]]>([
    ['nowhere when all is well', [RULE], []],
    ['to a field', [{ ...RULE, weight: 120 }], [['CP-A', 'weight']]],
    ['to a field that is missing', [{ ...RULE, title: undefined }], [['CP-A', 'title']]],
    [
      'into the condition',
      [{ ...RULE, when: { all: [RULE.when, { text: 'texts', containsAny: ['甲'] }] } }],
      [['CP-A', 'when.all[1]']],
    ],
    [
      'into an example',
      [
        {
          ...RULE,
          examples: [...RULE.examples, { given: { record: { amount: '多' } }, expect: 'silent' }],
        },
      ],
      [['CP-A', 'examples[2].given.record.amount']],
    ],
    ['to the template', [{ ...RULE, because: '因为{nothing}' }], [['CP-A', 'because']]],
    ['to a rule that is there twice', [RULE, RULE], [['CP-A', '']]],
  ])('%s', (_says, rules, expected) => {
    expect(places(...rules)).toEqual(expected);
  });

  it('of another kind is kept whole', () => {
    const says = 'scoring.yaml › tiers.red: 应为数值';
    expect(placedProblem(says)).toEqual({ rule: null, at: '', says });
  });

  it.each([
    ['when.all[1].text', ['when', 'all', 1, 'text']],
    [
      'examples[0].given.record.industry.code',
      ['examples', 0, 'given', 'record', 'industry', 'code'],
    ],
    ['', []],
  ])('%s is a path', (at, path) => {
    expect(pathOf(at)).toEqual(path);
  });
});

import type { CodeFigures, RuleSheet } from '@risk/assembly';
import type { WordList } from '@risk/editions';

/** A rule in force. */
export const RULE: RuleSheet = {
  ...{ id: 'CP-WITHDRAW', title: '反映不能提现', feed: 'complaint', file: 'rules/complaint.yaml' },
  ...{ dimension: 'complaint', weight: 46, halfLifeDays: 120, elements: ['inducement'] },
  ...{ scheme: 'illegal-fundraising', because: '群众反映“{quote}”' },
  sources: [{ law: '防范和处置非法集资条例', article: '第十九条', from: '2021-05-01' }],
  examples: [],
};

const word = (term: string) => ({ term, flags: {} });

/** Words in force: a code, and phrases that are allowed. */
export const WORDS: readonly WordList[] = [
  {
    ...{ id: 'cannot-pay', kind: 'code', file: 'lexicon/a.yaml', title: '不能兑付' },
    ...{ source: '本地默认', words: ['无法提现', '停止兑付'].map(word), cue: null, compound: null },
    meaning: {
      ...{ scheme: 'illegal-fundraising', elements: [], dimension: 'complaint', weight: 40 },
      ...{ halfLifeDays: 180, policy: 'disguised', fields: null },
    },
  },
  {
    ...{ id: 'allow:allow:0', kind: 'allow', file: 'lexicon/allow.yaml', title: '放行短语' },
    ...{ source: '经营范围规范表述', words: [word('非融资担保服务')] },
    ...{ meaning: null, cue: null, compound: null },
  },
];

/** How often they struck and were right. */
export const figuresAt = (asOf: Date): CodeFigures => ({
  asOf,
  isSample: false,
  of: new Map([
    [
      'CP-WITHDRAW',
      {
        ...{ records: 12, entities: 3 },
        precision: {
          ...{ value: 0.5, n: 4, low: 0.15, high: 0.85, alerts: 9, confirmed: 2, refuted: 2 },
          undecided: 5,
        },
      },
    ],
  ]),
});

import type { Judging } from '@risk/assembly';
import { compileLexicon, parseLexicon } from '@risk/keywords';

const WORD = {
  ...{ code: 'guarantee', title: '承诺保本', policy: 'disguised', terms: ['保本高息'] },
  ...{ weight: 50, source: '防范和处置非法集资条例第二条', elements: ['inducement'] },
  ...{ dimension: 'inducement', scheme: 'illegal-fundraising', halfLifeDays: 180 },
};
const CUE = {
  ...{ kind: 'warning', scope: 'after', window: 20, stops: '。', source: '本地' },
  terms: ['谨防'],
};
const CARD = {
  ...{ title: '公开宣传保本', feed: 'advertisement', elements: ['publicity'] },
  sources: [{ law: '防范和处置非法集资条例', article: '第二条' }],
};
const TITLES: Readonly<Record<string, string>> = { guarantee: WORD.title, 'AD-1': CARD.title };

/** Engines of one word and one rule, enough to say where something stands and what it rests on. */
export const plainJudging = (): Judging =>
  ({
    keywords: compileLexicon(
      parseLexicon([{ name: 'a.yaml', data: { entries: [WORD], cues: [CUE] } }]),
    ),
    rules: { cards: new Map([['AD-1', CARD]]) },
    titleOf: (code: string) => TITLES[code] ?? null,
  }) as unknown as Judging;

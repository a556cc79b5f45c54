import type { Precision, RuleSource, Struck, Subject } from '../api/rules.js';
import { FEED_WORDS, wordOf, SCHEME_WORDS } from '../shown/words.js';

/** What a rule looks at. */
export const FEED_TITLES: Readonly<Record<Subject, string>> = { ...FEED_WORDS, entity: '主体' };

export const schemeWord = (scheme: string | null): string =>
  scheme === null ? '不限' : wordOf(SCHEME_WORDS, scheme);

export const WORD_KINDS: Readonly<Record<'code' | 'compound' | 'allow' | 'cue', string>> = {
  code: '计分词语',
  compound: '组合',
  allow: '放行短语',
  cue: '语境提示词',
};

export const POLICY_WORDS: Readonly<Record<'plain' | 'disguised' | 'certain', string>> = {
  plain: '照写才算（繁体、全角、夹杂符号会还原）',
  disguised: '谐音、拆字、形近、拼音也算（把握四分之三以上）',
  certain: '谐音等只在确凿时才算（把握 95% 以上）',
};

export const CHANGE_NAMES: Readonly<Record<string, string>> = {
  new: '新增预警',
  dropped: '不再预警',
  higher: '等级升高',
  lower: '等级降低',
  earlier: '更早预警',
  later: '更晚预警',
  same: '没有变化',
};

/** A law with its article; what is set here alone is set apart from what it leans on. */
export const citationWords = ({ law, article = '' }: RuleSource): string =>
  law.endsWith('本地默认') && article !== '' ? `${law}：${article}` : `${law}${article}`;

/** 2021-05-01 起 */
export function periodWords({ from, to }: RuleSource): string {
  if (from === undefined) return to === undefined ? '' : `至 ${to}`;
  return to === undefined ? `${from} 起` : `${from} 至 ${to}`;
}

/** 12 条记录，3 个主体 */
export const struckWords = ({ records, entities }: Struck): string =>
  records === null ? '正在统计' : `${String(records)} 条记录，${String(entities)} 个主体`;

const percent = (share: number): string => `${String(Math.round(share * 100))}%`;

/** 50%（15%–85%），查实 2、排除 2 */
export function precisionWords(precision: Precision | null): string {
  const { value = null, low = 0, high = 1 } = precision ?? {};
  if (value === null) return '尚无结论';
  return `${percent(value)}（${percent(low)}–${percent(high)}）`;
}

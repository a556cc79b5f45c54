import type { AnyTier, Dimension, Element, Precision, RuleSource, Subject } from '../api/rules.js';

export const FEED_TITLES: Readonly<Record<Subject, string>> = {
  registration: '登记注册',
  complaint: '投诉举报',
  advertisement: '广告监测',
  entity: '主体',
};

export const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  compliance: '合规偏离',
  inducement: '利诱程度',
  spread: '传播扩散',
  complaint: '投诉举报',
  relation: '关联异动',
};

export const ELEMENT_NAMES: Readonly<Record<Element, string>> = {
  illegality: '非法性',
  publicity: '公开性',
  inducement: '利诱性',
  sociality: '社会性',
};

export const SCHEME_NAMES: Readonly<Record<string, string>> = {
  'illegal-fundraising': '非法集资',
  'illegal-lending': '非法放贷',
  'pyramid-selling': '传销',
  'virtual-currency': '虚拟货币',
  'illegal-securities': '非法证券期货荐股',
  'underground-banking': '非法外汇与地下钱庄',
  'illegal-insurance': '非法保险',
  'pension-fraud': '养老诈骗',
  'credit-repair': '征信修复与金融黑产',
  'debt-evasion': '逃废金融债务',
  other: '其他非法金融活动',
  none: '未见异常',
};
export const schemeWord = (scheme: string | null): string =>
  scheme === null ? '不限' : (SCHEME_NAMES[scheme] ?? scheme);

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

export const TIER_NAMES: Readonly<Record<AnyTier, string>> = {
  ...{ red: '红色', orange: '橙色', yellow: '黄色', blue: '蓝色', none: '未达预警' },
};

/** 2021-05-01 起 */
export function periodWords({ from, to }: RuleSource): string {
  if (from === undefined) return to === undefined ? '' : `至 ${to}`;
  return to === undefined ? `${from} 起` : `${from} 至 ${to}`;
}

const percent = (share: number): string => `${String(Math.round(share * 100))}%`;

/** 50%（15%–85%），查实 2、排除 2 */
export function precisionWords(precision: Precision | null): string {
  const { value = null, low = 0, high = 1 } = precision ?? {};
  if (value === null) return '尚无结论';
  return `${percent(value)}（${percent(low)}–${percent(high)}）`;
}

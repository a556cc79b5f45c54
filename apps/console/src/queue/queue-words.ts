import { SCHEME_WORDS, wordOf } from '../shown/words.js';

export const WHOSE_WORDS = {
  mine: '我经办的',
  unassigned: '尚无经办人的',
  'mine-or-unassigned': '我的和未分派的',
  all: '全部经办人',
} as const;

export const DUE_WORDS = {
  ...{ overdue: '已逾期', today: '今天内到期', week: '本周内到期' },
} as const;

export const STATE_WORDS = {
  ...{ open: '未办结', closed: '已办结', merged: '已并入他件', all: '全部' },
} as const;

export const HUSHED_WORDS = {
  ...{ without: '不含静默的', with: '含静默的', only: '只看静默的' },
} as const;

export const SORT_WORDS = {
  urgency: '等级和时限',
  deadline: '时限',
  raisedAt: '首次预警',
  changedAt: '最近变化',
  score: '风险指数',
} as const;

/** A lead is never a finding. */
export const schemeWords = (scheme: string | null): string =>
  scheme === null || scheme === 'none' ? '类型未明' : `疑似${wordOf(SCHEME_WORDS, scheme)}`;

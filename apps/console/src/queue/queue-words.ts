import type { Stage } from '../api/queue.js';

/** How everything in the queue is called; apps/api holds these against the house's own words. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  ...{ raised: '待签收', acknowledged: '已签收', verifying: '核查中', confirmed: '已查实' },
  ...{ refuted: '已排除', transferred: '已移送公安', closed: '已办结' },
};

export const SCHEME_WORDS: Readonly<Record<string, string>> = {
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
  scheme === null || scheme === 'none' ? '类型未明' : `疑似${SCHEME_WORDS[scheme] ?? scheme}`;

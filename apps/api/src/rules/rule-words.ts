import type { Precision } from '@risk/cases';
import { feedName } from '@risk/domain';
import type { RuleSource } from '@risk/rules';

/** What a rule looks at: records of a feed, or entities as a whole. */
export const feedTitle = (
  feed: 'registration' | 'complaint' | 'advertisement' | 'entity',
): string => (feed === 'entity' ? '主体' : feedName(feed));

/** 2021-05-01 至今 */
export function sayPeriod({ from, to }: RuleSource): string {
  if (from === undefined && to === undefined) return '一直';
  return `${from ?? '始'} 至 ${to ?? '今'}`;
}

const percent = (share: number): string => `${String(Math.round(share * 100))}%`;

/** 67%（30%–90%） */
export function sayPrecision(precision: Precision | null): string {
  const { value = null, low = 0, high = 1 } = precision ?? {};
  if (value === null) return '尚无结论';
  return `${percent(value)}（${percent(low)}–${percent(high)}）`;
}

const POLICIES: Readonly<Record<string, string>> = {
  plain: '照写（繁体、全角、夹杂符号也算）',
  disguised: '谐音、拆字、拼音也算（把握四分之三以上）',
  certain: '谐音等只在确凿时才算（把握 95% 以上）',
};
export const policyWords = (policy: string | null): string =>
  policy === null ? '' : (POLICIES[policy] ?? policy);

const KINDS: Readonly<Record<string, string>> = {
  ...{ code: '计分词语', compound: '组合', allow: '放行短语', cue: '语境提示词' },
};
export const wordKindName = (kind: string): string => KINDS[kind] ?? kind;

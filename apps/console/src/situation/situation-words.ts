import type { LeadTimeReport, Situation } from '../api/situation.js';
import { TIER_WORDS, TIERS } from '../shown/tier.js';
import type { ByTier } from './counted.js';

/** 红 1、橙 2、黄 0、蓝 5 */
export const tierWords = (counts: ByTier): string =>
  TIERS.map((tier) => `${TIER_WORDS[tier]} ${String(counts[tier])}`).join('、');

/** How units keep their deadlines, in a sentence. */
export function dutyWords({ acknowledged, inTime, medianHours }: Situation['duties']): string {
  if (acknowledged === 0 || medianHours === null) return '期内还没有签收';
  const share = Math.round((inTime / acknowledged) * 100);
  return `按时 ${String(share)}%（${String(inTime)}/${String(acknowledged)}），中位 ${medianHours.toFixed(1)} 小时`;
}

/** The median of days between the first alert and the day the scheme broke. */
export const daysWords = ({ leadTime: { median } }: LeadTimeReport): string =>
  median === null ? '—' : `${String(median)} 天`;

/** How early alerts were, for a screen without room for more. */
export function leadShortly({ leadTime: { median, n }, samples }: LeadTimeReport): string {
  if (median === null) return '一年内还没有能算的案件';
  return `首次预警到爆雷，一年内 ${String(n)} 件的中位数${samples ? '（样例）' : ''}`;
}

/** How early alerts were, in a sentence that hides nothing. */
export function leadWords({ leadTime }: LeadTimeReport): string {
  const { median, lowerQuartile, upperQuartile, n, negative, missed, unknown } = leadTime;
  const rest = [
    ...(negative > 0 ? [`其中 ${String(negative)} 件晚于爆雷`] : []),
    ...(missed > 0 ? [`另有 ${String(missed)} 件没有预警`] : []),
    ...(unknown > 0 ? [`${String(unknown)} 件不知何时爆雷`] : []),
  ];
  if (median === null) return ['已确认的案件里还没有能算提前量的', ...rest].join('；');
  const span =
    lowerQuartile === null || upperQuartile === null
      ? ''
      : `，四分位 ${String(lowerQuartile)}–${String(upperQuartile)} 天`;
  return [`期内爆雷的 ${String(n)} 件${span}`, ...rest].join('；');
}

import { DIMENSIONS, dimensionName, type Dimension } from './taxonomy.js';
import { TIERS, tierName, type Tier } from './tier.js';

/** A tier that is worth an alert. */
export type AlertTier = Exclude<Tier, 'none'>;

/** The tiers worth an alert, from highest to lowest. */
export const ALERT_TIERS: readonly AlertTier[] = TIERS.filter((tier) => tier !== 'none');

/** The score from which each tier begins: a threshold, or what capacity has raised it to. */
export type TierCuts = Readonly<Record<AlertTier, number>>;

/** The tier of a score under these cuts. */
export const tierAt = (cuts: TierCuts, score: number): Tier =>
  ALERT_TIERS.find((tier) => score >= cuts[tier]) ?? 'none';

/** What an entry of the register of licensed institutions took out of an index. */
export interface Suppression {
  /** The name that the entry stands under. */
  readonly entry: string;
  /** Who answers for the entry. */
  readonly owner: string;
  readonly reason: string;
  /** The entry's last day, yyyy-mm-dd in China. */
  readonly until: string;
  /** How many kinds of signals would have counted. */
  readonly signals: number;
  /** The score that would stand without the entry. */
  readonly scoreWithout: number;
}

/** How far each dimension can push the score by itself, 0 to 1. */
export type DimensionWeights = Readonly<Record<Dimension, number>>;

/** The weights of the dimensions in one line for people. */
export const weightsText = (weights: DimensionWeights): string =>
  DIMENSIONS.map((d) => `${dimensionName(d)} ${weights[d]}`).join('、');

/** The cuts in one line for people; nobody can reach a cut over 100. */
export const cutsText = (cuts: TierCuts): string =>
  ALERT_TIERS.map((tier) =>
    cuts[tier] > 100 ? `${tierName(tier)}暂不分配` : `${tierName(tier)} ${cuts[tier]} 分起`,
  ).join('、');

/** A suppression in one sentence for people. */
export const suppressionText = (s: Suppression): string =>
  `已登记的持牌机构“${s.entry}”（${s.owner}负责，有效至 ${s.until}，${s.reason}）：${s.signals} 种信号不计；如计入为 ${s.scoreWithout.toFixed(1)} 分`;

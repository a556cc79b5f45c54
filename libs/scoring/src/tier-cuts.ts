import { ALERT_TIERS, tierName, type AlertTier, type TierCuts } from '@risk/domain';
import { round } from './combine.js';

/** How many entities of a tier or higher the office can handle at one time. */
export type Capacity = Readonly<Record<AlertTier, number>>;

/** The cuts in force and what they were counted from. */
export interface CutsDecision {
  readonly cuts: TierCuts;
  readonly because: string;
}

/** Scores have one decimal, so this is the least that is higher. */
const justAbove = (score: number): number => round(score + 0.1);

/**
 * The lowest cuts that keep each tier within capacity: never below their threshold, each strictly below the next
 * higher one, and never between equal scores, which stay out together when there is no place for all of them.
 */
export function cutsWithin(
  thresholds: TierCuts,
  capacity: Capacity | null,
  scores: readonly number[],
): CutsDecision {
  if (capacity === null) return { cuts: thresholds, because: '没有设定处置容量，按阈值分级' };
  const falling = [...scores].sort((a, b) => b - a);
  const cuts: Record<AlertTier, number> = { ...thresholds };
  let below = -Infinity;
  for (const tier of [...ALERT_TIERS].reverse()) {
    const fitting = lowestFitting(thresholds[tier], capacity[tier], falling);
    below = cuts[tier] = fitting > below ? fitting : justAbove(below);
  }
  const told = ALERT_TIERS.map((tier) =>
    counted(tier, { cut: cuts[tier], threshold: thresholds[tier], most: capacity[tier] }, falling),
  );
  return { cuts, because: `${told.join('；')}。` };
}

/** The threshold if all who reach it have a place, else just above the first who has none. */
function lowestFitting(threshold: number, most: number, falling: readonly number[]): number {
  const first = falling[most];
  return first === undefined || first < threshold ? threshold : justAbove(first);
}

interface Cut {
  readonly cut: number;
  readonly threshold: number;
  readonly most: number;
}

/** How a cut came about, with its numbers. */
function counted(
  tier: AlertTier,
  { cut, threshold, most }: Cut,
  falling: readonly number[],
): string {
  const atLeast = (bound: number): number => falling.filter((score) => score >= bound).length;
  const reached = `达到阈值 ${threshold} 分的 ${atLeast(threshold)} 个，容量 ${most} 个`;
  if (cut === threshold) return `${tierName(tier)}按阈值：${reached}`;
  const inside = atLeast(cut);
  return `${tierName(tier)}提高到 ${cut} 分起：${reached}，计入 ${inside} 个${tied({ threshold, most }, falling)}`;
}

/** Says who stayed out although there were places, because equal scores are never split. */
function tied({ threshold, most }: Omit<Cut, 'cut'>, falling: readonly number[]): string {
  const score = falling[most];
  if (score === undefined || score < threshold || falling[most - 1] !== score) return '';
  const equals = falling.filter((one) => one === score).length;
  return `，同为 ${score} 分的 ${equals} 个不拆开，都不计入`;
}

import { sideOfInterest, speaksOfLending } from './lending.js';
import { UNSAID, periodBehind, type Period } from './period.js';
import {
  BACK,
  BET,
  FEE,
  INTEREST,
  LOAN_PRICE,
  NEITHER,
  PROMISE,
  RATE,
  SHARE,
  SHOP,
} from './senses.js';
import type { Side } from './surroundings.js';

/** What a percentage is about. Discounts, growth and shares are neither promise nor price. */
export type Meaning = 'return' | 'loan' | 'other';

/** What stands behind a number speaks of it less often than what stands before. */
const behind = (distance: number): number => distance * 2 + 1;

/** 返30%流水 is a bet's rebate, 返30%，首存另送 is something else and a bet. */
const TOUCHING = 2;

/** 利润的10% and 盈利的只有10% are shares; farther off, 利润的 speaks of something else. */
const OF = 3;

/** The sense of the word that stands nearest to a number. */
function nearest(left: Side, right: Side): number {
  const lead = behind(right.distance) - left.distance;
  // 利率在2%的概率: where both stand as near, the one that promises nothing decides.
  const isLeft = lead > 0 || (lead === 0 && (right.sense & NEITHER) === 0);
  const sense = isLeft ? left.sense : right.sense;
  if (sense === SHARE) return isLeft && left.distance <= OF ? SHARE : PROMISE;
  return sense;
}

/** The period of a number: 年化 above all, then what touches it behind, then the nearest before it. */
export function periodOf(text: string, end: number, left: Side, right: Side): Period {
  if (left.annual && left.period) return left.period;
  if (right.annual && right.period) return right.period;
  return periodBehind(text, end) ?? left.period ?? right.period ?? UNSAID;
}

/** Whether a betting house or a shop gives the number away. */
function isRebate(left: Side, right: Side, period: Period): boolean {
  if ((left.seen & BET) !== 0) return true;
  if (right.sense === BET && right.distance <= TOUCHING) return true;
  return ((left.seen | right.seen) & SHOP) !== 0 && period === UNSAID;
}

/** Decides by the nearest word; interest and fees are a price where the sentence speaks of lending. */
export function meaningOf(
  text: string,
  start: number,
  sides: readonly [left: Side, right: Side],
  period: Period,
): Meaning {
  const [left, right] = sides;
  if (isRebate(left, right, period)) return 'other';
  switch (nearest(left, right)) {
    case PROMISE:
    case BACK:
      return 'return';
    case RATE:
      return sideOfInterest(text, start, 'return');
    case INTEREST:
      return sideOfInterest(text, start, 'loan');
    case LOAN_PRICE:
      return 'loan';
    case FEE:
      return speaksOfLending(text, start) ? 'loan' : 'other';
    default:
      return 'other';
  }
}

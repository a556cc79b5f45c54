import { assertNever } from '@risk/kit';
import { meaningOf, periodOf, type Meaning } from './meaning.js';
import { sideOfDebt, sideOfInterest } from './lending.js';
import { isTrigger, rateAt } from './number-triggers.js';
import type { Period } from './period.js';
import { BET, BUSINESS, DUES, GIFT } from './senses.js';
import { lookLeft, lookRight, type Side } from './surroundings.js';
import type { BareRate, WrittenRate } from './written-rate.js';

/** A return promised, or a loan's price asked, as per cent a year. */
export interface YieldFinding {
  readonly kind: Exclude<Meaning, 'other'>;
  readonly percent: number;
  readonly start: number;
  readonly end: number;
  /** Exactly the slice of the text. */
  readonly quote: string;
  /** How it was computed, e.g. `月息2分 × 12`. */
  readonly because: string;
}

/** Above this a number is a misprint or a game. */
const HIGHEST = 100_000;
/** One text brings at most so many; a table of prices is not a promise. */
const MOST_FINDINGS = 200;
/** How far a doubling may stand from the span of time or the capital it speaks of. */
const DOUBLING_REACH = 10;
const NONE: readonly YieldFinding[] = [];

const rounded = (value: number): number => Math.round(value * 100) / 100;

function told({ note }: WrittenRate, period: Period, quote: string): string {
  const product = period.perYear === 1 ? quote : `${quote} × ${rounded(period.perYear)}`;
  if (note === null) return period.note === null ? product : `${product}（${period.note}）`;
  return period.note === null ? `${product}（${note}）` : `${product}（${note}，${period.note}）`;
}

function finding(
  text: string,
  kind: Meaning,
  rate: WrittenRate,
  period: Period,
): YieldFinding | null {
  const percent = rounded(rate.percent * period.perYear);
  if (kind === 'other' || percent <= 0 || percent > HIGHEST) return null;
  const start = period.at < 0 ? rate.start : Math.min(rate.start, period.at);
  const quote = text.slice(start, rate.end);
  return { kind, percent, start, end: rate.end, quote, because: told(rate, period, quote) };
}

/** 翻倍 promises where a time or a capital stands beside it, and no output, price or wage. */
function isDoubledCapital(left: Side, period: Period, start: number): boolean {
  if ((left.seen & (BUSINESS | DUES | GIFT)) !== 0) return false;
  if (left.capital <= DOUBLING_REACH) return true;
  return period.counted && (period.at < 0 || start - period.at <= DOUBLING_REACH);
}

/** 100% alone, before 稳赚 or 控股, says "surely" or "all". */
const isSurely = (rate: BareRate, left: Side): boolean => rate.percent === 100 && left.sense === 0;

/** What a number is about that only the words around it make a rate. */
function meaningOfBare(
  text: string,
  rate: BareRate,
  sides: readonly [left: Side, right: Side],
  period: Period,
): Meaning {
  const [left, right] = sides;
  switch (rate.form) {
    case 'doubling':
      return isDoubledCapital(left, period, rate.start) ? 'return' : 'other';
    case 'multiple':
      return ((left.seen | right.seen) & (GIFT | BET)) === 0 ? 'return' : 'other';
    case 'share':
      return isSurely(rate, left) ? 'other' : meaningOf(text, rate.start, sides, period);
    default:
      return assertNever(rate.form);
  }
}

function readBare(text: string, rate: BareRate): YieldFinding | null {
  const left = lookLeft(text, rate.start);
  const right = lookRight(text, rate.end);
  const period = periodOf(text, rate.end, left, right);
  return finding(text, meaningOfBare(text, rate, [left, right], period), rate, period);
}

function read(text: string, rate: WrittenRate): YieldFinding | null {
  switch (rate.form) {
    case 'interest':
      return finding(text, sideOfInterest(text, rate.start, 'loan'), rate, rate.period);
    case 'debt':
      return finding(text, sideOfDebt(text, rate.start), rate, rate.period);
    case 'promise':
      return finding(text, 'return', rate, rate.period);
    case 'doubling':
    case 'multiple':
    case 'share':
      return readBare(text, rate);
    default:
      return assertNever(rate);
  }
}

/**
 * Finds promised returns and loan prices at the triggers of a text (ascending places, those from one on up to another; those
 * where no rate can be written are passed over) and turns each into per cent a year. Discounts, growth figures and shares
 * are left out. Linear in the text; never throws.
 */
export function findYieldsAt(
  text: string,
  triggers: ArrayLike<number>,
  from: number,
  to: number,
): readonly YieldFinding[] {
  let found: YieldFinding[] | null = null;
  let end = 0;
  for (let i = from; i < to; i++) {
    const at = triggers[i] ?? 0;
    if (at < end) continue;
    const rate = rateAt(text, at);
    if (!rate || rate.start < end) continue;
    end = Math.max(rate.end, at + 1);
    const one = read(text, rate);
    if (one) (found ??= []).push(one);
    if (found && found.length >= MOST_FINDINGS) break;
  }
  return found ?? NONE;
}

/** Finds promised returns and loan prices in a text that has not been scanned for triggers. */
export function findYields(text: string): readonly YieldFinding[] {
  const triggers: number[] = [];
  for (let at = 0; at < text.length; at++) if (isTrigger(text, at)) triggers.push(at);
  return findYieldsAt(text, triggers, 0, triggers.length);
}

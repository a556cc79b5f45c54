import { foldedAt, letterRight, unitOf } from './fold-unit.js';
import { givenAt, type Given } from './money-given.js';
import { backAfter, type Back } from './money-back.js';
import { UNSAID, periodBehind, type Period } from './period.js';
import { BACK, BUSINESS, DUES, FEE, GIFT, INTEREST, OTHER, PROMISE } from './senses.js';
import * as said from './sum-words.js';
import { startOfSum, sumAt } from './sum.js';
import { lookBetween, lookLeft, lookRight, type Side } from './surroundings.js';
import type { PlainRate } from './written-rate.js';

/** Money that is given and comes back, and the period between. */
interface Exchange {
  readonly given: Given;
  readonly back: Back;
  readonly period: Period;
  /** What stands between the two sums, and before the first one. */
  readonly between: Side;
  readonly before: Side;
}

/** A sum of which nothing is said must be touched by its period, and that by what comes back. */
const TOUCHES = 8;
/** Of what is given otherwise, what comes back is told within so many units. */
const REACH = 26;
const NO_PROMISE = OTHER | FEE | GIFT | BUSINESS | DUES;
const ALL_OF_IT = said.WHOLE | said.CHANGED | said.RECEIVE;
/** Nobody asks more from a citizen: 投资3亿元，年利润5000万元 speaks of a factory. */
const HIGHEST = 10_000_000;

function exchangeAt(text: string, at: number): Exchange | null {
  const given = givenAt(text, at);
  const back = given && backAfter(text, given.sum.end, given.sense === 0 ? TOUCHES : REACH);
  if (!back) return null;
  const between = lookBetween(text, given.sum.end, back.sum.start);
  const before = lookLeft(text, given.start);
  const period = periodBehind(text, back.end) ?? between.period ?? before.period ?? UNSAID;
  return { given, back, period, between, before };
}

const comesAgain = ({ period }: Exchange): boolean => period !== UNSAID && !period.counted;

/** 10万元每月领3000元: a sum, its period and what comes back, with nothing else between. */
function isTight({ given, back, between }: Exchange): boolean {
  const gap = back.start - given.sum.end;
  return between.period !== null && gap <= TOUCHES && between.period.at <= given.sum.end + 1;
}

/** Whether more comes back than was given, the money given in it. */
const isMore = ({ given, back }: Exchange): boolean =>
  (back.sense & ALL_OF_IT) !== 0 && back.sum.yuan > given.sum.yuan;

/** Whether the two sums can be an offer to a citizen: no debt, no loss, no factory. */
function isOffer(exchange: Exchange): boolean {
  const { given, back } = exchange;
  if (back.sense === said.REPAY || given.sum.yuan > HIGHEST) return false;
  return back.sense !== said.CHANGED || isMore(exchange);
}

/** Whether the money that comes back is promised for the money given, and is no purchase and no dues. */
function isPromise(exchange: Exchange): boolean {
  const { given, back, period, between, before } = exchange;
  const seen = between.seen | before.seen;
  if (!isOffer(exchange)) return false;
  if (back.silent)
    return given.sense === said.EACH && period !== UNSAID && (seen & NO_PROMISE) === 0;
  switch (given.sense) {
    case 0:
      return (seen & NO_PROMISE) === 0 && isTight(exchange);
    case said.SPEND:
    case said.ENTRY:
      return (seen & DUES) === 0 && (isMore(exchange) || comesAgain(exchange));
    default:
      return true;
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function rate(
  exchange: Exchange,
  form: PlainRate['form'],
  gain: number,
  says: string,
): PlainRate | null {
  const { given, back, period } = exchange;
  const paid = given.sum.yuan;
  if (paid <= 0 || gain <= 0) return null;
  return {
    form,
    start: given.start,
    end: back.end,
    percent: (gain / paid) * 100,
    period,
    note: `${rounded(paid)}元${says}${rounded(gain)}元`,
  };
}

/** 投1万返1.2万 gains 2,000; 投1万每月返300 gains 300 a month. */
function promised(exchange: Exchange): PlainRate | null {
  const { given, back } = exchange;
  if (!isPromise(exchange)) return null;
  // 7000元3个月变50万 may be a debt as well: the sentence tells.
  const isOpen = back.sense === said.INTEREST || given.sense === 0;
  const gain = isMore(exchange) ? back.sum.yuan - given.sum.yuan : back.sum.yuan;
  return rate(exchange, isOpen ? 'interest' : 'promise', gain, '得利');
}

/** 借1万一周利息2000, 借1万还1.5万, 借1万到手8千: what a loan costs. */
function asked(exchange: Exchange): PlainRate | null {
  const { given, back } = exchange;
  const paid = given.sum.yuan;
  const got = back.sum.yuan;
  switch (back.sense) {
    case said.INTEREST:
      return rate(exchange, 'debt', got, '付息');
    case said.REPAY:
      return rate(exchange, 'debt', got - paid, '多还');
    case said.RECEIVE:
      return rate(exchange, 'debt', paid - got, '先扣');
    default:
      return null;
  }
}

/** Whether coupons or points come back, and no money. */
function isGift(text: string, { back, between, before }: Exchange): boolean {
  return ((between.seen | before.seen | lookRight(text, back.end).seen) & GIFT) !== 0;
}

const [SLASH, EACH, YUAN] = Array.from('/每元', unitOf);
const LEAST_EACH = 1000;
const SPOKEN = 3;

/** Reads 收益50元/万元 at its first unit. */
function perSum(text: string, at: number): PlainRate | null {
  const join = foldedAt(text, at + 1) === YUAN ? at + 2 : at + 1;
  const isEach = foldedAt(text, join) === EACH;
  if (!isEach && foldedAt(text, join) !== SLASH) return null;
  const paid = sumAt(text, letterRight(text, join + 1));
  const got = sumAt(text, startOfSum(text, at));
  if (!paid || !got || paid.yuan < LEAST_EACH || got.end !== join) return null;
  const left = lookLeft(text, got.start);
  if (left.distance > SPOKEN || (left.sense & (PROMISE | INTEREST | BACK)) === 0) return null;
  const percent = (got.yuan / paid.yuan) * 100;
  const note = `${rounded(paid.yuan)}元得利${rounded(got.yuan)}元`;
  const period = left.period ?? UNSAID;
  return { form: 'promise', start: left.at, end: paid.end, percent, period, note };
}

/** Reads 投1万返1.2万, 每万元每天50元, 50元/万元 and 借1万还1.5万 at a unit of the first sum. */
export function sumRate(text: string, at: number): PlainRate | null {
  const exchange = exchangeAt(text, at);
  if (!exchange) return perSum(text, at);
  if (isGift(text, exchange)) return null;
  return exchange.given.sense === said.BORROW ? asked(exchange) : promised(exchange);
}

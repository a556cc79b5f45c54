import { foldedAt, letterRight, skipBlanksLeft, unitOf } from './fold-unit.js';
import { LetterSet } from './letter-set.js';
import { TEN, codeAt } from './numeral-codes.js';
import { digitAt, isArabicAt, isNumeralAt, numeralBefore, type Numeral } from './numeral.js';
import { named, periodBehind, type Period } from './period.js';
import { isLowerEnd, lowerEnd } from './range.js';
import { INTEREST, PROMISE, RATE } from './senses.js';
import { lookLeft, type Side } from './surroundings.js';
import { WordTable, lengthOf } from './word-table.js';
import { RANGE_NOTE, type PlainRate } from './written-rate.js';

/** What one of a unit is in per cent, by the period it is said of. */
interface FolkUnit {
  readonly yearly: number;
  /** A month's, and a week's. */
  readonly monthly: number;
  readonly daily: number;
  readonly note: string | null;
}

const MAO: FolkUnit = { yearly: 10, monthly: 10, daily: 1, note: '民间说法，一毛即10%' };
/**
 * 月息 1分 = 1 %, 1厘 = 0.1 % a month; 年息 1分 = 10 %, 1厘 = 1 % a year; 日息 1厘 = 0.01 % a day
 * (banking custom); 1毛 is ten 分 of a month (folk speech).
 */
const UNITS: ReadonlyMap<number, FolkUnit> = new Map([
  [unitOf('分'), { yearly: 10, monthly: 1, daily: 0.1, note: null }],
  [unitOf('厘'), { yearly: 1, monthly: 0.1, daily: 0.01, note: null }],
  [unitOf('毛'), MAO],
  [unitOf('角'), MAO],
]);
const [FEN, LI, HALF, DE, SHI, DOT] = Array.from('分厘半的十.', unitOf);

/** Without a period a month is meant (banking custom; 本地默认). */
const MONTHLY: Period = { perYear: 12, at: -1, counted: false, note: '民间习惯按月计' };
const HIGHEST = 100;
/** 息 stands at most so far before its number (利息给到每个月2分). */
const REACH = 8;
/** 月利息, 每个月回报: a word and its period cover at most so many units. */
const WORD_AND_PERIOD = 6;

/** 2分钟, 三分之一, 5分店 … */
const NO_UNIT = new LetterSet('钟之享析期公店行类数红支局米别钱布发批段配队组');
/** 2分5万起: the 5 belongs to what follows it. */
const NO_TAIL = new LetterSet('个天年月日周期倍分万千百元块人位岁名%');
/** 利息十分。 and 十分的利 are rates, 十分高 is not. */
const MAY_FOLLOW_TEN = new LetterSet('，,。；;！!、的利息\n');

/** What makes a number of 分 a rate when it stands behind it, and whether it does. */
const IS_RATE = 1;
const BEHIND = new WordTable(
  [
    [IS_RATE, '利 利息 利钱 利率 息 计息 付息 结息'],
    [IS_RATE, '年息 年利 年利息', 1],
    [IS_RATE, '月息 月利 月利息', 12],
    [IS_RATE, '日息 日利 日利息', 365],
    [0, '利润 利益 利用 利于 利好 利害'],
  ],
  1,
);

function percentOf(unit: FolkUnit, perYear: number): number {
  if (perYear === 12 || perYear === 52) return unit.monthly;
  if (perYear === 1) return unit.yearly;
  return perYear === 365 ? unit.daily : 0;
}

/** 十分 is "very", unless nothing but the interest can be meant. */
function isVery(text: string, start: number, at: number): boolean {
  if (at !== start + 1 || foldedAt(text, at) !== FEN || foldedAt(text, start) !== SHI) return false;
  const next = letterRight(text, at + 1);
  return next < text.length && !MAY_FOLLOW_TEN.isAt(text, next);
}

/** The number of a unit at `at`, or null: 百分百 and 5分钟 are no numbers of 分. */
function numberOf(text: string, at: number): Numeral | null {
  const end = skipBlanksLeft(text, at);
  const last = codeAt(text, end - 1);
  if (last === 0 || last > TEN || NO_UNIT.isAt(text, at + 1)) return null;
  const number = numeralBefore(text, end);
  if (!number || number.value <= 0 || number.value > HIGHEST) return null;
  return isVery(text, number.start, at) ? null : number;
}

interface Tail {
  /** Tenths of the unit. */
  readonly tenths: number;
  readonly end: number;
}

/** The 五 of 一分五, the 8 of 1分8, the 5厘 of 2分5厘, the 半 of 三分半. */
function tailAt(text: string, start: number, number: Numeral): Tail {
  const none = { tenths: 0, end: start };
  const next = foldedAt(text, start);
  if (next === HALF) return { tenths: 5, end: start + 1 };
  const digit = digitAt(text, start);
  if (digit <= 0 || !Number.isInteger(number.value) || isNumeralAt(text, start + 1)) return none;
  const follows = foldedAt(text, start + 1);
  if (follows === LI) return { tenths: digit, end: start + 2 };
  const isDecimal = follows === DOT && isArabicAt(text, start + 2);
  return isDecimal || NO_TAIL.isAt(text, start + 1) ? none : { tenths: digit, end: start + 1 };
}

/** The word that makes a number of 分 a rate, and its period. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly period: Period | null;
}

const near = (period: Period | null, start: number): Period | null =>
  period && !period.counted && start - period.at <= REACH ? period : null;

/** The 息 before a number of 分, or null. */
function wordBefore(left: Side, end: number): Word | null {
  if (left.distance > REACH) return null;
  const period = near(left.period, left.at);
  const isRate = (left.sense & (INTEREST | RATE)) !== 0;
  // 月回报2分 promises what 月息2分 does; 收益2分 says nothing.
  if (!isRate && (period === null || left.sense !== PROMISE)) return null;
  return { start: left.at, end, period };
}

/** The 利 or 息 behind a number of 分, or null. */
function wordBehind(text: string, left: Side, start: number, end: number): Word | null {
  const at = foldedAt(text, end) === DE ? end + 1 : end;
  const found = BEHIND.find(text, at);
  if (BEHIND.senseOf(found) !== IS_RATE) return null;
  const perYear = BEHIND.valueOf(found);
  const period = perYear > 0 ? named(perYear, -1) : near(left.period, start);
  return { start, end: at + lengthOf(found), period };
}

const unitBefore = (text: string, end: number): number =>
  UNITS.has(foldedAt(text, end - 1)) ? end - 1 : -1;
const unitBehind = (text: string, start: number): number =>
  UNITS.has(foldedAt(text, start)) ? start + 1 : -1;

/** The period said of a number of 分, if the unit knows it. */
function periodOf(text: string, word: Word, unit: FolkUnit): Period {
  const said = word.period ?? periodBehind(text, word.end);
  return said && percentOf(unit, said.perYear) > 0 ? said : MONTHLY;
}

/** A number of 分 from its first unit to its last, in units. */
interface Count {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly isRange: boolean;
}

function countAt(text: string, at: number): Count | null {
  const number = numberOf(text, at);
  const tail = number && tailAt(text, at + 1, number);
  // The 1分 of 1分到2分 is read with the 2分.
  if (!tail || isLowerEnd(text, tail.end, unitBehind)) return null;
  const low = lowerEnd(text, number, unitBefore);
  return {
    start: low?.start ?? number.start,
    end: tail.end,
    value: number.value + tail.tenths / 10,
    isRange: low !== null || number.spread,
  };
}

/** Reads 月息2分, 三分利, 利息一分五, 8厘至1分 and 一毛的利 at the unit. */
export function folkRate(text: string, at: number): PlainRate | null {
  const unit = UNITS.get(foldedAt(text, at));
  const count = unit && countAt(text, at);
  if (!count) return null;
  const { start, end, value, isRange } = count;
  const left = lookLeft(text, start, start - REACH - WORD_AND_PERIOD);
  const word = wordBefore(left, end) ?? wordBehind(text, left, start, end);
  if (!word) return null;
  const period = periodOf(text, word, unit);
  return {
    form: 'interest',
    start: word.start,
    end: word.end,
    percent: value * percentOf(unit, period.perYear),
    period,
    note: unit.note ?? (isRange ? RANGE_NOTE : null),
  };
}

import { foldedAt, letterLeft, letterRight, skipBlanksRight, unitOf } from './fold-unit.js';
import { LetterSet } from './letter-set.js';
import { isArabicAt, isNumeralAt, numeralBefore, type Numeral } from './numeral.js';
import { TIME_UNITS, TIME_WORDS, type TimeUnit } from './time-units.js';
import { WordTable, lengthOf } from './word-table.js';

/** For how long a rate is meant. */
export interface Period {
  /** How many such spans make a year. */
  readonly perYear: number;
  /** Where it begins when it stands left of the rate; -1 when it stands on the right or nowhere. */
  readonly at: number;
  /** A counted span (三个月), not a named period (每月). */
  readonly counted: boolean;
  /** What was assumed, or null when the text says it. */
  readonly note: string | null;
}

/** Nothing says for how long: taken as a year, which is the mildest reading. */
export const UNSAID: Period = {
  perYear: 1,
  at: -1,
  counted: false,
  note: '未写期间，按一年计',
};
/** 三个月期 is how long a product runs; what it earns is told by the year. */
const TERM_NOTE = '期限产品按年化计';

const EVERY = new LetterSet('每按逐');
/** 3天前, 3年来 and 三年级 are no spans that a rate is for. */
const NO_SPAN = new LetterSet('前来间老级');
const TERM = new LetterSet('期标');
const [EACH, PIECE, NTH, YEAR, MONTH] = Array.from('每个第年月', unitOf);

/** A period that the text names, not counts. */
export const named = (perYear: number, at: number): Period => ({
  perYear,
  at,
  counted: false,
  note: null,
});

/** 2024年 and 18年 are dates; nobody promises by the century. */
function isDate(text: string, end: number, { start, value }: Numeral): boolean {
  if (foldedAt(text, end - 1) !== YEAR) return false;
  return value > 100 || (value > 12 && value < 40 && isArabicAt(text, start));
}

/** The span that a number ending at `last` and a unit ending at `end` say, or null. */
function counted(text: string, unit: TimeUnit, last: number, end: number): Period | null {
  const number = numeralBefore(text, last + 1);
  if (!number || number.value <= 0) return null;
  const follows = letterRight(text, end);
  const isTerm = TERM.isAt(text, follows);
  if (!(unit.counts || isTerm) || NO_SPAN.isAt(text, follows)) return null;
  if (!isTerm && isDate(text, end, number)) return null;
  const before = letterLeft(text, number.start);
  const letter = foldedAt(text, before);
  if (letter === NTH) return null;
  const at = letter === EACH ? before : number.start;
  const perYear = unit.perYear / number.value;
  if (isTerm) return { perYear: 1, at, counted: true, note: perYear === 1 ? null : TERM_NOTE };
  return { perYear, at, counted: true, note: null };
}

/**
 * The period that a unit of time (its place in TIME_UNITS) says between two places, or null when it is
 * a date or an age. `to` is where the rate begins: 日1% needs no word between.
 */
export function periodAt(
  text: string,
  place: number,
  start: number,
  end: number,
  to: number,
): Period | null {
  const unit = TIME_UNITS[place];
  if (!unit) return null;
  if (unit.isEach) return named(unit.perYear, start);
  let before = letterLeft(text, start);
  const isPiece = foldedAt(text, before) === PIECE;
  const every = isPiece ? letterLeft(text, before) : before;
  if (EVERY.isAt(text, every)) return named(unit.perYear, every);
  if (isPiece) before = every;
  if (isNumeralAt(text, before)) return counted(text, unit, before, end);
  if (isPiece) return null;
  const after = letterRight(text, end);
  return (after >= to && unit.standsAlone) || unit.before.isAt(text, after)
    ? named(unit.perYear, start)
    : null;
}

const timeWords = new WordTable(TIME_WORDS, 1);
const OPENS_PERIOD = new LetterSet('/每按一(（');
const OPENING = new LetterSet('(（');
const CLOSING = new LetterSet(')）');

/** The period written directly behind a rate (2%/月, 2%每天, 2分一个月), or null. */
export function periodBehind(text: string, end: number): Period | null {
  const at = skipBlanksRight(text, end);
  if (!OPENS_PERIOD.isAt(text, at)) return null;
  const isPiece = foldedAt(text, at + 1) === PIECE && foldedAt(text, at + 2) !== MONTH;
  const from = at + (isPiece ? 2 : 1);
  const found = timeWords.find(text, from);
  const unit = TIME_UNITS[timeWords.valueOf(found)];
  if (!unit || found === 0) return null;
  if (OPENING.isAt(text, at) && !CLOSING.isAt(text, from + lengthOf(found))) return null;
  return named(unit.perYear, -1);
}

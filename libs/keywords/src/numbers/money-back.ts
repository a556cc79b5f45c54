import { foldedAt, letterRight, skipBlanksRight, unitOf } from './fold-unit.js';
import { LetterSet } from './letter-set.js';
import { isArabicAt, isNumeralAt, numeralAt, type Numeral } from './numeral.js';
import { BACK_WORDS, COMMA, GAIN, INTEREST, STOP } from './sum-words.js';
import { sumAt, type Sum } from './sum.js';
import { TIME_WORDS } from './time-units.js';
import { WordTable, lengthOf } from './word-table.js';

const timeWords = new WordTable(TIME_WORDS, 1);
const backWords = new WordTable(BACK_WORDS, 1);

/** Money that comes back: the sum, and what is said of it. */
export interface Back {
  readonly sense: number;
  /** Where the word begins that says it comes back; the sum itself where no word precedes it. */
  readonly start: number;
  readonly end: number;
  readonly sum: Sum;
  /** No word says that it comes back, neither before nor behind it. */
  readonly silent: boolean;
}

/** What comes back is told at most so many commas behind what was given. */
const MOST_COMMAS = 2;
/** 返现金约300元: what may stand between the word and its sum, and how much of it. */
const FILLERS = new LetterSet('为达到约了可高至少低是仅只需近超过共计人民币现金最:');
const MOST_FILLERS = 6;
/** A word still speaks of a sum so far behind it. */
const LOOSE = 6;
/** 返300个, 得12%: numbers of something else than money. */
const NO_MONEY = new LetterSet('%‰个人次天年月日周分点倍名户家件套份只度');
/** Nobody promises less than this without saying 元. */
const LEAST = 10;
const DE = unitOf('的');

function skipFillers(text: string, start: number): number {
  let at = letterRight(text, start);
  while (at - start < MOST_FILLERS && FILLERS.isAt(text, at)) at = letterRight(text, at + 1);
  return at;
}

/** The sum at a place if it is money: it has a unit, or it is large enough and counts nothing else. */
function moneyAt(text: string, at: number): Sum | null {
  const sum = isNumeralAt(text, at) ? sumAt(text, at) : null;
  if (!sum || sum.hasUnit) return sum;
  const counts = NO_MONEY.isAt(text, letterRight(text, sum.end));
  return sum.yuan >= LEAST && !counts ? sum : null;
}

/** Where the span of time ends that begins with a number at a place (30天, 3个月), or -1. */
function spanEnd(text: string, { end }: Numeral): number {
  const unit = skipBlanksRight(text, end);
  const length = lengthOf(timeWords.find(text, unit));
  return length === 0 ? -1 : unit + length;
}

interface Word {
  readonly sense: number;
  readonly start: number;
  readonly end: number;
}

/** A sum that no word touches: 每天50元收益 says it behind, 利息最低仅5元 a little before. */
function looseBack(text: string, sum: Sum, before: Word | null): Back {
  if (before && sum.start - before.end <= LOOSE)
    return { sense: before.sense, start: before.start, end: sum.end, sum, silent: false };
  const noun = letterRight(text, foldedAt(text, sum.end) === DE ? sum.end + 1 : sum.end);
  const found = backWords.find(text, noun);
  const sense = backWords.senseOf(found);
  const { start } = sum;
  return (sense & (GAIN | INTEREST)) === 0
    ? { sense: GAIN, start, end: sum.end, sum, silent: true }
    : { sense, start, end: noun + lengthOf(found), sum, silent: false };
}

/** What a number between the two sums is: a sum itself, a span of time to pass over, or neither. */
function atNumber(text: string, at: number, before: Word | null): Back | number | null {
  const number = numeralAt(text, at);
  if (!number) return isArabicAt(text, at) ? null : at + 1;
  const end = spanEnd(text, number);
  if (end >= 0) return end;
  const sum = sumAt(text, at);
  if (sum?.hasUnit) return looseBack(text, sum, before);
  return isArabicAt(text, at) ? null : number.end;
}

/** The money that comes back for a sum that ends at `from`, said within `reach` units, or null. */
export function backAfter(text: string, from: number, reach: number): Back | null {
  const high = Math.min(text.length, from + reach);
  let commas = 0;
  let before: Word | null = null;
  for (let at = from; at < high;) {
    if (isNumeralAt(text, at)) {
      const found = atNumber(text, at, before);
      if (typeof found !== 'number') return found;
      at = found;
      continue;
    }
    const match = backWords.find(text, at);
    if (match === 0) {
      at++;
      continue;
    }
    const start = at;
    const sense = backWords.senseOf(match);
    at += lengthOf(match);
    if (sense === STOP || (sense === COMMA && ++commas > MOST_COMMAS)) return null;
    if (sense === COMMA) continue;
    const sum = moneyAt(text, skipFillers(text, at));
    if (sum) return { sense, start, end: sum.end, sum, silent: false };
    before = { sense, start, end: at };
  }
  return null;
}

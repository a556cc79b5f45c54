import { foldedAt, skipBlanksLeft, skipBlanksRight, unitOf } from './fold-unit.js';
import { LetterSet } from './letter-set.js';
import { isNumeralAt, numeralAt, numeralBefore, type Numeral } from './numeral.js';

const BETWEEN = new LetterSet('-~–—至到');
const DASH = unitOf('-');

/** Where a sign of rates that ends at `end` begins (% or 个点), or -1: each form has its own. */
export type SignBefore = (text: string, end: number) => number;
/** Where a sign of rates that begins at `start` ends, or -1. */
export type SignBehind = (text: string, start: number) => number;

/** Where the 至 or the dash between two numbers begins that ends at a place, or -1. */
function joinBefore(text: string, end: number): number {
  let at = skipBlanksLeft(text, end);
  if (!BETWEEN.isAt(text, at - 1)) return -1;
  at--;
  // A dash may be drawn twice: 8%--12%, 8%——12%.
  if (foldedAt(text, at) === foldedAt(text, at - 1)) at--;
  return skipBlanksLeft(text, at);
}

/** Where the 至 or the dash between two numbers ends that begins at a place, or -1. */
function joinBehind(text: string, start: number): number {
  let at = skipBlanksRight(text, start);
  if (!BETWEEN.isAt(text, at)) return -1;
  at++;
  if (foldedAt(text, at) === foldedAt(text, at - 1)) at++;
  return skipBlanksRight(text, at);
}

/** The lower end of a range whose upper number begins at `start` (8%-12%, 8至12%), or null. */
export function lowerEnd(text: string, upper: Numeral, sign: SignBefore): Numeral | null {
  const join = joinBefore(text, upper.start);
  if (join < 0) return null;
  const signed = sign(text, join);
  const low = numeralBefore(text, skipBlanksLeft(text, signed < 0 ? join : signed));
  // 2018-6% and 3-2% are no ranges, but 12%到8% is one.
  return low && (signed >= 0 || low.value < upper.value) ? low : null;
}

/** Whether what ends at `end` is the lower end of a range: the sign behind its upper end will find it. */
export function isLowerEnd(text: string, end: number, sign: SignBehind): boolean {
  const join = joinBehind(text, end);
  if (join < 0 || !isNumeralAt(text, join)) return false;
  const upper = numeralAt(text, join);
  return upper !== null && sign(text, skipBlanksRight(text, upper.end)) >= 0;
}

/** The upper end of a range whose lower number ends at `end` (百分之十八至二十四), or null. */
export function upperEnd(text: string, end: number): Numeral | null {
  const join = joinBehind(text, end);
  return join < 0 ? null : numeralAt(text, join);
}

/** Whether a minus stands before a number: a loss is promised by nobody. */
export function isNegative(text: string, start: number): boolean {
  return foldedAt(text, start - 1) === DASH && foldedAt(text, start - 2) !== DASH;
}

import { pointAt, pointsOf, unitsOf } from './code-points.js';
import { digitOf, expansionOf, foldedOf, isDigit, isSkipped } from './fold-table.js';
import { CALLED, MARKED, UNKNOWN, once, unitTable } from './unit-table.js';

/** What may be undone to read a text as a term. */
export type Profile = 'exact' | 'folded' | 'digits' | 'repeat' | 'digits-repeat';

/** Nothing: the reading passes over this character. */
const NOTHING: readonly number[] = [];

const ZERO = 0x30;
/** 0, O, 〇 and 零 are one symbol in matching (0风险, P0S), though folded text keeps them apart. */
const merged = (cp: number): number => (cp === 0x6f || cp === 0x3007 || cp === 0x96f6 ? ZERO : cp);

/** The first symbol of a code point; -1 where the reading passes over it. */
function firstFolded(cp: number): number {
  if (isSkipped(cp)) return -1;
  const expansion = expansionOf(cp);
  if (!expansion) return merged(foldedOf(cp));
  // Ⅲ is a way to write a digit, which terms ask for, and not three letters.
  return digitOf(cp) === undefined ? merged(expansion[0] ?? cp) : cp;
}

function foldedSymbols(cp: number): readonly number[] {
  const first = firstFolded(cp);
  if (first < 0) return NOTHING;
  const expansion = digitOf(cp) === undefined ? expansionOf(cp) : undefined;
  return expansion?.map(merged) ?? [first];
}

function digitSymbols(cp: number): readonly number[] {
  const digit = digitOf(cp);
  return digit === undefined ? foldedSymbols(cp) : [digit];
}

const mindsDigits = (profile: Profile): boolean =>
  profile === 'digits' || profile === 'digits-repeat';

/** The symbols that a profile sees in one code point; the empty list when it passes over it. */
export function symbolsOf(profile: Profile, cp: number): readonly number[] {
  if (profile === 'exact') return [cp];
  return mindsDigits(profile) ? digitSymbols(cp) : foldedSymbols(cp);
}

/** The first of those symbols, -1 where there is none. */
export function firstSymbolOf(profile: Profile, cp: number): number {
  if (profile === 'exact') return cp;
  return (mindsDigits(profile) ? digitOf(cp) : undefined) ?? firstFolded(cp);
}

/** The symbols that a profile sees in a text. */
export const spelt = (profile: Profile, text: string): number[] =>
  pointsOf(text).flatMap((cp) => symbolsOf(profile, cp));

/** Whether a profile sees in a text just these symbols. */
export function isSpelt(profile: Profile, text: string, symbols: readonly number[]): boolean {
  let next = 0;
  for (let at = 0; at < text.length;) {
    const cp = pointAt(text, at);
    at += unitsOf(cp);
    for (const symbol of symbolsOf(profile, cp)) if (symbol !== symbols[next++]) return false;
  }
  return next === symbols.length;
}

const PRIVATE = 0xd800;
const isAstral = (symbol: number): boolean => symbol > 0xffff;

/** Left and upper halves that nobody writes alone; their codes are marked, so that a reading tells it has some. */
const HALVES = pointsOf('亻イ氵彡扌讠訁钅釒纟糹饣飠忄犭礻衤辶阝冫彳艹疒宀丬牜');
const halves = new Map(HALVES.map((cp, i) => [foldedOf(cp), MARKED + i]));

/** Whether a code is that of a half. */
export const isHalf = (code: number): boolean => code >= MARKED && code < MARKED + HALVES.length;

/** Letters without which nobody writes a rate; a reading calls out where they stand. */
export const CALLED_OUT = '%‰‱点分厘毛角倍番数万千百亿元块圆wk';
const CALLED_POINTS = pointsOf(CALLED_OUT);
const calledOut = new Map(CALLED_POINTS.map((cp, i) => [cp, CALLED + i]));

/** The letter that a code stands for; the code itself where it is one. */
export const letterOf = (code: number): number => CALLED_POINTS[code - CALLED] ?? code;

/** The code of a symbol in the folded reading; astral characters share 2,048 codes that no text unit needs. */
function codeOf(symbol: number): number {
  if (isAstral(symbol)) return PRIVATE | (symbol & 0x7ff);
  if (symbol >= MARKED) return UNKNOWN;
  return halves.get(symbol) ?? calledOut.get(symbol) ?? symbol;
}

/** The codes of the folded reading, in which all styles of a digit are one: what a profile minds is checked at a hit. */
export const foldedCodes = (cp: number): readonly number[] => digitSymbols(cp).map(codeOf);

/** The folded reading by UTF-16 unit. */
export const foldedTable = once(() => unitTable(foldedCodes));

/** Whether a code stands for several symbols, so that a hit of it must be looked at symbol by symbol. */
export const isShared = (code: number): boolean =>
  isDigit(code) || (code >= PRIVATE && code < PRIVATE + 0x800);

/** The codes of a text in the folded reading. */
export const foldedCodesOf = (text: string): number[] => pointsOf(text).flatMap(foldedCodes);

/** Whether the profile takes a run of equal symbols as one. */
export const collapses = (profile: Profile): boolean =>
  profile === 'repeat' || profile === 'digits-repeat';

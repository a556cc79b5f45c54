import { UnitSet, unitsWith } from '../unit-map.js';
import { UNITS, isSurrogate } from '../unit-table.js';
import { INVISIBLE, NOISE, foldKindOf, foldedOf } from '../fold-table.js';

/** Marks that folding takes for noise, but that numbers are written with: `from` is said as `to`. */
const MARKS_OF_NUMBERS = { from: '．﹪／－−～：￥', to: '.%/--~:¥' };
/** Empty space that folding does not call invisible; the end of a line is none. */
const SPACES =
  '\t\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff';

/** What a unit is between two letters of a word: read, empty, or an ornament. */
const LETTER = 0;
const BLANK = 1;
const ORNAMENT = 2;

/** The folded unit of a letter, for comparing with what stands in a text. */
export const unitOf = (letter: string): number => letter.charCodeAt(0);

// A table that a module keeps to itself is a constant to V8, an exported one is not (3 ns a unit dearer):
// others ask the functions below.
const folds = new Uint16Array(UNITS);
/** The other units that fold to a unit. */
const variants = new Map<number, number[]>();

function gapOf(unit: number): number {
  // Half of an emoji; the few Chinese characters that need two units stand in no word of ours.
  if (isSurrogate(unit)) return ORNAMENT;
  const kind = foldKindOf(unit);
  if (kind === INVISIBLE) return BLANK;
  return kind === NOISE ? ORNAMENT : LETTER;
}

function load(): void {
  for (let unit = 0; unit < UNITS; unit++) {
    const to = foldedOf(unit);
    folds[unit] = to < UNITS ? to : unit;
  }
  Array.from(MARKS_OF_NUMBERS.from, unitOf).forEach((unit, i) => {
    folds[unit] = MARKS_OF_NUMBERS.to.charCodeAt(i);
  });
  for (let unit = 0; unit < UNITS; unit++) {
    const to = folds[unit] ?? unit;
    if (to === unit) continue;
    const others = variants.get(to);
    if (others) others.push(unit);
    else variants.set(to, [unit]);
  }
}
load();

const kinds = new Map([
  ...unitsWith(gapOf),
  ...Array.from(SPACES, (space) => [unitOf(space), BLANK] as const),
  [unitOf('\n'), LETTER] as const,
]);
const unitsOfKinds = (...wanted: number[]): number[] =>
  [...kinds].flatMap(([unit, kind]) => (wanted.includes(kind) ? unit : []));
const blanks = new UnitSet(unitsOfKinds(BLANK));
const gaps = new UnitSet(unitsOfKinds(BLANK, ORNAMENT));

/** All UTF-16 units that say a letter, in any width, case or script. */
export function unitsSaying(letter: string): readonly number[] {
  const unit = unitOf(letter);
  return [unit, ...(variants.get(unit) ?? [])];
}

/** The simplified, narrow, lower-case unit that a UTF-16 unit says. */
export const foldOf = (unit: number): number => folds[unit] ?? 0;

/** Whether a UTF-16 unit may stand between two letters of one word (月·息, 收 益); line ends may not. */
export const isGap = (unit: number): boolean => gaps.has(unit);

/** Whether a UTF-16 unit is empty space within a line. */
export const isBlank = (unit: number): boolean => blanks.has(unit);

/** So many units in a row may be passed over between two letters. */
export const WIDEST_GAP = 4;

/** The unit at a place of a text, folded; 0 outside the text. */
export function foldedAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (folds[text.charCodeAt(at)] ?? 0) : 0;
}

/** Where blanks to the left of a place end: the end of what stands before it. */
export function skipBlanksLeft(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < WIDEST_GAP && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where blanks to the right of a place end: the begin of what stands behind it. */
export function skipBlanksRight(text: string, start: number): number {
  let at = start;
  while (at < text.length && at - start < WIDEST_GAP && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The place of the nearest letter left of `end`, passing over gaps; -1 where the text begins. */
export function letterLeft(text: string, end: number): number {
  let at = end - 1;
  while (at >= 0 && end - at <= WIDEST_GAP && isGap(text.charCodeAt(at))) at--;
  return at;
}

/** The place of the nearest letter from `start` on, passing over gaps; the length where the text ends. */
export function letterRight(text: string, start: number): number {
  let at = start;
  while (at < text.length && at - start < WIDEST_GAP && isGap(text.charCodeAt(at))) at++;
  return at;
}

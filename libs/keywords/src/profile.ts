import { assertNever } from '@risk/kit';
import { pointsOf } from './code-points.js';
import { digitOf, expansionOf, foldedOf, isSkipped } from './fold-table.js';
import { soundOf } from './sound.js';

/** One way of reading text; terms that share a reading share a matcher. */
export type Profile = 'exact' | 'folded' | 'digits' | 'repeat' | 'digits-repeat' | 'homophone';

/** Nothing: the reading passes over this character. */
const NOTHING: readonly number[] = [];

const ZERO = 0x30;
/** 0, O, 〇 and 零 are one symbol in matching (0风险, P0S), though folded text keeps them apart. */
const SAME_AS_ZERO = new Set([0x6f, 0x3007, 0x96f6]);

const merged = (cp: number): number => (SAME_AS_ZERO.has(cp) ? ZERO : cp);

function foldedSymbols(cp: number): readonly number[] {
  if (isSkipped(cp)) return NOTHING;
  const expansion = expansionOf(cp);
  return expansion ? expansion.map(merged) : [merged(foldedOf(cp))];
}

function digitSymbols(cp: number): readonly number[] {
  const digit = digitOf(cp);
  return digit === undefined ? foldedSymbols(cp) : [digit];
}

/** The symbols that a reading sees in one code point; the empty list when it passes over it. */
export function symbolsOf(profile: Profile, cp: number): readonly number[] {
  switch (profile) {
    case 'exact':
      return [cp];
    case 'folded':
    case 'repeat':
      return foldedSymbols(cp);
    case 'digits':
    case 'digits-repeat':
      return digitSymbols(cp);
    case 'homophone':
      return foldedSymbols(cp).map(soundOf);
    default:
      return assertNever(profile);
  }
}

/** Whether the reading takes a run of equal symbols as one. */
export const collapses = (profile: Profile): boolean =>
  profile === 'repeat' || profile === 'digits-repeat';

/** The symbols that a reading sees in a whole text, with runs collapsed where it does so. */
export function readingOf(profile: Profile, text: string): readonly number[] {
  const symbols = pointsOf(text).flatMap((cp) => symbolsOf(profile, cp));
  if (!collapses(profile)) return symbols;
  return symbols.filter((symbol, i) => i === 0 || symbol !== symbols[i - 1]);
}

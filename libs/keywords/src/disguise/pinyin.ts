import { syllableCode } from './sounds.js';

/** Syllables have up to six letters (zhuang). */
const LONGEST_SYLLABLE = 6;
/** Longer runs of letters are words of another language or codes. */
export const LONGEST_RUN = 24;
/** Letters that stand for a syllable alone say nothing. */
const SHORTEST_SYLLABLE = 2;

/** A syllable in a run of letters: its code and its letters. */
export interface WrittenSyllable {
  readonly code: number;
  readonly from: number;
  readonly to: number;
}

/** Cuts a run of letters into syllables, longest first, or answers null when it is no pinyin. */
export function syllablesIn(letters: string): readonly WrittenSyllable[] | null {
  return letters.length < SHORTEST_SYLLABLE || letters.length > LONGEST_RUN
    ? null
    : cut(letters, 0);
}

function cut(letters: string, from: number): readonly WrittenSyllable[] | null {
  if (from === letters.length) return [];
  const furthest = Math.min(letters.length, from + LONGEST_SYLLABLE);
  for (let to = furthest; to >= from + SHORTEST_SYLLABLE; to--) {
    const code = syllableCode(letters.slice(from, to));
    const rest = code === undefined ? null : cut(letters, to);
    if (code !== undefined && rest) return [{ code, from, to }, ...rest];
  }
  return null;
}

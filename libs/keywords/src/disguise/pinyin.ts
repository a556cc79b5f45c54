import { once } from '../unit-table.js';
import { allSyllables } from './sounds.js';

/** Syllables have up to six letters (zhuang). */
const LONGEST_SYLLABLE = 6;
/** Longer runs of letters are words of another language or codes. */
const LONGEST_RUN = 24;
/** Letters that stand for a syllable alone say nothing. */
const SHORTEST_SYLLABLE = 2;

const LETTERS = 26;
const A = 0x61;

/** A syllable in a run of letters: its code and its letters. */
export interface WrittenSyllable {
  readonly code: number;
  readonly from: number;
  readonly to: number;
}

/** All syllables letter by letter: which state follows a state by a letter (0 is none), and the syllable that ends there. */
interface SyllableTree {
  readonly next: Int16Array;
  readonly codes: Uint16Array;
}

const tree = once((): SyllableTree => {
  const all = [...allSyllables()];
  const room = all.reduce((sum, [name]) => sum + name.length, 1);
  const next = new Int16Array(room * LETTERS);
  const codes = new Uint16Array(room);
  let states = 1;
  for (const [name, code] of all) {
    let state = 0;
    for (const letter of name) {
      const step = state * LETTERS + letter.charCodeAt(0) - A;
      if (next[step] === 0) next[step] = states++;
      state = next[step] ?? 0;
    }
    codes[state] = code;
  }
  return { next, codes };
});

/** Cuts a run of letters a to z into syllables, longest first, or answers null when it is no pinyin. */
export function syllablesIn(
  letters: ArrayLike<number>,
  from: number,
  to: number,
): readonly WrittenSyllable[] | null {
  return to - from < SHORTEST_SYLLABLE || to - from > LONGEST_RUN ? null : cut(letters, from, to);
}

function cut(
  letters: ArrayLike<number>,
  from: number,
  to: number,
): readonly WrittenSyllable[] | null {
  if (from === to) return [];
  const { next, codes } = tree();
  const states = [0];
  for (let at = from; at < Math.min(to, from + LONGEST_SYLLABLE); at++) {
    const state = next[(states[at - from] ?? 0) * LETTERS + (letters[at] ?? 0) - A] ?? 0;
    if (state === 0) break;
    states.push(state);
  }
  for (let size = states.length - 1; size >= SHORTEST_SYLLABLE; size--) {
    const code = codes[states[size] ?? 0] ?? 0;
    const rest = code === 0 ? null : cut(letters, from + size, to);
    if (rest) return [{ code, from, to: from + size }, ...rest];
  }
  return null;
}

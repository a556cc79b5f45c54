import { pointAt } from '../code-points.js';
import { OTHER_SOUNDS, USUAL_SOUNDS } from '../tables/sounds.generated.js';
import { once } from '../unit-table.js';

/** Syllables are numbered from here on, among codes that no Latin letter or digit has. */
export const FIRST_SYLLABLE = 0x4e00;

interface Sounds {
  readonly syllables: ReadonlyMap<string, number>;
  /** The codes of a character's sounds, the usual one first. */
  readonly byCharacter: ReadonlyMap<number, readonly number[]>;
}

const nameOf = (entry: string): string => /^[a-z]+/.exec(entry)?.[0] ?? '';

function load(): Sounds {
  const names = [...new Set([...USUAL_SOUNDS, ...OTHER_SOUNDS].map(nameOf))].sort();
  const syllables = new Map(names.map((name, i) => [name, FIRST_SYLLABLE + i]));
  const byCharacter = new Map<number, number[]>();
  for (const entry of [...USUAL_SOUNDS, ...OTHER_SOUNDS]) {
    const name = nameOf(entry);
    const code = syllables.get(name) ?? 0;
    for (const char of entry.slice(name.length)) {
      const known = byCharacter.get(pointAt(char, 0));
      if (known) known.push(code);
      else byCharacter.set(pointAt(char, 0), [code]);
    }
  }
  return { syllables, byCharacter };
}

const sounds = once(load);
const NONE: readonly number[] = [];

/** The toneless syllables that a Chinese character may be read as, as codes, the usual one first. */
export const soundsOf = (cp: number): readonly number[] => sounds().byCharacter.get(cp) ?? NONE;

/** The code of a written syllable (bao), or undefined. */
export const syllableCode = (written: string): number | undefined =>
  sounds().syllables.get(written);

/** The codes of all syllables that begin with a letter. */
export function syllablesFrom(letter: string): readonly number[] {
  return [...sounds().syllables].flatMap(([name, code]) => (name.startsWith(letter) ? [code] : []));
}

/** Whether two characters have a sound in common. */
export const soundAlike = (a: number, b: number): boolean =>
  soundsOf(a).some((sound) => soundsOf(b).includes(sound));

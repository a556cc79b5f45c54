import { OTHER_SOUNDS, USUAL_SOUNDS } from '../tables/sounds.generated.js';
import { UnitLists, listsOf } from '../unit-lists.js';
import { once } from '../unit-table.js';

/** Syllables are numbered from here on, among codes that no Latin letter or digit has. */
export const FIRST_SYLLABLE = 0x4e00;

const nameOf = (entry: string): string => /^[a-z]+/.exec(entry)?.[0] ?? '';

const syllables = once((): ReadonlyMap<string, number> => {
  const names = [...new Set([...USUAL_SOUNDS, ...OTHER_SOUNDS].map(nameOf))].sort();
  return new Map(names.map((name, i) => [name, FIRST_SYLLABLE + i]));
});

function* soundPairs(): Generator<readonly [unit: number, sound: number]> {
  for (const entry of [...USUAL_SOUNDS, ...OTHER_SOUNDS]) {
    const name = nameOf(entry);
    const sound = syllables().get(name) ?? 0;
    for (const character of entry.slice(name.length)) yield [character.charCodeAt(0), sound];
  }
}

const sounds = once(() => new UnitLists(listsOf(soundPairs())));

/** The toneless syllables that a Chinese character may be read as, as codes, the usual one first. */
export const soundsOf = (cp: number): readonly number[] => (cp > 0xffff ? [] : sounds().of(cp));

/** All syllables as they are written (bao), and their codes. */
export const allSyllables = (): ReadonlyMap<string, number> => syllables();

/** The codes of all syllables that begin with a letter. */
export const syllablesFrom = (letter: string): readonly number[] =>
  [...syllables()].flatMap(([name, code]) => (name.startsWith(letter) ? [code] : []));

/** Whether two characters have a sound in common. */
export const soundAlike = (a: number, b: number): boolean =>
  a <= 0xffff && b <= 0xffff && sounds().meet(a, b);

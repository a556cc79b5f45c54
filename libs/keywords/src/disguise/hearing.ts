import { FOLD_KINDS, foldKindOf, foldedOf, isSkipped } from '../fold-table.js';
import { MARKED, once, unitTable } from '../unit-table.js';
import { alikesOf, partsOf } from '../shapes.js';
import { soundsOf, syllablesFrom } from './sounds.js';
import { rarityOf } from './usage.js';

/** Codes with this bit stand for a set of syllables, any of which may be meant. */
export const SEVERAL = 0x8000;

/** A character as common as this is read in its usual way only: nobody hides behind 的. */
const PLAIN_BELOW = 3;
/** Whoever does not know a character as rare as this reads the part that he knows. */
const LENT_FROM = 4;

const LOOK_ALIKE = FOLD_KINDS.indexOf('look-alike');
const isLetterOrDigit = (cp: number): boolean =>
  (cp >= 0x30 && cp <= 0x39) || (cp >= 0x61 && cp <= 0x7a);

/** A character as it strikes the eye: traditional forms as what they are, variants as the oddity that they are. */
export const writtenOf = (cp: number): number =>
  foldKindOf(cp) === LOOK_ALIKE && soundsOf(cp).length > 0 ? cp : foldedOf(cp);

/** The character of a term where a written one is only a variant of it, else the written one. */
export const foldsTo = (written: number, meant: number): number =>
  written !== 0 && foldedOf(written) === meant ? meant : written;

/** What a reader may hear in a character: its sounds, those of its parts when it is rare, those of its doubles. */
export function heardIn(cp: number): readonly number[] {
  const written = writtenOf(cp);
  const own = [...soundsOf(foldedOf(cp)), ...soundsOf(written)];
  const rarity = rarityOf(written);
  if (rarity < PLAIN_BELOW) return own.slice(0, 1);
  const lenders = [...(rarity >= LENT_FROM ? partsOf(written) : []), ...alikesOf(written)];
  return [...new Set([...own, ...lenders.flatMap(soundsOf)])];
}

/** Sets of syllables by number, so that a set is one code. */
class SetBook {
  private readonly numbers = new Map<string, number>();
  readonly sets: (readonly number[])[] = [];

  codeOf(sounds: readonly number[]): number {
    const [only, ...more] = sounds;
    if (only === undefined || more.length === 0) return only ?? 0;
    const key = [...sounds].sort((x, y) => x - y).join(' ');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const code = SEVERAL + this.sets.length;
    if (code >= MARKED) throw new Error('more sets of sounds than codes');
    this.numbers.set(key, code);
    this.sets.push(sounds);
    return code;
  }
}

const book = new SetBook();

/** A letter between Chinese characters stands for a syllable that it begins; v is how 微 is typed. */
const initials = once(() => {
  const codes = new Map<number, number>();
  for (let cp = 0x61; cp <= 0x7a; cp++) {
    const letter = String.fromCharCode(cp);
    codes.set(cp, book.codeOf(syllablesFrom(letter === 'v' ? 'w' : letter)));
  }
  return codes;
});

/** The code of what a single letter may stand for, or 0. */
export const initialCode = (cp: number): number => initials().get(cp) ?? 0;

/** The code of what is heard in a character: a syllable, a set of them, a letter or digit itself, or 0. */
export function heardCode(cp: number): number {
  const folded = foldedOf(cp);
  return isLetterOrDigit(folded) ? folded : book.codeOf(heardIn(cp));
}

/** The codes of the reading by ear. */
export const heardCodes = (cp: number): readonly number[] => (isSkipped(cp) ? [] : [heardCode(cp)]);

/** The reading by ear by UTF-16 unit. */
export const heardTable = once(() => unitTable(heardCodes));

/** The syllables that a code stands for. */
export const meantBy = (code: number): readonly number[] =>
  (code & SEVERAL) === 0 ? [code] : (book.sets[code - SEVERAL] ?? []);

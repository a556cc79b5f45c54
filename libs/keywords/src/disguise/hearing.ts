import { FOLD_KINDS, foldKindOf, foldedOf, isSkipped } from '../fold-table.js';
import { MARKED, UNITS, isSurrogate, once, unitTable } from '../unit-table.js';
import { alikesOf, partsOf } from '../shapes.js';
import { soundsOf, syllablesFrom } from './sounds.js';
import { rarityOf } from './usage.js';

/** Codes with this bit stand for a set of syllables, any of which may be meant. */
export const SEVERAL = 0x8000;

/** A character as common as this is read in its usual way only: nobody hides behind 的. */
const PLAIN_BELOW = 3.5;
/** Whoever does not know a character as rare as this reads the part that he knows. */
const LENT_FROM = 4.7;

const LOOK_ALIKE = FOLD_KINDS.indexOf('look-alike');
const isLetterOrDigit = (cp: number): boolean =>
  (cp >= 0x30 && cp <= 0x39) || (cp >= 0x61 && cp <= 0x7a);

/** Whether a code stands for one syllable or letter. */
const isOne = (code: number): boolean => (code & SEVERAL) === 0;

/** A character as it strikes the eye: traditional forms as what they are, variants as the oddity that they are. */
export const writtenOf = (cp: number): number =>
  foldKindOf(cp) === LOOK_ALIKE && soundsOf(cp).length > 0 ? cp : foldedOf(cp);

/** The written form of each UTF-16 unit that is a character by itself; 0 where it is beyond the units. */
const writtenUnits = once(() =>
  Uint16Array.from({ length: UNITS }, (_, unit) => {
    const written = writtenOf(unit);
    return written < UNITS ? written : 0;
  }),
);

/** The character at a place of a text as it strikes the eye; 0 for one beyond the units. */
export const writtenIn = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return isSurrogate(unit) ? 0 : (writtenUnits()[unit] ?? 0);
};

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

/** The reading by ear: codes by UTF-16 unit, codes of single letters, and the syllables of codes that stand for several. */
interface Hearing {
  readonly table: Uint16Array;
  readonly initials: ReadonlyMap<number, number>;
  readonly sets: readonly (readonly number[])[];
}

const hearing = once((): Hearing => {
  const book = new SetBook();
  const codeOf = (cp: number): number => {
    const folded = foldedOf(cp);
    return isLetterOrDigit(folded) ? folded : book.codeOf(heardIn(cp));
  };
  const table = unitTable((cp) => (isSkipped(cp) ? [] : [codeOf(cp)]));
  const initials = new Map<number, number>();
  for (let cp = 0x61; cp <= 0x7a; cp++) {
    const letter = String.fromCharCode(cp);
    // v is how 微 is typed.
    initials.set(cp, book.codeOf(syllablesFrom(letter === 'v' ? 'w' : letter)));
  }
  return { table, initials, sets: book.sets };
});

/** The codes of the reading by ear by UTF-16 unit: a syllable, a set of them, a letter or digit itself, or 0. */
export const heardTable = (): Uint16Array => hearing().table;

/** The code of what is heard in a character of one unit. */
export const heardAs = (unit: number): number => heardTable()[unit] ?? 0;

/** The codes of the reading by ear of a code point; those beyond the units are heard as what they fold to. */
export function heardCodes(cp: number): readonly number[] {
  if (isSkipped(cp)) return [];
  const folded = foldedOf(cp);
  return [folded < UNITS && !isSurrogate(folded) ? heardAs(folded) : 0];
}

/** The code of what a letter between Chinese characters may stand for, any syllable that it begins; or 0. */
export const initialCode = (cp: number): number => hearing().initials.get(cp) ?? 0;

/** The syllables of the codes that stand for several, from SEVERAL on. */
export const heardSets = (): readonly (readonly number[])[] => hearing().sets;

/** The syllables that a code stands for. */
export const meantBy = (code: number): readonly number[] =>
  isOne(code) ? (alone()[code] ?? []) : (heardSets()[code - SEVERAL] ?? []);

/** A list of each code by itself, made once so that none is made anew at every place of a text. */
const alone = once(() => Array.from({ length: SEVERAL }, (_, code) => [code]));

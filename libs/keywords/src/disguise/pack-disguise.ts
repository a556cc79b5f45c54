import { pointsOf } from '../code-points.js';
import { foldedOf, isSkipped } from '../fold-table.js';
import { SequenceList, packIndex } from '../pack-index.js';
import type { PackedDisguise } from './disguise-scanner.js';
import { soundsOf } from './sounds.js';

/** So many ways to say one term are kept; of longer lists only the usual way. */
const MOST_SPELLINGS = 48;
/** A single character sounds like too many others. */
const LEAST_CHARACTERS = 2;

const isLetterOrDigit = (cp: number): boolean =>
  (cp >= 0x30 && cp <= 0x39) || (cp >= 0x61 && cp <= 0x7a);

/** What a character of a term may be heard as: its syllables, or a letter or digit itself. */
const codesOf = (cp: number): readonly number[] => (isLetterOrDigit(cp) ? [cp] : soundsOf(cp));

/** The folded characters of a term that can be disguised, or null where one of them has no sound. */
export function audibleCharacters(term: string): readonly number[] | null {
  const characters = pointsOf(term)
    .filter((cp) => !isSkipped(cp))
    .map(foldedOf);
  if (characters.length < LEAST_CHARACTERS) return null;
  const isAudible = characters.every((cp) => codesOf(cp).length > 0);
  return isAudible && characters.some((cp) => !isLetterOrDigit(cp)) ? characters : null;
}

/** All ways in which characters may be said, as codes of syllables. */
export function sayingsOf(characters: readonly number[]): number[][] {
  const count = characters.reduce((product, cp) => product * codesOf(cp).length, 1);
  const heard = characters.map((cp) =>
    count > MOST_SPELLINGS ? codesOf(cp).slice(0, 1) : codesOf(cp),
  );
  return heard.reduce<number[][]>(
    (ways, codes) => ways.flatMap((way) => codes.map((code) => [...way, code])),
    [[]],
  );
}

/** Takes the terms of a list in order, those that are never disguised as well. */
export class DisguisePacker {
  private readonly sayings = new SequenceList();
  private readonly characters = new SequenceList();
  private count = 0;
  private longest = 0;
  private audible = 0;

  add(term: number, text: string): void {
    const characters = audibleCharacters(text);
    this.characters.add(this.count++, characters ?? []);
    if (!characters) return;
    this.audible += 1;
    this.longest = Math.max(this.longest, characters.length);
    for (const saying of sayingsOf(characters)) this.sayings.add(term, saying);
  }

  skip(): void {
    this.characters.add(this.count++, []);
  }

  /** The index by ear, or null when no term may be disguised. */
  packed(): PackedDisguise | null {
    if (this.sayings.size === 0) return null;
    const { codes, offsets } = this.characters.all();
    return {
      index: packIndex(this.sayings.all()),
      characters: codes.slice(),
      offsets: offsets.slice(),
      longest: this.longest,
      count: this.audible,
    };
  }
}

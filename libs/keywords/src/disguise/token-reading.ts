import { pointAt, pointsOf } from '../code-points.js';
import { foldedOf } from '../fold-table.js';
import { JoinedReading, type Joint } from '../joined-reading.js';
import type { HeardReading, HeardSpelling } from './heard-reading.js';
import { heardAs, initialCode, writtenIn } from './hearing.js';
import { syllablesIn } from './pinyin.js';
import { SURPRISE_OF_INITIAL, SURPRISE_OF_PINYIN, surpriseOf, type Guise } from './plausibility.js';
import { joined } from '../shapes.js';
import { isOrdinaryPair, rarityOf } from './usage.js';

/** Halves, or letters, that stand for one character of a term. */
interface Token extends Joint {
  readonly guise: Guise;
  /** The character that the halves make; 0 for letters. */
  readonly written: number;
  readonly surprise: number;
}

/** The UTF-16 units of a text, in order, where tokens may begin; see survey.ts. */
interface Sites {
  readonly sites: ArrayLike<number>;
  readonly count: number;
}

/** A text by ear in which split characters are put together and pinyin is read as syllables: 亻呆本, bao本. */
export class TokenReading extends JoinedReading<Token> implements HeardSpelling {
  private readonly found: Token[] = [];

  /** Reads on from a reading by ear; answers the places of the tokens that terms of `longest` characters can hold. */
  readFrom(reading: HeardReading, { sites, count }: Sites, longest: number): readonly number[] {
    const { found } = this;
    found.length = 0;
    let free = 0;
    for (let i = 0; i < count && free < reading.length; i++) {
      const site = sites[i] ?? 0;
      // What is behind has been taken into a token.
      if (site >= reading.startOf(free))
        free = addTokens(reading, reading.placeOf(site, free), found);
    }
    return found.length === 0 ? NO_PLACES : this.join(reading, found, longest);
  }

  guiseAt(k: number): Guise {
    return this.jointAt(k)?.guise ?? 'character';
  }

  writtenAt(k: number): number {
    return this.jointAt(k)?.written ?? writtenIn(this.text, this.startOf(k));
  }

  surpriseAt(k: number, before: number): number {
    return this.jointAt(k)?.surprise ?? surpriseOf(before, this.writtenAt(k));
  }
}

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isHan = (cp: number): boolean => (cp >= 0x3400 && cp <= 0x9fff) || cp >= 0x20000;

const NO_PLACES: readonly number[] = [];

/** Adds the tokens that begin at a place, and answers where the next ones may. */
function addTokens(reading: HeardReading, k: number, found: Token[]): number {
  if (!isLetter(reading.codes[k] ?? 0)) return addSplit(reading, k, found) ? k + 2 : k;
  const to = endOfLetters(reading, k);
  addLetters(reading, k, to, found);
  return to;
}

const characterAt = ({ text, starts }: HeardReading, k: number): number =>
  foldedOf(pointAt(text, starts[k] ?? 0));

const touches = (reading: HeardReading, k: number): boolean =>
  k + 1 < reading.length && reading.endOf(k) === reading.startOf(k + 1);

/** Adds two halves that make a character, unless they are an ordinary word as they stand (女子). */
function addSplit(reading: HeardReading, k: number, found: Token[]): boolean {
  if (!touches(reading, k)) return false;
  const left = characterAt(reading, k);
  const right = characterAt(reading, k + 1);
  const written = joined(left, right);
  if (written === 0 || isOrdinaryPair(left, right)) return false;
  const surprise = rarityOf(left) + rarityOf(right);
  found.push({ guise: 'split', code: heardAs(written), written, surprise, at: k, takes: 2 });
  return true;
}

function endOfLetters(reading: HeardReading, from: number): number {
  let k = from;
  while (touches(reading, k) && isLetter(reading.codes[k + 1] ?? 0)) k++;
  return k + 1;
}

/** Marks of addresses: letters beside them are names of hosts and people, no words in disguise. */
const ADDRESS: ReadonlySet<number> = new Set(pointsOf('./@:-_#?=&0123456789'));

function addLetters(reading: HeardReading, from: number, to: number, found: Token[]): void {
  const { text } = reading;
  const before = text.charCodeAt(reading.startOf(from) - 1);
  const behind = text.charCodeAt(reading.endOf(to - 1));
  if (ADDRESS.has(before) || ADDRESS.has(behind)) return;
  if (to - from === 1) addInitial(reading, from, found);
  else addSyllables(reading, from, to, found);
}

function addSyllables(reading: HeardReading, from: number, to: number, found: Token[]): void {
  const syllables = syllablesIn(reading.codes, from, to);
  if (!syllables) return;
  for (const { code, from: at, to: end } of syllables) {
    const token = { code, written: 0, surprise: SURPRISE_OF_PINYIN, at, takes: end - at };
    found.push({ guise: 'pinyin', ...token });
  }
}

/** Adds a single letter for a syllable where Chinese stands beside it. */
function addInitial(reading: HeardReading, k: number, found: Token[]): void {
  if (!isHanAt(reading, k - 1) && !isHanAt(reading, k + 1)) return;
  const code = initialCode(reading.codes[k] ?? 0);
  if (code === 0) return;
  found.push({
    guise: 'initial',
    code,
    written: 0,
    surprise: SURPRISE_OF_INITIAL,
    at: k,
    takes: 1,
  });
}

const isHanAt = (reading: HeardReading, k: number): boolean =>
  k >= 0 && k < reading.length && isHan(characterAt(reading, k));

import { pointAt } from '../code-points.js';
import { foldedOf } from '../fold-table.js';
import { JoinedReading, type Joint } from '../joined-reading.js';
import { once } from '../unit-table.js';
import type { HeardReading, HeardSpelling } from './heard-reading.js';
import { heardCode, initialCode, writtenOf } from './hearing.js';
import { syllablesIn } from './pinyin.js';
import {
  SURPRISE_OF_INITIAL,
  SURPRISE_OF_PINYIN,
  surpriseOf,
  surpriseOfSplit,
  type Guise,
} from './plausibility.js';
import { beginsSplit, joined } from '../shapes.js';

/** Halves, or letters, that stand for one character of a term. */
interface Token extends Joint {
  readonly guise: Guise;
  /** The character that the halves make; 0 for letters. */
  readonly written: number;
  readonly surprise: number;
}

/** A text by ear in which split characters are put together and pinyin is read as syllables: 亻呆本, bao本. */
export class TokenReading extends JoinedReading<Token> implements HeardSpelling {
  /** Reads on from a reading by ear; answers the places of the tokens, none when there is nothing to put together. */
  readFrom(reading: HeardReading): readonly number[] {
    return this.join(reading, tokensIn(reading));
  }

  guiseAt(k: number): Guise {
    return this.jointAt(k)?.guise ?? 'character';
  }

  writtenAt(k: number): number {
    return this.jointAt(k)?.written ?? writtenOf(pointAt(this.text, this.startOf(k)));
  }

  surpriseAt(k: number, before: number): number {
    return this.jointAt(k)?.surprise ?? surpriseOf(before, this.writtenAt(k));
  }
}

const LETTER = 1;
const HALF = 2;
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isHan = (cp: number): boolean => (cp >= 0x3400 && cp <= 0x9fff) || cp >= 0x20000;

/** What may begin at a UTF-16 unit: a run of letters, or a split character. */
const sites = once(() =>
  Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    const folded = foldedOf(unit);
    if (isLetter(folded)) return LETTER;
    return beginsSplit(folded) ? HALF : 0;
  }),
);

/** All tokens of a text, from left to right, the longest first, none overlapping. */
function tokensIn(reading: HeardReading): Token[] {
  const found: Token[] = [];
  const { starts, length, text } = reading;
  const table = sites();
  for (let k = 0; k < length; k++) {
    const site = table[text.charCodeAt(starts[k] ?? 0)] ?? 0;
    if (site === 0) continue;
    const end = site === LETTER ? endOfLetters(reading, k) : k + 1;
    const tokens = site === LETTER ? tokensInLetters(reading, k, end) : splitAt(reading, k);
    found.push(...tokens);
    const last = tokens.at(-1);
    k = Math.max(end, last ? last.at + last.takes : 0) - 1;
  }
  return found;
}

const characterAt = ({ text, starts }: HeardReading, k: number): number =>
  foldedOf(pointAt(text, starts[k] ?? 0));

const touches = (reading: HeardReading, k: number): boolean =>
  k + 1 < reading.length && reading.endOf(k) === reading.startOf(k + 1);

function splitAt(reading: HeardReading, k: number): Token[] {
  if (!touches(reading, k)) return [];
  const [left, right] = [characterAt(reading, k), characterAt(reading, k + 1)];
  const written = joined(left, right);
  if (written === 0) return [];
  const surprise = surpriseOfSplit(left, right);
  return [{ guise: 'split', code: heardCode(written), written, surprise, at: k, takes: 2 }];
}

function endOfLetters(reading: HeardReading, from: number): number {
  let k = from;
  while (touches(reading, k) && isLetter(reading.codes[k + 1] ?? 0)) k++;
  return k + 1;
}

/** Marks of addresses: letters beside them are names of hosts and people, no words in disguise. */
const ADDRESS = new Set('./@:-_#?=&0123456789');

function tokensInLetters(reading: HeardReading, from: number, to: number): Token[] {
  const { text } = reading;
  const [start, end] = [reading.startOf(from), reading.endOf(to - 1)];
  if (ADDRESS.has(text.charAt(start - 1)) || ADDRESS.has(text.charAt(end))) return [];
  if (to - from === 1) return initialAt(reading, from);
  const letters = String.fromCharCode(...reading.codes.subarray(from, to));
  return (syllablesIn(letters) ?? []).map((syllable) => ({
    guise: 'pinyin',
    code: syllable.code,
    written: 0,
    surprise: SURPRISE_OF_PINYIN,
    at: from + syllable.from,
    takes: syllable.to - syllable.from,
  }));
}

/** A single letter stands for a syllable where Chinese stands beside it. */
function initialAt(reading: HeardReading, k: number): Token[] {
  const beside = [
    k > 0 ? characterAt(reading, k - 1) : 0,
    k + 1 < reading.length ? characterAt(reading, k + 1) : 0,
  ];
  const code = beside.some(isHan) ? initialCode(reading.codes[k] ?? 0) : 0;
  if (code === 0) return [];
  return [{ guise: 'initial', code, written: 0, surprise: SURPRISE_OF_INITIAL, at: k, takes: 1 }];
}

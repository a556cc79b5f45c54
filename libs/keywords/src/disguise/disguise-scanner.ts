import { edgesAllow, gapsAllow } from '../hit-check.js';
import { placesAround } from '../joined-reading.js';
import type { PackedIndex } from '../packed-index.js';
import { TermIndex } from '../term-index.js';
import { evidenceOf, guisesOf } from './evidence.js';
import { HeardReading, type HeardSpelling } from './heard-reading.js';
import { SEVERAL, meantBy } from './hearing.js';
import { Oddness } from './oddness.js';
import { MOST_FROM_ODDNESS, believedFrom, chanceOf, oddnessWeight } from './plausibility.js';
import { TokenReading } from './token-reading.js';

/** Terms that may be disguised, packed for searching by ear. */
export interface PackedDisguise {
  readonly index: PackedIndex;
  /** The folded characters of each term one after the other, and where those of a term begin. */
  readonly characters: Uint16Array;
  readonly offsets: Int32Array;
  /** How many characters the longest term has. */
  readonly longest: number;
  /** How many terms may be disguised. */
  readonly count: number;
}

/** A disguised term: its place in the text and how likely it is meant, 0 to 1. */
export interface DisguiseHit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  /** What had to be undone. */
  readonly guises: readonly string[];
}

/** Finds terms behind characters that sound or look like theirs, behind split characters and pinyin. */
export class DisguiseScanner {
  private readonly index: TermIndex;
  private readonly reading = new HeardReading();
  private readonly tokens = new TokenReading();
  private readonly oddness = new Oddness();
  private readonly believed: number;

  constructor(private readonly packed: PackedDisguise) {
    this.index = new TermIndex(packed.index, { bit: SEVERAL, meantBy });
    this.believed = believedFrom(packed.count);
  }

  /** Finds the disguised terms of a text, not the plain ones; several may claim one place. */
  scan(text: string): DisguiseHit[] {
    const { reading, index, oddness } = this;
    const hits: DisguiseHit[] = [];
    reading.read(text);
    oddness.begin(text);
    index.search(reading.codes, reading.length, (term, first, last) =>
      this.take(reading, term, first, last, hits),
    );
    this.searchTokens(hits);
    reading.release();
    return hits;
  }

  /** Searches where a token can be part of the hit; all other places have been searched. */
  private searchTokens(hits: DisguiseHit[]): void {
    const { tokens, index, packed } = this;
    const places = tokens.readFrom(this.reading);
    for (const [from, reaches] of placesAround(places, packed.longest))
      index.searchAt(tokens.codes, from, (term, first, last) => {
        if (last >= reaches) this.take(tokens, term, first, last, hits);
      });
  }

  private take(
    spelling: HeardSpelling,
    term: number,
    first: number,
    last: number,
    hits: DisguiseHit[],
  ): void {
    const { characters, offsets } = this.packed;
    const from = (offsets[term] ?? 0) - first;
    const meantAt = (k: number): number => characters[from + k] ?? 0;
    const own = evidenceOf(spelling, first, last, meantAt);
    if (own < this.believed - MOST_FROM_ODDNESS) return;
    const start = spelling.startOf(first);
    const end = spelling.endOf(last);
    const above = own + oddnessWeight(this.oddness.around(start, end)) - this.believed;
    if (above < 0 || !gapsAllow(spelling, first, last)) return;
    if (!edgesAllow(spelling.text, start, end, false)) return;
    const guises = guisesOf(spelling, first, last, meantAt);
    hits.push({ term, start, end, confidence: chanceOf(above), guises });
  }
}

import { edgesAllow, gapsAllow } from '../hit-check.js';
import { spansAround } from '../joined-reading.js';
import { Kernel } from '../kernel/kernel.js';
import type { PackedIndex } from '../packed-index.js';
import type { TermHit } from '../term-hit.js';
import { TermIndex, type MayPair, type TakeHit } from '../term-index.js';
import { evidenceOf, guisesOf } from './evidence.js';
import { HeardReading, type HeardSpelling } from './heard-reading.js';
import { SEVERAL, heardSets, heardTable, meantBy } from './hearing.js';
import { Oddness } from './oddness.js';
import { believedFrom, chanceOf, oddnessWeight } from './plausibility.js';
import { QuickLook } from './quick-look.js';
import { TokenReading } from './token-reading.js';
import { TokenSites } from './token-sites.js';
import { unitKinds } from './unit-kinds.js';

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

/** Finds terms behind characters that sound or look like theirs, behind split characters and pinyin. */
export class DisguiseScanner {
  private readonly index: TermIndex;
  private readonly reading: HeardReading;
  private readonly tokens = new TokenReading();
  private readonly sites: TokenSites;
  private readonly oddness: Oddness;
  private readonly believed: number;
  private readonly look = new QuickLook();

  constructor(private readonly packed: PackedDisguise) {
    const options = { bit: SEVERAL, sets: heardSets(), ...unitKinds() };
    const kernel = Kernel.for(heardTable(), packed.index, options);
    this.reading = new HeardReading(kernel);
    this.sites = new TokenSites(kernel);
    this.oddness = new Oddness(kernel);
    this.index = new TermIndex(packed.index, { bit: SEVERAL, meantBy }, kernel);
    this.believed = believedFrom(packed.count);
  }

  /** Finds the disguised terms of a text, not the plain ones; several may claim one place. */
  scan(text: string): TermHit[] {
    const { reading, index, oddness } = this;
    const hits: TermHit[] = [];
    reading.read(text);
    oddness.begin(text);
    const take: TakeHit = (term, first, last) => this.take(reading, term, first, last, hits);
    index.search(reading.codes, reading.length, take, this.mayPair);
    this.searchTokens(hits);
    reading.release();
    return hits;
  }

  /** Searches where a token can be part of the hit; all other places have been searched. */
  private searchTokens(hits: TermHit[]): void {
    const { tokens, index, packed, reading } = this;
    const places = tokens.readFrom(reading, this.sites.of(reading.text));
    for (const [from, to, reaches] of spansAround(places, packed.longest))
      index.searchSpan(tokens.codes, from, to, (term, first, last) => {
        if (last >= reaches) this.take(tokens, term, first, last, hits);
      });
  }

  private take(
    spelling: HeardSpelling,
    term: number,
    first: number,
    last: number,
    hits: TermHit[],
  ): void {
    const { characters, offsets } = this.packed;
    const run = { first, last, characters, from: offsets[term] ?? 0 };
    const start = spelling.startOf(first);
    const end = spelling.endOf(last);
    const needed = this.believed - oddnessWeight(this.oddness.around(start, end));
    if (spelling === this.reading && !this.look.mayBe(this.reading, run, needed)) return;
    const above = evidenceOf(spelling, run) - needed;
    if (above < 0 || !gapsAllow(spelling, first, last)) return;
    if (!edgesAllow(spelling.text, start, end, false)) return;
    const quote = spelling.text.slice(start, end);
    const transforms = guisesOf(spelling, run);
    hits.push({ term, start, end, quote, transforms, confidence: chanceOf(above) });
  }

  /** Whether two characters may be a disguise of any term of two. */
  private readonly mayPair: MayPair = (first) => {
    const { reading } = this;
    const oddness = this.oddness.around(reading.startOf(first), reading.endOf(first + 1));
    return this.look.mayBePair(reading, first, this.believed - oddnessWeight(oddness));
  };
}

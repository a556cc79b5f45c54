import { edgesAllow, gapsAllow } from '../hit-check.js';
import { eachSpanAround } from '../joined-reading.js';
import { Kernel } from '../kernel/kernel.js';
import type { PackedIndex } from '../packed-index.js';
import type { Span } from '../spans.js';
import type { TermHit } from '../term-hit.js';
import { TermIndex, type MayPair, type TakeHit } from '../term-index.js';
import { Cover } from './cover.js';
import { evidenceOf, guisesOf } from './evidence.js';
import { HeardReading, type HeardSpelling } from './heard-reading.js';
import { SEVERAL, heardSets, heardTable, meantBy } from './hearing.js';
import { believedFrom, chanceOf, oddnessWeight } from './plausibility.js';
import { QuickLook, quickWeights } from './quick-look.js';
import { FEW, REACH, Survey } from './survey.js';
import { TokenReading } from './token-reading.js';
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
  private readonly survey: Survey;
  private readonly believed: number;
  private readonly look = new QuickLook();
  private hits: TermHit[] = [];
  private readonly plain = new Cover();

  constructor(private readonly packed: PackedDisguise) {
    this.believed = believedFrom(packed.count);
    const kernel = listeningKernel(packed, this.believed);
    this.reading = new HeardReading(kernel);
    this.survey = new Survey(kernel);
    this.index = new TermIndex(packed.index, { bit: SEVERAL, meantBy }, kernel);
  }

  /**
   * Finds the disguised terms of a text; several may claim one place. What lies within a term that stands there as it
   * is needs no other reading.
   */
  scan(text: string, plain: readonly Span[] = []): readonly TermHit[] {
    const { reading, index, survey } = this;
    this.hits = NO_HITS;
    this.plain.take(plain);
    reading.read(text);
    survey.begin(text);
    index.search(reading.codes, reading.length, this.takeHeard, this.mayPair);
    this.searchTokens();
    reading.release();
    return this.hits;
  }

  private readonly takeHeard: TakeHit = (term, first, last) =>
    this.take(this.reading, term, first, last);

  /** Searches where a token can be part of the hit; all other places have been searched. */
  private searchTokens(): void {
    const { tokens, index, packed, reading, survey } = this;
    const places = tokens.readFrom(reading, survey, packed.longest);
    if (places.length === 0) return;
    eachSpanAround(places, packed.longest, (from, to, reaches) => {
      index.searchSpan(tokens.codes, from, to, (term, first, last) => {
        if (last >= reaches) this.take(tokens, term, first, last);
      });
    });
  }

  private take(spelling: HeardSpelling, term: number, first: number, last: number): void {
    const start = spelling.startOf(first);
    const end = spelling.endOf(last);
    if (this.plain.covers(start, end)) return;
    const { characters, offsets } = this.packed;
    const run = { first, last, characters, from: offsets[term] ?? 0 };
    const most = spelling === this.reading ? this.look.mostOf(this.reading, run) : Infinity;
    if (most === -Infinity) return;
    const needed = this.believed - oddnessWeight(this.survey.around(start, end));
    if (most < needed) return;
    const above = evidenceOf(spelling, run) - needed;
    if (above < 0 || !gapsAllow(spelling, first, last)) return;
    if (!edgesAllow(spelling.text, start, end, false)) return;
    const quote = spelling.text.slice(start, end);
    const transforms = guisesOf(spelling, run);
    if (this.hits === NO_HITS) this.hits = [];
    this.hits.push({ term, start, end, quote, transforms, confidence: chanceOf(above) });
  }

  /** Whether two characters may be a disguise of any term of two. */
  private readonly mayPair: MayPair = (first) => {
    const { reading } = this;
    const oddness = this.survey.around(reading.startOf(first), reading.endOf(first + 1));
    return this.look.mayBePair(reading, first, this.believed - oddnessWeight(oddness));
  };
}

/** Most texts have none: nothing is made for them. */
const NO_HITS: TermHit[] = [];

/** The loops of a reading by ear, and what they need to doubt as QuickLook does. */
export function listeningKernel(
  { index, characters, offsets }: PackedDisguise,
  believed: number,
): Kernel | null {
  const doubts = { ...quickWeights(believed), reach: REACH, few: FEW, characters, offsets };
  return Kernel.for(heardTable(), index, {
    ear: { bit: SEVERAL, sets: heardSets(), ...unitKinds(), doubts },
  });
}

import { pointAt } from './code-points.js';
import { CollapsedReading } from './collapsed-reading.js';
import { halvesIn } from './halves.js';
import { edgesAllow, gapsAllow } from './hit-check.js';
import type { Triggers } from './kernel/kernel-options.js';
import { Kernel } from './kernel/kernel.js';
import { JoinedReading, eachSpanAround, type Joint } from './joined-reading.js';
import { AS_CODED, DIGITS, MINDS_EDGES, REPEAT, SHARED, type PackedTerms } from './packed-terms.js';
import { MOST_HITS, NOTHING_UNDONE, type TermHit } from './term-hit.js';
import type { PlaceList } from './place-list.js';
import { Reading } from './reading.js';
import type { CodedSpelling, Spelling } from './spelling.js';
import {
  foldedCodes,
  foldedCodesOf,
  foldedTable,
  isSpelt,
  spelt,
  symbolsOf,
  type Profile,
} from './symbols.js';
import type { TermBook } from './term-book.js';
import { TermIndex } from './term-index.js';
import { confidenceOf, transformsOf } from './transforms.js';

/** Finds the terms of a text behind case, width, traditional forms, look-alikes, noise, halves and repetition. */
export class FoldedScanner {
  private readonly index: TermIndex | null;
  private readonly collapsedIndex: TermIndex | null;
  private readonly reading: Reading;
  private readonly joined = new JoinedReading<Joint>();
  private readonly collapsed = new CollapsedReading();

  private readonly kernel: Kernel | null;
  private readonly symbols = new Map<number, readonly number[]>();
  private hits: TermHit[] = [];

  constructor(
    private readonly packed: PackedTerms,
    private readonly book: TermBook,
    triggers?: Triggers,
  ) {
    const kernel = packed.folded && Kernel.for(foldedTable(), packed.folded, { triggers });
    this.kernel = triggers ? kernel : null;
    this.reading = new Reading(foldedTable(), foldedCodes, kernel);
    this.index = packed.folded && new TermIndex(packed.folded, undefined, kernel);
    this.collapsedIndex = packed.collapsed && new TermIndex(packed.collapsed);
  }

  /** Adds the hits of a text. */
  collect(text: string, hits: TermHit[]): void {
    const { reading, index } = this;
    if (!index) return;
    this.hits = hits;
    reading.read(text);
    index.search(reading.codes, reading.length, this.takePlain);
    if (reading.markedTo > 0) this.collectJoined(index);
    if (this.collapsedIndex) this.collectCollapsed(this.collapsedIndex);
    reading.release();
  }

  /** Adds where triggers stand in the text that was scanned last; answers false where they must be looked for. */
  addTriggers(places: PlaceList): boolean {
    const { kernel, reading } = this;
    if (kernel?.codes !== reading.codes) return false;
    kernel.addTriggers(places);
    return true;
  }

  private readonly takePlain = (term: number, first: number, last: number): void =>
    this.take(this.reading, term, first, last);

  /** Halves of characters that nobody writes alone (亻呆) are read as the character that they make. */
  private collectJoined(index: TermIndex): void {
    const { joined } = this;
    const places = joined.join(this.reading, halvesIn(this.reading), this.packed.longest);
    eachSpanAround(places, this.packed.longest, (from, to, reaches) => {
      index.searchSpan(joined.codes, from, to, (term, first, last) => {
        if (last >= reaches) this.take(joined, term, first, last);
      });
    });
  }

  /** Repeated characters are read once, where there are any. */
  private collectCollapsed(index: TermIndex): void {
    const { collapsed } = this;
    const places = collapsed.collapse(this.reading);
    if (places.length === 0) return;
    eachSpanAround(places, this.packed.longest, (from, to, reaches) => {
      index.searchSpan(collapsed.codes, from, to, (term, first, last) => {
        if (last >= reaches) this.takeCollapsed(term, first, last);
      });
    });
  }

  private take(spelling: CodedSpelling, term: number, first: number, last: number): void {
    const { hits } = this;
    if (hits.length >= MOST_HITS || !spelling.begins(first) || !spelling.ends(last)) return;
    const start = spelling.startOf(first);
    const end = spelling.endOf(last);
    if (!this.edgesAllow(spelling, term, start, end)) return;
    if (this.book.has(term, REPEAT) && this.runsOn(spelling, first, last)) return;
    if (this.isWritten(spelling, term, first, last)) {
      const quote = this.book.textOf(term);
      hits.push({ term, start, end, quote, transforms: NOTHING_UNDONE, confidence: 1 });
      return;
    }
    const quote = spelling.text.slice(start, end);
    if (this.saysTheSame(term, quote) && gapsAllow(spelling, first, last))
      hits.push(this.undone(term, start, end, quote));
  }

  /** Whether the term stands there as it is written; mostly seen without a look at the term. */
  private isWritten(spelling: CodedSpelling, term: number, first: number, last: number): boolean {
    const start = spelling.startOf(first);
    const end = spelling.endOf(last);
    const { text, codes } = spelling;
    if (!this.book.has(term, AS_CODED)) return this.book.isWritten(term, text, start, end);
    if (end - start !== last + 1 - first) return false;
    for (let k = first; k <= last; k++)
      if (text.charCodeAt(start + k - first) !== codes[k]) return false;
    return true;
  }

  private undone(term: number, start: number, end: number, quote: string): TermHit {
    const transforms = transformsOf(quote, this.book.textOf(term), this.profileOf(term));
    return { term, start, end, quote, transforms, confidence: confidenceOf(transforms) };
  }

  private edgesAllow({ text }: Spelling, term: number, start: number, end: number): boolean {
    const { book } = this;
    return !book.has(term, MINDS_EDGES) || edgesAllow(text, start, end, book.has(term, DIGITS));
  }

  /** Of codes that stand for several symbols, the text must have those that the term's profile means. */
  private saysTheSame(term: number, quote: string): boolean {
    if (!this.book.has(term, SHARED)) return true;
    const profile = this.profileOf(term);
    return isSpelt(profile, quote, this.symbolsOf(term, profile));
  }

  /** The symbols of a term, kept from the first time on. */
  private symbolsOf(term: number, profile: Profile): readonly number[] {
    const known = this.symbols.get(term);
    if (known) return known;
    const symbols = spelt(profile, this.book.textOf(term));
    this.symbols.set(term, symbols);
    return symbols;
  }

  private profileOf(term: number): Profile {
    const digits = this.book.has(term, DIGITS);
    if (this.book.has(term, REPEAT)) return digits ? 'digits-repeat' : 'repeat';
    return digits ? 'digits' : 'folded';
  }

  /** Whether the first or last character is repeated beyond the hit, which the collapsed reading tells better. */
  private runsOn(spelling: CodedSpelling, first: number, last: number): boolean {
    const { codes } = spelling;
    return (
      (first > 0 && codes[first - 1] === codes[first]) ||
      (last + 1 < spelling.length && codes[last + 1] === codes[last])
    );
  }

  private takeCollapsed(term: number, first: number, last: number): void {
    const { collapsed, book, hits } = this;
    if (hits.length >= MOST_HITS || !collapsed.begins(first) || !collapsed.ends(last)) return;
    const start = collapsed.startOf(first);
    const end = collapsed.endOf(last);
    if (!this.repeatsMore(term, first) || !this.edgesAllow(collapsed, term, start, end)) return;
    if (book.has(term, SHARED) && !this.runsSayTheSame(term, first)) return;
    if (gapsAllow(collapsed, first, last))
      hits.push(this.undone(term, start, end, collapsed.text.slice(start, end)));
  }

  /** Whether each run is at least as long as the term's and one of them longer. */
  private repeatsMore(term: number, first: number): boolean {
    const codes = foldedCodesOf(this.book.textOf(term));
    let more = false;
    let at = 0;
    for (let run = 0; at < codes.length; run++) {
      let count = 1;
      while (codes[at + count] === codes[at]) count++;
      const found = this.collapsed.countOf(first + run);
      if (found < count) return false;
      more ||= found > count;
      at += count;
    }
    return more;
  }

  private runsSayTheSame(term: number, first: number): boolean {
    const { collapsed } = this;
    const profile = this.profileOf(term);
    const wanted = spelt(profile, this.book.textOf(term));
    const codes = foldedCodesOf(this.book.textOf(term));
    const heads = wanted.filter((_, i) => codes[i] !== codes[i - 1]);
    return heads.every((symbol, i) => {
      // A character may spell several letters (㎏); which of them it is, the codes have told.
      const cp = pointAt(collapsed.text, collapsed.startOf(first + i));
      return symbolsOf(profile, cp).includes(symbol);
    });
  }
}

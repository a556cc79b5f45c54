import { DisguiseScanner } from './disguise/disguise-scanner.js';
import { settled, type Claim } from './disguise/settle.js';
import { ExactScanner } from './exact-scanner.js';
import { FoldedScanner } from './folded-scanner.js';
import { ALLOW, packTerms, type PackedTerms } from './packed-terms.js';
import type { Triggers } from './kernel/kernel.js';
import type { PlaceList } from './place-list.js';
import { MOST_HITS, type TermHit } from './term-hit.js';
import { TermBook } from './term-book.js';
import type { TermRule } from './term.js';
import { bySpan, leftmostLongest, unmasked, type ScanMode } from './spans.js';

const byPlace = (a: TermHit, b: TermHit): number => bySpan(a, b) || a.term - b.term;

/** Whether hits stand in their order and none twice, as they do where only one reading found some. */
function isInOrder(hits: readonly TermHit[]): boolean {
  for (let i = 1; i < hits.length; i++) {
    const before = hits[i - 1];
    const hit = hits[i];
    if (before && hit && byPlace(before, hit) >= 0) return false;
  }
  return true;
}

/** The same term at the same place found by two readings is one hit, of the plainer reading. */
function withoutTwins(hits: readonly TermHit[]): TermHit[] {
  return hits.filter((hit, i) => {
    const before = hits[i - 1];
    return !before || byPlace(before, hit) !== 0;
  });
}

/** Terms compiled for scanning; immutable, so that a running scanner is swapped as a whole. */
export class TermScanner {
  private readonly book: TermBook;
  private readonly exact: ExactScanner | null;
  private readonly folded: FoldedScanner | null;
  private readonly disguised: DisguiseScanner | null;

  constructor(
    private readonly packed: PackedTerms,
    triggers?: Triggers,
  ) {
    this.book = new TermBook(packed);
    this.exact = packed.exact && new ExactScanner(packed.exact, this.book);
    this.folded = packed.folded && new FoldedScanner(packed, this.book, triggers);
    this.disguised = packed.disguised && new DisguiseScanner(packed.disguised);
  }

  /** The term of a number, as written. */
  textOf(term: number): string {
    return this.book.textOf(term);
  }

  /** Adds where triggers may stand in the text that was scanned last, in order; answers false when it was not looked at for them. */
  addTriggers(places: PlaceList): boolean {
    return this.folded?.addTriggers(places) ?? false;
  }

  /** Finds the terms of a text, by start, then end. Never throws, whatever the text. */
  scan(text: string, mode: ScanMode = 'all'): readonly TermHit[] {
    const hits = this.raw(text);
    if (hits.length === 0) return [];
    const visible = this.packed.allows ? this.unmasked(hits) : hits;
    return mode === 'longest' ? leftmostLongest(visible) : visible;
  }

  private unmasked(hits: readonly TermHit[]): readonly TermHit[] {
    const masks = hits.filter((hit) => this.book.has(hit.term, ALLOW));
    return masks.length === 0
      ? hits
      : unmasked(
          hits.filter((hit) => !this.book.has(hit.term, ALLOW)),
          masks,
        );
  }

  private raw(text: string): TermHit[] {
    const hits: TermHit[] = [];
    this.exact?.collect(text, hits);
    this.folded?.collect(text, hits);
    if (this.disguised) this.addDisguised(this.disguised, text, hits);
    return isInOrder(hits) ? hits : withoutTwins(hits.sort(byPlace));
  }

  /** A place that reads as a term without any disguise needs no other reading, and one disguise is meant by one place. */
  private addDisguised(scanner: DisguiseScanner, text: string, hits: TermHit[]): void {
    const disguised = scanner.scan(text);
    if (disguised.length === 0) return;
    const plain = hits.filter((hit) => !this.book.has(hit.term, ALLOW)).sort(byPlace);
    const best = new Map<string, number>();
    const found = unmasked(disguised.sort(bySpan), plain);
    for (const { start, end, confidence } of found) {
      const place = `${start}-${end}`;
      best.set(place, Math.max(best.get(place) ?? 0, confidence));
    }
    const likely = found.filter(
      ({ start, end, confidence }) => confidence === best.get(`${start}-${end}`),
    );
    const claims = likely.map((hit) => this.claimOf(hit, hit.confidence));
    const sure = plain.map((hit) => this.claimOf(hit, 1));
    for (const { hit } of settled(claims, sure)) if (hits.length < MOST_HITS) hits.push(hit);
  }

  private claimOf(hit: TermHit, confidence: number): Claim & { readonly hit: TermHit } {
    return { start: hit.start, end: hit.end, confidence, says: this.book.textOf(hit.term), hit };
  }
}

/** Compiles terms into a scanner; see packTerms. */
export const compileTerms = (
  rules: readonly TermRule[],
  options: { readonly plain?: boolean } = {},
): TermScanner => new TermScanner(packTerms(rules, options));

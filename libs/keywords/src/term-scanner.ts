import { DisguiseScanner } from './disguise/disguise-scanner.js';
import { settled, type Claim } from './disguise/settle.js';
import { ExactScanner } from './exact-scanner.js';
import { FoldedScanner } from './folded-scanner.js';
import { ALLOW, packTerms, type PackedTerms } from './packed-terms.js';
import type { Triggers } from './kernel/kernel-options.js';
import { PlaceList } from './place-list.js';
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

/** What was found in one of several texts. */
interface ScannedText {
  readonly text: string;
  hits: readonly TermHit[];
  /** Whether it was looked at for triggers, and if so which of their places are its own. */
  readonly isCalled: boolean;
  readonly from: number;
  readonly to: number;
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

  /** Finds the terms of a text, by start, then end. Never throws, whatever the text. */
  scan(text: string, mode: ScanMode = 'all'): readonly TermHit[] {
    return this.shown(this.withDisguised(text, this.asWritten(text)), mode);
  }

  /**
   * Finds the terms of several texts, and adds where triggers may stand in them. As written they are searched first,
   * all of them, and then by ear: in turn the tables of the one would push those of the other out of the cache.
   */
  scanAll(texts: readonly string[], called = new PlaceList()): readonly ScannedText[] {
    const found = texts.map((text): ScannedText => {
      const hits = this.asWritten(text);
      const from = called.size;
      const isCalled = this.folded?.addTriggers(called) ?? false;
      return { text, hits, isCalled, from, to: called.size };
    });
    for (const one of found) one.hits = this.shown(this.withDisguised(one.text, one.hits), 'all');
    return found;
  }

  private asWritten(text: string): readonly TermHit[] {
    const hits: TermHit[] = [];
    this.exact?.collect(text, hits);
    this.folded?.collect(text, hits);
    return hits;
  }

  private shown(found: readonly TermHit[], mode: ScanMode): readonly TermHit[] {
    if (found.length === 0) return found;
    const hits = isInOrder(found) ? found : withoutTwins([...found].sort(byPlace));
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

  /** A place that reads as a term without any disguise needs no other reading, and one disguise is meant by one place. */
  private withDisguised(text: string, hits: readonly TermHit[]): readonly TermHit[] {
    if (!this.disguised) return hits;
    const plain = this.packed.allows ? hits.filter((hit) => !this.book.has(hit.term, ALLOW)) : hits;
    const disguised = this.disguised.scan(text, plain);
    if (disguised.length === 0) return hits;
    const best = new Map<string, number>();
    const found = [...disguised].sort(bySpan);
    for (const { start, end, confidence } of found) {
      const place = `${start}-${end}`;
      best.set(place, Math.max(best.get(place) ?? 0, confidence));
    }
    const likely = found.filter(
      ({ start, end, confidence }) => confidence === best.get(`${start}-${end}`),
    );
    const claims = likely.map((hit) => this.claimOf(hit, hit.confidence));
    const sure = [...plain].sort(byPlace).map((hit) => this.claimOf(hit, 1));
    const meant = settled(claims, sure).map(({ hit }) => hit);
    return [...hits, ...meant.slice(0, Math.max(0, MOST_HITS - hits.length))];
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

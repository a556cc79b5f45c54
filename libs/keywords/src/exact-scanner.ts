import { edgesAllow } from './hit-check.js';
import { Kernel } from './kernel/kernel.js';
import { MINDS_EDGES } from './packed-terms.js';
import { MOST_HITS, NOTHING_UNDONE, type TermHit } from './term-hit.js';
import { Reading } from './reading.js';
import type { TermBook } from './term-book.js';
import type { PackedIndex } from './packed-index.js';
import { TermIndex } from './term-index.js';
import { LOOK_CLOSER, PASSED_OVER, UNKNOWN, once } from './unit-table.js';

/** Every UTF-16 unit as itself. */
const itself = once(() =>
  Uint16Array.from({ length: 0x10000 }, (_, unit) =>
    unit === LOOK_CLOSER || unit === PASSED_OVER ? UNKNOWN : unit,
  ),
);

/** Finds terms that must stand exactly as they are written. */
export class ExactScanner {
  private readonly index: TermIndex;
  private readonly reading: Reading;

  constructor(
    packed: PackedIndex,
    private readonly book: TermBook,
  ) {
    const kernel = Kernel.for(itself(), packed);
    this.reading = new Reading(itself(), () => [], kernel);
    this.index = new TermIndex(packed, undefined, kernel);
  }

  /** Adds the hits of a text. */
  collect(text: string, hits: TermHit[]): void {
    const { reading, book } = this;
    reading.read(text);
    this.index.search(reading.codes, reading.length, (term, first, last) => {
      const end = last + 1;
      if (hits.length >= MOST_HITS) return;
      if (!book.has(term, MINDS_EDGES) || edgesAllow(text, first, end, false))
        hits.push({
          term,
          start: first,
          end,
          quote: text.slice(first, end),
          transforms: NOTHING_UNDONE,
          confidence: 1,
        });
    });
    reading.release();
  }
}

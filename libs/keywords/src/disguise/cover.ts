import { bySpan, type Span } from '../spans.js';

/** Up to so many spans are looked at one by one. */
const FEW = 8;

/** Says whether spans lie within one of many others. */
export class Cover {
  private spans: readonly Span[] = [];
  /** The spans by start, and how far any of those up to one reaches; none before they are asked for. */
  private ordered: readonly Span[] = [];
  private reaches: readonly number[] = [];

  constructor(spans: readonly Span[] = []) {
    this.take(spans);
  }

  /** Goes over to other spans. */
  take(spans: readonly Span[]): void {
    this.spans = spans;
    this.ordered = [];
  }

  covers(start: number, end: number): boolean {
    const { spans } = this;
    if (spans.length > FEW) return end <= this.reachAt(start);
    for (const span of spans) if (span.start <= start && end <= span.end) return true;
    return false;
  }

  /** How far the spans reach that begin at a place or before it. */
  private reachAt(start: number): number {
    if (this.ordered.length === 0) this.order();
    const { ordered, reaches } = this;
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ordered[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return reaches[low - 1] ?? -1;
  }

  private order(): void {
    this.ordered = [...this.spans].sort(bySpan);
    let reach = -1;
    this.reaches = this.ordered.map(({ end }) => (reach = Math.max(reach, end)));
  }
}

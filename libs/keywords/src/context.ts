import type { CueGroup } from './lexicon.js';

/** A cue found in a text. */
export interface CueHit {
  readonly group: CueGroup;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** How a suppressed hit names its cue; fixed by CONTRACTS. */
const LABELS: Record<Exclude<CueGroup['kind'], 'mask'>, string> = {
  negation: 'negation',
  warning: 'warning text',
  denial: 'denial',
  quotation: 'quotation',
};

/** A cue is looked for at most this far from a hit: the largest window plus the longest term. */
const FURTHEST = 200 + 64 * 4;

const hasStop = (text: string, from: number, to: number, stops: string): boolean => {
  for (let at = from; at < to; at++) if (stops.includes(text.charAt(at))) return true;
  return false;
};

/** The words of one text that take the meaning of hits away. */
export class Context {
  constructor(
    private readonly text: string,
    /** Ordered by start. */
    private readonly cues: readonly CueHit[],
  ) {}

  /** Why a span does not count (`warning text 谨防 at 0-2`), or null when it counts. */
  suppression(start: number, end: number): string | null {
    for (let i = this.firstNear(start); i < this.cues.length; i++) {
      const cue = this.cues[i];
      if (!cue || cue.start > end + FURTHEST) return null;
      if (cue.group.kind !== 'mask' && this.speaksOf(cue, start, end))
        return `${LABELS[cue.group.kind]} ${cue.quote} at ${cue.start}-${cue.end}`;
    }
    return null;
  }

  private speaksOf(cue: CueHit, start: number, end: number): boolean {
    // A cue may hold the term itself (不保本) …
    if (cue.start <= start && cue.end >= end) return true;
    // … reach into it (不保证收益), or stand beside it.
    const after = cue.group.scope === 'after';
    if (after ? cue.start >= start : cue.end <= end) return false;
    const [from, to] = after ? [cue.end, start] : [end, cue.start];
    return to - from <= cue.group.window && !hasStop(this.text, from, to, cue.group.stops);
  }

  /** The index of the first cue that may reach a place; cues are ordered, so by halving. */
  private firstNear(start: number): number {
    let low = 0;
    let high = this.cues.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.cues[middle]?.start ?? 0) < start - FURTHEST) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

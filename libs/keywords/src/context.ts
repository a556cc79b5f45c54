import type { CueGroup } from './lexicon.js';
import { stopSetOf } from './stop-set.js';

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

/** How far a cue speaks: to the first stop or as far as its group lets it. */
function reachOf(text: string, { group, start, end }: CueHit): number {
  const { window } = group;
  const stops = stopSetOf(group.stops);
  if (group.scope === 'after') {
    const furthest = Math.min(text.length, end + window);
    let at = end;
    while (at < furthest && !stops.has(text.charCodeAt(at))) at++;
    return at;
  }
  const furthest = Math.max(0, start - window);
  let at = start;
  while (at > furthest && !stops.has(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Whether a cue may take the meaning of a span away. */
type Heeds = (cue: CueHit, start: number, end: number) => boolean;
const ALL: Heeds = () => true;

/** A denial that stands further away speaks of what lies between (没有任何通知就停止兑付). */
const TOUCHES = 2;

/**
 * The cues that speak of what a rule saw. Its patterns are whole phrases, which often hold a denial themselves
 * (不能提现), so a denial must touch them; and what a title says (《某公司涉嫌诈骗》) is said.
 */
export const heedsPattern: Heeds = ({ group, start: from, end: to }, start, end) => {
  if (group.kind === 'quotation') return false;
  return group.kind !== 'negation' || (start - to <= TOUCHES && from - end <= TOUCHES);
};

/** The words of one text that take the meaning of hits away. */
export class Context {
  /** How far each cue speaks, and how a suppressed hit names it, once it has been asked. */
  private readonly reaches: number[] = [];
  private readonly names: string[] = [];

  constructor(
    private readonly text: string,
    /** Ordered by start. */
    private readonly cues: readonly CueHit[],
  ) {}

  /** Why a span does not count (`warning text 谨防 at 0-2`), or null when it counts; only some cues may be heeded. */
  suppression(start: number, end: number, heeds: Heeds = ALL): string | null {
    for (let i = this.firstNear(start); i < this.cues.length; i++) {
      const cue = this.cues[i];
      if (!cue || cue.start > end + FURTHEST) return null;
      const { kind } = cue.group;
      if (kind === 'mask' || !heeds(cue, start, end)) continue;
      if (this.speaksOf(i, cue, start, end))
        return (this.names[i] ??= `${LABELS[kind]} ${cue.quote} at ${cue.start}-${cue.end}`);
    }
    return null;
  }

  private speaksOf(i: number, cue: CueHit, start: number, end: number): boolean {
    // A cue may hold the term itself (不保本) …
    if (cue.start <= start && cue.end >= end) return true;
    // … reach into it (不保证收益), or stand beside it.
    const { scope, window } = cue.group;
    return scope === 'after'
      ? cue.start < start && start - cue.end <= window && start <= this.reachOf(i, cue)
      : cue.end > end && cue.start - end <= window && end >= this.reachOf(i, cue);
  }

  private reachOf(i: number, cue: CueHit): number {
    return (this.reaches[i] ??= reachOf(this.text, cue));
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

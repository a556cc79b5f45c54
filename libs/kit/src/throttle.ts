import type { Clock } from './clock.js';
import type { Milliseconds } from './duration.js';

const MOST_KEYS = 10_000;

interface Count {
  readonly since: number;
  readonly tries: number;
}

/** Counts tries by key within a window; memory alone, bounded, forgotten with the process. */
export class Throttle {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly clock: Clock,
    private readonly most: number,
    private readonly window: Milliseconds,
  ) {}

  /** Whether the next try is one too many. */
  isFull(key: string): boolean {
    return this.tries(key) >= this.most;
  }

  /** How many tries the window has seen. */
  tries(key: string): number {
    return this.standing(key)?.tries ?? 0;
  }

  /** Counts a try unless it is one too many; whether it may be made. */
  admit(key: string): boolean {
    if (this.isFull(key)) return false;
    this.note(key);
    return true;
  }

  note(key: string): void {
    const count = this.standing(key) ?? { since: this.clock.now().getTime(), tries: 0 };
    // Set anew, so that the order of the map is that of the last try and the oldest can go.
    this.counts.delete(key);
    this.counts.set(key, { ...count, tries: count.tries + 1 });
    const [oldest] = this.counts.keys();
    if (this.counts.size > MOST_KEYS && oldest !== undefined) this.counts.delete(oldest);
  }

  /** Takes one try back, of somebody who turned out to be right. */
  forgive(key: string): void {
    const count = this.standing(key);
    if (count) this.counts.set(key, { ...count, tries: count.tries - 1 });
  }

  private standing(key: string): Count | null {
    const count = this.counts.get(key);
    const isOver = !count || this.clock.now().getTime() - count.since >= this.window;
    return isOver ? null : count;
  }
}

import type { Clock } from './clock.js';
import { minutes, type Milliseconds } from './duration.js';

/** How often somebody may ask: so many at once, and so many a minute in the long run. */
export interface Pace {
  readonly perMinute: number;
  readonly burst: number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

const MOST_KEYS = 20_000;

/**
 * A bucket of tokens for each key: asking takes one, time puts them back. Memory alone, bounded: who asked longest
 * ago is forgotten first, which only ever gives them more.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly clock: Clock,
    private readonly pace: Pace,
  ) {}

  /** Takes a token. Null when there was one; otherwise how long until there is one. */
  take(key: string): Milliseconds | null {
    const now = this.clock.now().getTime();
    const tokens = this.tokensOf(key, now);
    const isOne = tokens >= 1;
    this.put(key, { tokens: isOne ? tokens - 1 : tokens, at: now });
    return isOne ? null : Math.ceil(((1 - tokens) * minutes(1)) / this.pace.perMinute);
  }

  private tokensOf(key: string, now: number): number {
    const { perMinute, burst } = this.pace;
    const bucket = this.buckets.get(key);
    if (!bucket) return burst;
    const passed = Math.max(0, now - bucket.at);
    return Math.min(burst, bucket.tokens + (passed * perMinute) / minutes(1));
  }

  /** Set anew, so that the order of the map is that of the last question. */
  private put(key: string, bucket: Bucket): void {
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    const [oldest] = this.buckets.keys();
    if (this.buckets.size > MOST_KEYS && oldest !== undefined) this.buckets.delete(oldest);
  }
}

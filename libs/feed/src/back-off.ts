import type { Milliseconds } from '@risk/kit';

/** How long to wait between tries: twice as long each time, up to `most`. */
export interface BackOff {
  readonly first: Milliseconds;
  readonly most: Milliseconds;
}

/** The wait after the n-th failure in a row (n counts from 1). */
export const waitAfter = (failures: number, { first, most }: BackOff): Milliseconds =>
  Math.min(most, first * 2 ** Math.min(Math.max(failures, 1) - 1, 30));

import { setTimeout } from 'node:timers/promises';
import type { Milliseconds } from '@risk/kit';

/** How long an answer takes at least, so that the time of finding something tells nothing. */
const AT_LEAST: Milliseconds = 400;

/** Answers after the same while, whatever there was to find. */
export async function evenly<T>(work: Promise<T>, wait = setTimeout): Promise<T> {
  const [answer] = await Promise.allSettled([work, wait(AT_LEAST)]);
  if (answer.status === 'rejected') throw answer.reason;
  return answer.value;
}

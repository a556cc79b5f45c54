import { assertNever, hours, minutes, seconds, type Milliseconds } from '@risk/kit';
import type { Delivery } from './delivery.js';

/** What becomes of a notice after a delivery, or instead of one. */
export type Settlement =
  | { readonly state: 'sent'; readonly where: string }
  | { readonly state: 'pending'; readonly notBefore: Date; readonly why: string }
  | { readonly state: 'refused' | 'unknown' | 'moot'; readonly why: string };

const MOST_ATTEMPTS = 8;
const BACK_OFF: readonly Milliseconds[] = [
  seconds(5),
  seconds(30),
  minutes(2),
  minutes(10),
  minutes(30),
  hours(2),
  hours(5),
];

/** What becomes of a notice after its `attempt`-th delivery (counted from 1). */
export function settlementOf(
  delivery: Exclude<Delivery, { outcome: 'down' }>,
  attempt: number,
  at: Date,
): Settlement {
  switch (delivery.outcome) {
    case 'sent':
      return { state: 'sent', where: delivery.where };
    case 'unknown':
      return { state: 'unknown', why: delivery.why };
    case 'refused':
      return { state: 'refused', why: delivery.why };
    case 'retry':
      return retryOrGiveUp(delivery.why, attempt, at);
    default:
      return assertNever(delivery);
  }
}

function retryOrGiveUp(why: string, attempt: number, at: Date): Settlement {
  if (attempt >= MOST_ATTEMPTS) {
    return { state: 'refused', why: `已尝试 ${attempt} 次仍未成功：${why}` };
  }
  const wait = BACK_OFF[attempt - 1] ?? hours(5);
  return { state: 'pending', notBefore: new Date(at.getTime() + wait), why };
}

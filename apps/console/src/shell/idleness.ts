/** How near a login is to its end for want of a sign of life. */
export type Idleness =
  | { readonly kind: 'awake' }
  | { readonly kind: 'drowsy'; readonly left: number }
  | { readonly kind: 'over' };

const MINUTE = 60_000;

/** The server notes life once a minute, so that its end may come that much earlier than ours. */
const marginOf = (idle: number): number => Math.min(MINUTE, idle / 4);
const warningOf = (idle: number): number => Math.min(2 * MINUTE, idle / 4);

/** Tells how a login stands; all in milliseconds. */
export function idlenessAt(lastLife: number, idle: number, now: number): Idleness {
  const left = lastLife + idle - marginOf(idle) - now;
  if (left <= 0) return { kind: 'over' };
  return left <= warningOf(idle) ? { kind: 'drowsy', left } : { kind: 'awake' };
}

/** How long it lasts, for people: 1 分 40 秒. */
export function lastingWords(left: number): string {
  const seconds = Math.ceil(left / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds % 60} 秒`;
}

import { Throttled, type Milliseconds } from '@risk/kit';

/** The refusal of whoever asks too often, with how long to wait; nothing for everybody else. */
export function refuseOver(wait: Milliseconds | null): Throttled | undefined {
  if (wait === null) return undefined;
  const seconds = Math.max(1, Math.ceil(wait / 1000));
  return new Throttled(`请求太频繁，请 ${String(seconds)} 秒后再试`, { retryAfter: wait });
}

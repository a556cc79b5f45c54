import { networkOf, Throttled, type Throttle } from '@risk/kit';

/** Lets an address try to sign in; counted before it is checked, for many tries at once are many tries. */
export function admitTry(throttle: Throttle, from: string | null): void {
  if (from === null) return;
  if (!throttle.admit(networkOf(from))) throw new Throttled('这个地址登录失败次数过多，请稍后再试');
}

/** Takes the try back of whoever turned out to be right. */
export function forgiveTry(throttle: Throttle, from: string | null): void {
  if (from !== null) throttle.forgive(networkOf(from));
}

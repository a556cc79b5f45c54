import { spanWords } from '../shown/time-left.js';

/** A number as people read it: 12,345. */
export const countWords = (count: number): string => count.toLocaleString('en');

const UNITS = ['字节', 'KB', 'MB', 'GB', 'TB'] as const;

/** Bytes in the unit that fits: 1536000 is 1.5 MB. */
export function bytesWords(bytes: number): string {
  let [left, unit] = [bytes, 0];
  while (left >= 1024 && unit < UNITS.length - 1) {
    left /= 1024;
    unit += 1;
  }
  const shown = unit === 0 || left >= 100 ? Math.round(left).toString() : left.toFixed(1);
  return `${shown} ${UNITS[unit] ?? ''}`;
}

/** For how long the oldest has been waiting; nothing where none is. */
export const ageWords = (seconds: number | null): string =>
  seconds === null ? '' : `，最早的已等 ${spanWords(seconds * 1_000)}`;

/** Seconds in milliseconds: 0.0123 is 12 毫秒. */
export const lagWords = (seconds: number | null): string =>
  seconds === null ? '刚启动，还不知道' : `${String(Math.round(seconds * 1_000))} 毫秒`;

/** How long between two moments. */
export const sinceWords = (from: string, to: string): string =>
  spanWords(new Date(to).getTime() - new Date(from).getTime());

import { chinaDay, days, hours, minutes, seconds } from '@risk/kit';
import type { Random } from './random.js';

const CHINA = hours(8);

/** A moment as feeds write it: ISO 8601 with China's offset. */
export function feedTime(at: number): string {
  return `${new Date(at + CHINA).toISOString().slice(0, 19)}+08:00`;
}

/** The calendar day of a moment, yyyy-mm-dd. */
export const feedDay = (at: number): string => chinaDay(new Date(at));

/** The stretch of time that samples fill. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** A moment in a window, in waking hours where the window allows it. */
export function momentIn(window: Window, random: Random): number {
  return awake(window.from + random.next() * (window.until - window.from), window, random);
}

const TRIES = 8;

/** Moves a moment into the waking hours of its day, unless that would leave the window. */
export function awake(at: number, { from, until }: Window, random: Random): number {
  const midnight = Math.floor((at + CHINA) / days(1)) * days(1) - CHINA;
  for (let tried = 0; tried < TRIES; tried++) {
    const clock = hours(8) + minutes(random.int(0, 13 * 60)) + seconds(random.int(0, 59));
    const moved = midnight + clock;
    if (moved >= from && moved <= until) return moved;
  }
  return Math.round(at);
}

/** Month and day as people write them, a few days before or after a moment. */
export function spokenDate(at: number, least: number, most: number, random: Random) {
  const [, month = '', day = ''] = feedDay(at + days(random.int(least, most))).split('-');
  return { month: String(Number(month)), day: String(Number(day)) };
}

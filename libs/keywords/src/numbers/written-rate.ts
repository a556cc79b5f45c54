import type { Period } from './period.js';

interface Written {
  readonly start: number;
  readonly end: number;
  /** Per cent for one period. */
  readonly percent: number;
  /** How it was read; null where the quote says it all. */
  readonly note: string | null;
}

/** A rate whose form says what it is: 月息2分, 投1万返1.2万, 借1万还1.2万. */
export interface PlainRate extends Written {
  readonly form: 'interest' | 'promise' | 'debt';
  readonly period: Period;
}

/** A number that the words around it make a rate, and a multiple (3倍收益) whose period they tell. */
export interface BareRate extends Written {
  readonly form: 'share' | 'multiple' | 'doubling';
}

/** A rate as it is written. */
export type WrittenRate = PlainRate | BareRate;

/** Of a range the upper end is taken: it is what is held out. */
export const RANGE_NOTE = '区间取上限';

/** Reads a rate from the place of its trigger, or null when there is none. */
export type RateReader = (text: string, at: number) => WrittenRate | null;

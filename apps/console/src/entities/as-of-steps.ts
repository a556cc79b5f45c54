import type { EntityHistory } from '../api/entity-parts.js';
import { chinaDay } from '../shown/china-time.js';
import { eventWords } from './entity-words.js';

/** A day on which something happened, or now. */
export interface AsOfStep {
  /** yyyy-mm-dd in China, at whose end it is looked at; null is now. */
  readonly day: string | null;
  /** What happened on it. */
  readonly words: string;
}

const MOST_WORDS = 3;

/** The days on which something happened or the index moved, oldest first, and now at the end. */
export function stepsOf({ points, events }: Pick<EntityHistory, 'points' | 'events'>): AsOfStep[] {
  const days = new Map<string, string[]>();
  const on = (day: string): string[] => {
    const told = days.get(day) ?? [];
    days.set(day, told);
    return told;
  };
  for (const { at } of points) on(chinaDay(at));
  for (const event of events) on(chinaDay(event.at)).push(eventWords(event));
  const past = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...past.map(([day, told]) => ({ day, words: wordsOf(told) })),
    { day: null, words: '现在' },
  ];
}

function wordsOf(told: readonly string[]): string {
  if (told.length === 0) return '指数变动';
  const counts = new Map<string, number>();
  for (const words of told) counts.set(words, (counts.get(words) ?? 0) + 1);
  const each = [...counts].map(([words, n]) => (n > 1 ? `${words} ${String(n)} 次` : words));
  const shown = each.slice(0, MOST_WORDS).join('、');
  return each.length > MOST_WORDS ? `${shown}等` : shown;
}

/** Where a day of the address stands among the steps: the last one not after it; what is none is now. */
export function stepAt(steps: readonly AsOfStep[], day: string | null): number {
  const last = steps.length - 1;
  if (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return last;
  const before = steps.filter((step) => step.day !== null && step.day <= day).length;
  return Math.max(before - 1, 0);
}

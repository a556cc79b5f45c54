import { Invalid, isCalendarDay } from '@risk/kit';

/** Moments from the first to the last, both included. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

const EVER = '1970-01-01';
const DAY = 86_400_000;

/** A period between two days in China, both whole; open ends reach as far as there are records. */
export function periodOf(from: string | undefined, to: string | undefined, now: Date): Period {
  const begin = midnightOf('--from', from ?? EVER);
  const end = to === undefined ? now : new Date(midnightOf('--to', to).getTime() + DAY - 1);
  if (begin > end) throw new Invalid('--from 晚于 --to');
  return { from: begin, to: end };
}

function midnightOf(option: string, day: string): Date {
  if (!isCalendarDay(day)) throw new Invalid(`${option} 应为 yyyy-mm-dd`);
  return new Date(`${day}T00:00:00+08:00`);
}

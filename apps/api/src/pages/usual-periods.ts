import { chinaDay } from '@risk/kit';
import type { UsualPeriod } from './ledger-page.js';

/** Periods that are asked for often, as of a moment in China; the first is shown unasked. */
export function usualPeriods(now: Date): readonly [UsualPeriod, ...UsualPeriod[]] {
  const to = chinaDay(now);
  const year = Number(to.slice(0, 4));
  const month = Number(to.slice(5, 7));
  return [
    { name: '今年', from: `${year}-01-01`, to },
    { name: '本季度', from: dayOf(year, month - ((month - 1) % 3), 1), to },
    { name: '本月', from: dayOf(year, month, 1), to },
    { name: '上月', from: dayOf(year, month - 1, 1), to: dayOf(year, month, 0) },
    { name: '去年', from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  ];
}

/** A day of the calendar; day 0 is the last of the month before, month 0 December of the year before. */
const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

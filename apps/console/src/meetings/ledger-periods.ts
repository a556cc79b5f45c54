/** A stretch of days, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Periods that are asked for often, as of a day. */
export function usualPeriods(today: string): readonly (Period & { readonly name: string })[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const quarter = month - ((month - 1) % 3);
  return [
    { name: '本月', from: dayOf(year, month, 1), to: today },
    { name: '上月', from: dayOf(year, month - 1, 1), to: dayOf(year, month, 0) },
    { name: '本季度', from: dayOf(year, quarter, 1), to: today },
    { name: '今年', from: dayOf(year, 1, 1), to: today },
    { name: '去年', from: dayOf(year - 1, 1, 1), to: dayOf(year, 1, 0) },
  ];
}

/** A day of the calendar; day 0 is the last of the month before, month 0 December of the year before. */
const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The period that the address asks for; the first of the usual ones when it asks for none. */
export function periodIn(query: URLSearchParams, today: string): Period {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  const usual = usualPeriods(today)[0] ?? { from: today, to: today };
  if (!DAY.test(from)) return { from: usual.from, to: usual.to };
  return { from, to: DAY.test(to) ? to : today };
}

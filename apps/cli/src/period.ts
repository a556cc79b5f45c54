import { Invalid, isCalendarDay, wholeDays } from '@risk/kit';

/** Moments from the first to the last, both included. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** The period of `--from` and `--to`, both whole days in China; open ends reach as far as there are records. */
export function periodOf(from: string | undefined, to: string | undefined, now: Date): Period {
  for (const [option, day] of Object.entries({ '--from': from, '--to': to }))
    if (day !== undefined && !isCalendarDay(day)) throw new Invalid(`${option} 应为 yyyy-mm-dd`);
  const period = wholeDays(from, to, now);
  if (period.from > period.to) throw new Invalid('--from 晚于 --to');
  return period;
}

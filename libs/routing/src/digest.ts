import { chinaDay, chinaMidnight, minutes } from '@risk/kit';
import type { HandlingPolicy } from './compile-handling.js';
import type { WorkCalendar } from './work-calendar.js';
import { nextWorkday } from './working-time.js';

/** The first moment after `now` at which a digest goes out, on a working day. */
export function nextDigest(policy: HandlingPolicy, now: Date, calendar: WorkCalendar): Date {
  const today = chinaDay(now);
  let day = calendar.isWorkday(today) ? today : nextWorkday(today, calendar);
  for (;;) {
    const midnight = chinaMidnight(day).getTime();
    const moment = policy.digest.at
      .map((at) => midnight + minutes(at))
      .find((at) => at > now.getTime());
    if (moment !== undefined) return new Date(moment);
    day = nextWorkday(day, calendar);
  }
}

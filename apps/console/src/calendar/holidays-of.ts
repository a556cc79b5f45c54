import type { CalendarDay } from '../api/calendar.js';

/** A holiday of a year: when it is off, and which weekend days are worked for it. */
export interface Holiday {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly length: number;
  readonly shifted: readonly string[];
}

interface Run {
  readonly name: string;
  readonly days: readonly CalendarDay[];
}

/** The holidays of a year in their order; a weekend between two days of one belongs to it. */
export function holidaysOf(days: readonly CalendarDay[]): readonly Holiday[] {
  return runsOf(days).map(({ name, days: off }) => {
    const [first, last] = [off[0]?.day ?? '', off[off.length - 1]?.day ?? ''];
    return { name, first, last, length: off.length, shifted: shiftedFor(name, first, days) };
  });
}

function runsOf(days: readonly CalendarDay[]): readonly Run[] {
  const runs: Run[] = [];
  days.forEach((day, at) => {
    if (!isHoliday(day)) return;
    const before = days[at - 1];
    const last = before && isHoliday(before) ? runs[runs.length - 1] : undefined;
    const name = day.name ?? last?.name ?? '本地补录';
    if (last?.name === name) runs[runs.length - 1] = { name, days: [...last.days, day] };
    else runs.push({ name, days: [day] });
  });
  return runs;
}

const isHoliday = ({ kind }: CalendarDay): boolean => kind === 'holiday' || kind === 'own-holiday';

const A_MONTH = 30 * 86_400_000;

/** Weekend days worked for a holiday lie near to it: New Year's is there at both ends of a year. */
const shiftedFor = (name: string, first: string, days: readonly CalendarDay[]): readonly string[] =>
  days
    .filter((one) => one.kind === 'shifted' && one.name === name)
    .filter((one) => Math.abs(Date.parse(one.day) - Date.parse(first)) < A_MONTH)
    .map(({ day }) => day);

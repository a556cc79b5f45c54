import { chinaDay } from '@risk/kit';
import {
  allowanceText,
  countedDays,
  dueAt,
  type Allowance,
  type CountedDay,
  type ToldCalendar,
} from '@risk/routing';

/** When something is due, and what was counted to get there. */
export interface Count {
  readonly what: 'acknowledge' | 'answer' | 'asked';
  readonly allowance: string;
  readonly countsDays: boolean;
  readonly due: Date;
  /** Who set the limit; null for what somebody made up. */
  readonly basis: string | null;
  /** The years whose arrangement is not known: there the law alone was applied. */
  readonly guessedYears: readonly string[];
  readonly days: readonly CountedDay[];
}

interface Limit {
  readonly from: Date;
  readonly allowance: Allowance;
  readonly basis: string | null;
}

/** Counts a limit day by day, as deadlines themselves are counted. */
export function countOf(
  what: Count['what'],
  { from, allowance, basis }: Limit,
  calendar: ToldCalendar,
): Count {
  const days = countedDays(from, allowance, calendar);
  const due = dueAt(from, allowance, calendar);
  const guessed = [...days.map(({ day }) => day), chinaDay(due)].filter(
    (day) => !calendar.isPublished(day),
  );
  return {
    ...{ what, allowance: allowanceText(allowance), countsDays: 'workingDays' in allowance },
    ...{ due, basis, days },
    guessedYears: [...new Set(guessed.map((day) => day.slice(0, 4)))],
  };
}

import type { Tier } from '../shown/tier.js';

/** How a day stands; `shifted` is a weekend day worked for a holiday, `own-…` what the office added by hand. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'shifted' | 'own-holiday' | 'own-workday';

/** A day with why it is worked or not. */
export interface CalendarDay {
  readonly day: string;
  readonly works: boolean;
  readonly kind: DayKind;
  /** The holiday that it is, or that it is worked for. */
  readonly name: string | null;
}

/** Office hours as minutes after midnight. */
export interface OfficeHours {
  readonly opens: number;
  readonly closes: number;
}

/** How long units have for an alert of a tier. */
export interface TierDeadline {
  /** The branch of the routing that sets it; null for the city's own. */
  readonly branch: string | null;
  readonly tier: Tier;
  readonly acknowledge: string;
  readonly answer: string;
  readonly basis: string;
}

/** A member unit; its hours are null where it keeps the city's. */
export interface CalendarUnit {
  readonly code: string;
  readonly name: string;
  readonly hours: readonly OfficeHours[] | null;
}

/** A year of the working calendar with all that deadlines are counted by. */
export interface CalendarYear {
  readonly year: number;
  readonly today: string;
  readonly arrangement: 'published' | 'own' | 'law';
  readonly days: readonly CalendarDay[];
  readonly hours: readonly OfficeHours[];
  readonly hoursBasis: string;
  readonly deadlines: readonly TierDeadline[];
  readonly units: readonly CalendarUnit[];
}

/** What a day has to do with a deadline. */
export interface CountedDay extends CalendarDay {
  readonly part: 'begins' | 'counted' | 'skipped';
  /** The how-manieth working day; null where hours are counted. */
  readonly number: number | null;
  /** When time was counted, as milliseconds. */
  readonly spans: readonly { readonly opens: number; readonly closes: number }[];
}

/** When something is due, and what was counted to get there. */
export interface Count {
  readonly what: 'acknowledge' | 'answer' | 'asked';
  readonly allowance: string;
  readonly countsDays: boolean;
  readonly due: string;
  readonly basis: string | null;
  readonly guessedYears: readonly string[];
  readonly days: readonly CountedDay[];
}

/** What was counted for a unit. */
export interface ToldCount {
  readonly from: string;
  readonly unit: CalendarUnit;
  readonly hours: readonly OfficeHours[];
  readonly counts: readonly Count[];
}

/**
 * How a day stands in the working calendar: `shifted` is a weekend day that is worked for a holiday (调休),
 * `own-…` is what the office added by hand.
 */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'shifted' | 'own-holiday' | 'own-workday';

/** A day with why it is worked or not. */
export interface CalendarDay {
  /** yyyy-mm-dd, in China. */
  readonly day: string;
  readonly works: boolean;
  readonly kind: DayKind;
  /** The holiday that it is, or that it is worked for. */
  readonly name: string | null;
}

/** What is known of a year: its published arrangement, what the office added by hand, or the law alone. */
export type Arrangement = 'published' | 'own' | 'law';

import type { Bounds } from './bounds.js';
import { fieldSpec } from './fields.js';
import { spansOf, type Span } from './spans.js';

/**
 * A number that can be read off the facts. Two measures of one kind are ordered where one counts no more than the
 * other: within seven days no more happens than within ninety, and of one code no more is found than of two.
 */
export interface Measure {
  /** What is measured; measures of another kind say nothing about this one. */
  readonly of: string;
  /** Only what bears one of these codes is counted; null counts all. */
  readonly codes: readonly string[] | null;
  /** How far it looks: days, say. */
  readonly reach: number;
  /** Whether only whole numbers occur, and below what none does. */
  readonly whole: boolean;
  readonly least: number;
  /** Whether it is known of whatever facts; else it may be missing, and then no comparison holds. */
  readonly always: boolean;
}

/** Something that is so whenever a condition holds: a number lies somewhere, a field has one of some values, is told. */
export type Claim =
  | { readonly kind: 'measure'; readonly measure: Measure; readonly spans: readonly Span[] }
  | { readonly kind: 'value'; readonly field: string; readonly among: readonly unknown[] }
  | { readonly kind: 'told'; readonly field: string };

/** What a question claims about the facts, so that it can be compared with others. */
export interface Claims {
  /** The question in Chinese, as something that is so. */
  readonly says: string;
  /** The claim that says the very same as the question: who denies the question denies it. */
  readonly exact?: Claim;
  /** The claim whose denial says the very same. */
  readonly denies?: Claim;
  /** What else follows when the question is answered with yes. */
  readonly implied?: readonly Claim[];
}

const measured = (measure: Measure, bounds: Bounds): Claim => ({
  kind: 'measure',
  measure,
  spans: spansOf(bounds, measure.whole),
});

const NUMBER = { codes: null, reach: 0, whole: false, least: -Infinity, always: false };

/** A claim about the number in a field; where the field is told, the number is known. No field is below nothing. */
export const fieldClaim = (field: string, bounds: Bounds): Claim =>
  numberClaim(measureOf(field), bounds, { least: 0 });

/** What the number in a field is called among measures. */
export const measureOf = (field: string): string => `number ${field}`;

/** A claim about a number of the facts that may be missing. */
export const numberClaim = (
  of: string,
  bounds: Bounds,
  more: Partial<Pick<Measure, 'whole' | 'least' | 'reach'>> = {},
): Claim => measured({ ...NUMBER, ...more, of }, bounds);

/** A claim about how many there are; never less than none. */
export const tallyClaim = (
  of: string,
  bounds: Bounds,
  more: Partial<Pick<Measure, 'codes' | 'reach' | 'always'>> = {},
): Claim => measured({ ...NUMBER, whole: true, least: 0, ...more, of }, bounds);

/** A claim about how many items a list has. */
export const sizeClaim = (list: string, bounds: Bounds): Claim =>
  tallyClaim(`size ${list}`, bounds);

/** The claim that a field is told; an empty list tells nothing. */
export const toldClaim = (field: string): Claim =>
  fieldSpec(field)?.type === 'list' ? sizeClaim(field, { atLeast: 1 }) : { kind: 'told', field };

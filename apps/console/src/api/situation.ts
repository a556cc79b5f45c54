import type { AnyTier } from '../shown/tier.js';

/** Open alerts of one place, scheme and tier. */
export interface OpenCell {
  /** Null when the place is unknown. */
  readonly regionCode: string | null;
  readonly scheme: string | null;
  readonly tier: AnyTier;
  readonly alerts: number;
  /** Of them, those that no lead unit acknowledged yet. */
  readonly fresh: number;
}

/** What happened on a day of China. */
export interface SituationDay {
  readonly day: string;
  readonly raised: Readonly<Partial<Record<AnyTier, number>>>;
  readonly closed: number;
}

/** A place of the map. */
export interface MapPlace {
  readonly code: string;
  readonly name: string;
  readonly kind: 'county' | 'zone';
  /** Column and row on the schematic map, from 1. */
  readonly tile: readonly [number, number] | null;
}

/** How the city stands, as far as the person sees it. */
export interface Situation {
  readonly at: string;
  readonly city: string;
  readonly places: readonly MapPlace[];
  readonly schemes: Readonly<Record<string, string>>;
  readonly open: readonly OpenCell[];
  /** Oldest first; the last is today. */
  readonly days: readonly SituationDay[];
  readonly duties: {
    readonly owed: number;
    readonly overdue: number;
    readonly acknowledged: number;
    readonly inTime: number;
    readonly medianHours: number | null;
  };
}

/** How early alerts were, and how often right, as far as outcomes are known. */
export interface LeadTimeReport {
  readonly period: { readonly from: string; readonly to: string };
  /** Whether samples are what it is about: nothing real came in yet. */
  readonly samples: boolean;
  readonly leadTime: {
    /** Days from the first alert to the day the scheme broke. */
    readonly median: number | null;
    readonly lowerQuartile: number | null;
    readonly upperQuartile: number | null;
    readonly n: number;
    /** Of them, those raised too late. */
    readonly negative: number;
    readonly unknown: number;
    /** Confirmed cases without any alert. */
    readonly missed: number;
  };
  readonly overall: {
    readonly alerts: number;
    readonly confirmed: number;
    readonly refuted: number;
    readonly undecided: number;
  };
  readonly alertsPerConfirmedCase: number | null;
  readonly confirmedCases: number;
}

/** The city's own map: outlines in degrees east and north. */
export interface CityMap {
  readonly shapes: readonly {
    readonly code: string;
    readonly rings: readonly (readonly (readonly [number, number])[])[];
  }[];
}

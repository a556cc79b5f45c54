import type { Feed } from '@risk/domain';

/** One sender of data that the house knows. */
export interface Source {
  readonly name: string;
  readonly feed: Feed;
  /** Chinese name on screen. */
  readonly title: string;
  /** The preset that maps its rows; null when it only speaks the contract's JSON. */
  readonly preset: string | null;
  /** True when its records are samples. */
  readonly sample: boolean;
  /** How long it may be silent; null when nobody promised a rhythm. */
  readonly expectEveryMs: number | null;
  /** Whether only working days count for the rhythm. */
  readonly workingDaysOnly: boolean;
  /** Region code that stands in when a record names none. */
  readonly regionCode: string | null;
  /** The front-end table that it is polled from; null when it comes by the other doors. */
  readonly table: FrontTable | null;
}

/** A table that another system writes and that we read in the order of its changes (库表交换). */
export interface FrontTable {
  readonly name: string;
  readonly changedAt: string;
  readonly key: string;
}

/** The sources by name. */
export type SourceBook = ReadonlyMap<string, Source>;

/** Makes the book of a list of sources. */
export const sourceBookOf = (sources: readonly Source[]): SourceBook =>
  new Map(sources.map((source) => [source.name, source]));

import type { EntityFacts, Evidence, Feed } from '@risk/domain';

/** Where a keyword code was found; a suppressed hit (negated, warning text) never feeds a rule. */
export interface FactHit {
  readonly code: string;
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly suppressed: string | null;
}

/** A signal that the entity already carries, as rules about sequences see it. */
export interface FactSignal {
  readonly code: string;
  readonly occurredAt: Date;
  /** How many records said so. */
  readonly times: number;
  /** How many independent persons said so. */
  readonly persons: number;
}

/** What a rule is about: one record of a feed, or an entity as a whole. */
export type Subject = Feed | 'entity';

/** Everything a rule may look at. */
export interface Facts {
  readonly feed: Subject;
  /** Fields of the payload; empty for an entity. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
  readonly hits: readonly FactHit[];
  /** The cue that takes the meaning of a span of a field, or null where it counts; absent where nobody looked. */
  readonly suppressedAt?: (field: string, start: number, end: number) => string | null;
  readonly annualYieldPercent: number | null;
  /** Where the yield is promised, when the text says it. */
  readonly annualYieldEvidence?: Evidence | null;
  readonly entity: EntityFacts | null;
  /** Signals that the entity carries; absent for a single record. */
  readonly signals?: readonly FactSignal[];
}

import type { Assessment, EntityRelations, Feed, Signal } from '@risk/domain';

/** One record in force that accuses an entity, with all that an index may use of it. */
export interface RememberedRecord {
  readonly recordId: string;
  readonly feed: Feed;
  readonly occurredAt: Date;
  /** Repeated and merged pieces share a group. */
  readonly group: string;
  readonly reporterKey: string | null;
  readonly regionCode: string | null;
  /** Yuan and persons at stake. */
  readonly amount: number | null;
  readonly people: number | null;
  /** Changes that a registration shows. */
  readonly changes: number;
  /** How sure it is that the record means this entity, 0 to 1. */
  readonly confidence: number;
  /** Signals that count, with their weight before confidence. */
  readonly signals: readonly Signal[];
  readonly annualYield: number | null;
}

/** What was known of an entity at a moment: an index can be computed from it by any version. */
export interface EntityMemory {
  readonly entityId: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly establishedOn: string | null;
  readonly records: readonly RememberedRecord[];
  /** The records of the parent firm: a branch without signals of its own carries those. */
  readonly parent: readonly RememberedRecord[];
  /** What was known through others. */
  readonly relations: EntityRelations;
}

/** The signals of a verdict that count. */
export const countingSignals = ({ signals }: Pick<Assessment, 'signals'>): Signal[] =>
  signals.filter((signal) => signal.suppressed === null && signal.weight > 0);

/** The same memory as other verdicts on its records would have left it. */
export function withVerdicts(
  memory: EntityMemory,
  verdictOf: (recordId: string) => Pick<Assessment, 'signals' | 'annualYieldPercent'> | undefined,
): EntityMemory {
  const judged = (record: RememberedRecord): RememberedRecord => {
    const verdict = verdictOf(record.recordId);
    if (!verdict) return record;
    return {
      ...record,
      signals: countingSignals(verdict),
      annualYield: verdict.annualYieldPercent,
    };
  };
  return { ...memory, records: memory.records.map(judged), parent: memory.parent.map(judged) };
}

/** What would have been known had only these records come. */
export const withOnly = (
  memory: EntityMemory,
  came: (record: RememberedRecord) => boolean,
): EntityMemory => ({
  ...memory,
  records: memory.records.filter(came),
  parent: memory.parent.filter(came),
});

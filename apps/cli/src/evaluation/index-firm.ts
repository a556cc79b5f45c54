import type { EntityFacts, Payload, Signal } from '@risk/domain';
import { groupBy } from '@risk/kit';
import type { AgedSignal } from '@risk/scoring';
import type { LoadedJudge } from '../load-judge.js';
import { recordOf } from './record-of.js';

/** A record about one firm, not yet judged. */
export interface FirmRecord {
  readonly payload: Payload;
  readonly occurredAt: Date;
}

/** The index of a firm at a moment, from all registration records about it. */
export type IndexFirm = (records: readonly FirmRecord[], at: Date) => number;

/** Indexes firms as the house does: each record judged, their signals joined by code, then the rules about the whole. */
export function firmIndexer({ judge, indexOf }: Pick<LoadedJudge, 'judge' | 'indexOf'>): IndexFirm {
  return (records, at) => {
    const told = records.flatMap((record) =>
      judge(recordOf('registration', record.payload, record.occurredAt))
        .signals.filter((signal) => signal.suppressed === null)
        .map((signal) => ({ signal, record })),
    );
    const heaps = groupBy(told, ({ signal }) => `${signal.dimension} ${signal.code}`);
    const signals = [...heaps.values()].flatMap((heap) => joined(heap) ?? []);
    return indexOf({ signals, facts: NOTHING_ELSE, feeds: ['registration'] }, at).score;
  };
}

interface Told {
  readonly signal: Signal;
  readonly record: FirmRecord;
}

/** As the store hands them over: the strongest words stand for the rest, which are counted by record. */
function joined(heap: readonly Told[]): AgedSignal | null {
  const [strongest] = [...heap].sort((a, b) => b.signal.weight - a.signal.weight);
  if (!strongest) return null;
  const records = new Set(heap.map(({ record }) => record)).size;
  const times = heap.map(({ record }) => record.occurredAt.getTime());
  const occurredAt = new Date(Math.max(...times));
  return { ...strongest.signal, occurredAt, times: records, persons: records };
}

const NEVER = { d7: 0, d30: 0, d90: 0 };
/** The set tells nothing of complaints, advertisements and neighbours. */
const NOTHING_ELSE: EntityFacts = {
  establishedOn: null,
  complaints: NEVER,
  complainants: NEVER,
  advertisements: NEVER,
  changes: NEVER,
  complaintAmount: 0,
  complaintPeople: 0,
  complaintRegions: 0,
  highestAnnualYield: null,
  samePhone: 0,
  firstSeenAt: null,
};

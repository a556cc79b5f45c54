import { countingSignals, recall, type RememberedRecord } from '@risk/assessment';
import { NO_RELATIONS, type Payload } from '@risk/domain';
import type { LoadedJudge } from '../load-judge.js';
import { recordOf } from './record-of.js';

/** A record about one firm, not yet judged. */
export interface FirmRecord {
  readonly payload: Payload;
  readonly occurredAt: Date;
}

/** The index of a firm at a moment, from all registration records about it. */
export type IndexFirm = (records: readonly FirmRecord[], at: Date) => number;

/** Indexes firms as the house does: each record judged and remembered, recalled as a whole, then the index. */
export function firmIndexer({ judge, indexOf }: Pick<LoadedJudge, 'judge' | 'indexOf'>): IndexFirm {
  return (records, at) => {
    const remembered = records.map((record, n) => rememberedOf(record, String(n), judge));
    const firm = { ...NOBODY, records: remembered };
    return indexOf({ ...firm, ...recall(firm, at) }, at).score;
  };
}

/** The set tells neither who it is nor of whom it is related to. */
const NOBODY = {
  entityId: '',
  name: '',
  uscc: null,
  establishedOn: null,
  parent: [],
  relations: NO_RELATIONS,
};

function rememberedOf(
  { payload, occurredAt }: FirmRecord,
  recordId: string,
  judge: LoadedJudge['judge'],
): RememberedRecord {
  const verdict = judge(recordOf('registration', payload, occurredAt));
  return {
    recordId,
    feed: 'registration',
    occurredAt,
    group: recordId,
    reporterKey: null,
    regionCode: null,
    amount: null,
    people: null,
    changes: 0,
    confidence: 1,
    signals: countingSignals(verdict),
    annualYield: verdict.annualYieldPercent,
  };
}

import type { RaiseAlerts, RaiseOutcome } from '@risk/alerting';
import type { AssessRecords } from '@risk/assessment';
import type { Transaction } from '@risk/kit';
import { verdictOf } from './process-batch.js';

/** What follows when the index of somebody is to be computed anew. */
export interface Consequences {
  readonly assess: Pick<AssessRecords, 'reindex'>;
  readonly raise: Pick<RaiseAlerts, 'run'>;
}

/** Computes the indices of these entities anew, and raises alerts for those who reach a tier by it. */
export async function remeasure(
  { assess, raise }: Consequences,
  tx: Transaction,
  entityIds: readonly string[],
): Promise<RaiseOutcome> {
  const indexed = await assess.reindex(tx, entityIds);
  return raise.run(tx, indexed.map(verdictOf));
}

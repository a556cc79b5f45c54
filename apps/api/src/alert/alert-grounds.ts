import type { Person } from '@risk/access';
import { markedRecord, type House, type MarkedRecord } from '@risk/assembly';
import { onlySeen } from '../access/must.js';

/** The records on which an alert stands, as far as the asker may read them. */
export interface AlertEvidence {
  readonly records: readonly MarkedRecord[];
  /** Records of this page that lie outside of what the asker may see. */
  readonly unseen: number;
  /** The record after which the next page begins; null when there is none. */
  readonly next: string | null;
}

/** What somebody wants to read of the records. */
export interface EvidenceQuestion {
  readonly code: string | null;
  readonly after: string | null;
}

const A_PAGE = 8;

/** Reads the records of an alert's entity again, the most telling first, with every place marked. */
export async function alertEvidence(
  house: House,
  entityId: string,
  { code, after }: EvidenceQuestion,
  asker: Person,
): Promise<AlertEvidence> {
  const question = { entityId, code, after, limit: A_PAGE + 1 };
  const found = await house.explanation.ofEntity(question);
  const page = found.slice(0, A_PAGE);
  const ids = page.map(({ record }) => ({ id: record.id }));
  const seen = new Set((await onlySeen(house, 'record', ids, asker)).map(({ id }) => id));
  const { judging } = house.engines;
  const records = page.filter(({ record }) => seen.has(record.id));
  return {
    records: records.map((one) => markedRecord(judging, one)),
    unseen: page.length - records.length,
    next: found.length > A_PAGE ? (page.at(-1)?.record.id ?? null) : null,
  };
}

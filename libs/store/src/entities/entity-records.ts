import type { Feed } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import { seesRecord, sightFrom, valuesOfSight } from '../access/sight-sql.js';
import type { Database } from '../database.js';
import { listPage, type ListTable } from '../list-page.js';
import type { VaultCipher } from '../vault-cipher.js';
import type { HistoryReader } from './entity-history.js';
import { recordColumns, shownRecord, type KeptLine, type RecordLine } from './shown-record.js';

export const RECORD_SORTS = ['occurredAt', 'receivedAt'] as const;
export type RecordSort = (typeof RECORD_SORTS)[number];

/** Which records about an entity are asked for. */
export interface RecordQuestion extends ListQuestion<RecordSort>, HistoryReader {
  readonly feed: Feed | null;
}

/** A page of records, and how many complaints are not for the asker's eyes. */
export interface ListedRecords extends Listed<RecordLine> {
  readonly withheld: number;
}

/** One line a record, whichever parts of the entity it means and however often. */
const linked = (which: string): string => `(
  select l.record_id, (array_agg(l.role order by l.confidence desc, l.role))[1] as role,
    max(l.confidence) as confidence, (array_agg(l.because order by l.confidence desc, l.role))[1] as because
  from entity m join entity_link l on l.entity_id = m.id where m.root_id = $3::bigint group by l.record_id
) l join record r on r.id = l.record_id and ${which}`;

const LINKED = linked("r.current and r.operation = 'upsert'");

/** Single complaints are for who may read records, and sees this one. */
const MAY_READ = `($4::boolean and ${seesRecord('r', sightFrom(1))})`;

const TABLE: ListTable<RecordSort> = {
  select: recordColumns('$3::bigint'),
  from: LINKED,
  sorts: {
    occurredAt: { sql: 'r.occurred_at', type: 'timestamptz' },
    receivedAt: { sql: 'r.received_at', type: 'timestamptz' },
  },
  key: 'r.id',
};

const WITHHELD = `select count(*)::int as withheld from ${LINKED}
  where r.feed = 'complaint' and not coalesce(${MAY_READ}, false)`;

const KNOWN = `
  select ${recordColumns('$3::bigint')} from ${linked("r.operation = 'upsert'")}
  where r.id = any ($5::bigint[]) and (r.feed <> 'complaint' or ${MAY_READ})
  order by r.occurred_at desc, r.id desc
`;

const firstValues = (rootId: string, { sight, mayReadRecords }: HistoryReader): unknown[] => [
  ...valuesOfSight(sight),
  rootId,
  mayReadRecords,
];

/** Reads a page of the records about a whole entity. */
export async function readRecords(
  database: Database,
  cipher: VaultCipher,
  rootId: string,
  question: RecordQuestion,
): Promise<ListedRecords> {
  const values = firstValues(rootId, question);
  const filter = {
    where: `(r.feed <> 'complaint' or ${MAY_READ}) and ($5::text is null or r.feed = $5)`,
    values: [...values, question.feed],
  };
  const [page, counted] = await Promise.all([
    listPage<KeptLine, RecordSort>(database, TABLE, filter, question),
    database.rows<{ withheld: number }>(WITHHELD, values),
  ]);
  return {
    ...page,
    rows: page.rows.map((row) => shownRecord(row, cipher)),
    withheld: counted[0]?.withheld ?? 0,
  };
}

/** Reads some records about a whole entity, also such as newer versions took the place of; the latest first. */
export async function readKnownRecords(
  database: Database,
  cipher: VaultCipher,
  rootId: string,
  recordIds: readonly string[],
  reader: HistoryReader,
): Promise<RecordLine[]> {
  if (recordIds.length === 0) return [];
  const values = [...firstValues(rootId, reader), recordIds];
  const rows = await database.rows<KeptLine>(KNOWN, values);
  return rows.map((row) => shownRecord(row, cipher));
}

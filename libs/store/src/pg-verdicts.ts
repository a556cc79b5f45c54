import {
  VerdictStore,
  type EntityLink,
  type IndexWrite,
  type JudgedRecord,
  type LatestEvidence,
} from '@risk/assessment';
import type { Signal } from '@risk/domain';
import { groupBy, type Transaction } from '@risk/kit';
import { columnsOf, copyRows, type Cell } from './bulk.js';
import { clientOf } from './pg-unit-of-work.js';

const SIGNAL_COLUMNS = [
  'entity_id',
  'record_id',
  'engine',
  'code',
  'dimension',
  'weight',
  'confidence',
  'because',
  'evidence',
  'transforms',
  'elements',
  'scheme',
  'half_life_days',
  'occurred_at',
];

const FORGET = `
  with gone as (delete from signal where record_id = any ($1) returning entity_id)
  select distinct entity_id from (
    select entity_id from gone
    union all
    select entity_id from entity_link where record_id = any ($1)
  ) touched
`;

const SAVE_INDEX = `
  update entity e set score = t.score, tier = t.tier, dimensions = t.index -> 'dimensions',
    index = t.index, evidence_at = coalesce(t.evidence_at, e.evidence_at), indexed_at = $6
  from unnest($1::bigint[], $2::float8[], $3::text[], $4::jsonb[], $5::timestamptz[])
    as t (id, score, tier, index, evidence_at)
  where e.id = t.id
`;

const NEVER = '-infinity';

const NOTE_EVIDENCE = `
  update entity e set evidence_at = t.at
  from unnest($1::bigint[], $2::timestamptz[]) as t (id, at)
  where e.id = t.id and e.evidence_at <> t.at
`;

/** Keeps verdicts and signals with COPY: nothing there can collide. */
export class PgVerdicts extends VerdictStore {
  async keep(
    tx: Transaction,
    judged: readonly JudgedRecord[],
    links: readonly EntityLink[],
    at: Date,
  ): Promise<void> {
    const client = clientOf(tx);
    const verdicts = judged.map(({ recordId, assessment }) => [
      recordId,
      assessment.score,
      assessment.tier,
      assessment.annualYieldPercent,
      assessment,
      at,
    ]);
    await copyRows(
      client,
      'assessment',
      ['record_id', 'score', 'tier', 'annual_yield', 'verdict', 'assessed_at'],
      verdicts,
    );
    const linksOf = groupBy(links, (l) => l.recordId);
    const rows = judged
      .filter((j) => j.current && j.record.operation === 'upsert')
      .flatMap((j) => signalRows(j, linksOf.get(j.recordId) ?? []));
    await copyRows(client, 'signal', SIGNAL_COLUMNS, rows);
  }

  async forget(tx: Transaction, recordIds: readonly string[]): Promise<string[]> {
    if (recordIds.length === 0) return [];
    const { rows } = await clientOf(tx).query<{ entity_id: string }>(FORGET, [recordIds]);
    return rows.map((row) => row.entity_id);
  }

  async saveIndices(tx: Transaction, writes: readonly IndexWrite[], at: Date): Promise<void> {
    if (writes.length === 0) return;
    const client = clientOf(tx);
    const rows = writes.map((w) => [
      w.entityId,
      w.index.score,
      w.index.tier,
      JSON.stringify(w.index),
      w.evidenceAt === null ? NEVER : w.evidenceAt,
    ]);
    await client.query(SAVE_INDEX, [...columnsOf(rows, 5), at]);
    const history = writes.map((w) => [
      w.entityId,
      at,
      w.index.score,
      w.index.tier,
      w.index,
      w.relations,
      w.causeId,
    ]);
    await copyRows(
      client,
      'entity_index',
      ['entity_id', 'at', 'score', 'tier', 'index', 'relations', 'cause_id'],
      history,
    );
  }

  async noteEvidence(tx: Transaction, latest: readonly LatestEvidence[]): Promise<void> {
    if (latest.length === 0) return;
    const rows = latest.map(({ entityId, evidenceAt }) => [entityId, evidenceAt ?? NEVER]);
    await clientOf(tx).query(NOTE_EVIDENCE, columnsOf(rows, 2));
  }
}

/** The signals that count, once for each party they are about; publishers only carry them. */
function signalRows(judged: JudgedRecord, links: readonly EntityLink[]): Cell[][] {
  const accused = links.filter((l) => l.role !== 'publisher');
  const counting = judged.assessment.signals.filter((s) => s.suppressed === null && s.weight > 0);
  return accused.flatMap((link) => counting.map((signal) => signalRow(judged, link, signal)));
}

function signalRow({ recordId, record }: JudgedRecord, link: EntityLink, s: Signal): Cell[] {
  return [
    link.entityId,
    recordId,
    s.engine,
    s.code,
    s.dimension,
    s.weight,
    link.confidence,
    s.because,
    s.evidence,
    s.transforms,
    s.elements,
    s.scheme,
    s.halfLifeDays,
    record.occurredAt,
  ];
}

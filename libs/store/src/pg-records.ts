import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import {
  RecordStore,
  type KeptRecord,
  type LedgerEntry,
  type ParsedItem,
  type RefusedItem,
} from '@risk/intake';
import { assertNever, chinaDay, Unavailable, type Transaction } from '@risk/kit';
import { arrayLiteral, columnsOf } from './bulk.js';
import { clientOf } from './pg-unit-of-work.js';
import { linkPieces } from './link-pieces.js';
import { planVersions, type StoredVersion, type VersionPlan } from './plan-versions.js';
import type { VaultCipher } from './vault-cipher.js';

const VERSIONS = `
  select id, source, source_id, fingerprint, occurred_at, current
  from record
  where (source, source_id) in (select * from unnest($1::text[], $2::text[]))
`;

const INSERT = `
  insert into record (feed, source, source_id, fingerprint, occurred_at, received_at, day, operation,
    door, origin, region_code, related, payload, reporter_key, secret, sample, current, amount, people,
    changes)
  select t.feed, t.source, t.source_id, t.fingerprint, t.occurred_at, $19, $20, t.operation, t.door,
    t.origin, t.region_code, t.related::text[], t.payload,
    t.reporter_key, t.secret, t.sample, t.current, t.amount, t.people, t.changes
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[],
    $8::jsonb[], $9::text[], $10::text[], $11::jsonb[], $12::text[], $13::boolean[], $14::boolean[],
    $15::boolean[], $16::numeric[], $17::numeric[], $18::integer[])
    as t (feed, source, source_id, fingerprint, occurred_at, operation, door, origin, region_code,
      related, payload, reporter_key, secret, sample, current, amount, people, changes)
  on conflict on constraint record_version_once do nothing
  returning id, source, source_id, fingerprint
`;

const BURY = `
  insert into dead_letter (digest, feed, source, door, origin, reason, original, parsed, received_at,
    day, sample)
  select t.digest, t.feed, t.source, t.door, t.origin, t.reason, t.original, t.parsed, $9, $10, t.sample
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::bytea[],
    $8::bytea[], $11::boolean[])
    as t (digest, feed, source, door, origin, reason, original, parsed, sample)
  on conflict on constraint dead_letter_once do nothing
  returning digest
`;

const COUNT = `
  insert into intake_ledger as l (day, source, feed, door, received, stored, duplicate, dead_lettered, last_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict on constraint intake_ledger_line do update set
    received = l.received + excluded.received,
    stored = l.stored + excluded.stored,
    duplicate = l.duplicate + excluded.duplicate,
    dead_lettered = l.dead_lettered + excluded.dead_lettered,
    last_at = greatest(l.last_at, excluded.last_at)
`;

/** Keeps records, dead letters and the ledger in PostgreSQL, each exactly once. */
export class PgRecords extends RecordStore {
  constructor(
    private readonly cipher: VaultCipher,
    private readonly isSample: (source: string) => boolean,
  ) {
    super();
  }

  async keep(tx: Transaction, items: readonly ParsedItem[], at: Date): Promise<KeptRecord[]> {
    if (items.length === 0) return [];
    const client = clientOf(tx);
    const plan = planVersions(items, await this.versionsOf(client, items));
    await demote(client, plan);
    const ids = await this.insert(client, items, plan, at);
    await linkPieces(client, items, plan);
    return items.map(({ record }, i) => keptOf(record, plan[i], ids));
  }

  async bury(
    tx: Transaction,
    items: readonly RefusedItem[],
    at: Date,
  ): Promise<('buried' | 'duplicate')[]> {
    if (items.length === 0) return [];
    const digests = items.map(digestOf);
    this.cipher.refresh();
    const rows = items.map((letter, i) => this.letterRow(letter, digests[i] ?? ''));
    const columns = columnsOf(rows, 9);
    const values = [...columns.slice(0, 8), at, chinaDay(at), columns[8]];
    const { rows: fresh } = await clientOf(tx).query<{ digest: string }>(BURY, values);
    const left = new Set(fresh.map((row) => row.digest));
    return digests.map((digest) => (left.delete(digest) ? 'buried' : 'duplicate'));
  }

  async count(tx: Transaction, entries: readonly LedgerEntry[]): Promise<void> {
    const client = clientOf(tx);
    const ordered = [...entries].sort((a, b) => (ledgerKey(a) < ledgerKey(b) ? -1 : 1));
    for (const e of ordered) {
      await client.query(COUNT, [
        e.day,
        e.source,
        e.feed,
        e.door,
        e.received,
        e.stored,
        e.duplicate,
        e.deadLettered,
        e.at,
      ]);
    }
  }

  private async versionsOf(
    client: PoolClient,
    items: readonly ParsedItem[],
  ): Promise<StoredVersion[]> {
    const { rows } = await client.query<StoredVersion>(VERSIONS, [
      items.map((i) => i.record.source),
      items.map((i) => i.record.sourceId),
    ]);
    return rows;
  }

  private async insert(
    client: PoolClient,
    items: readonly ParsedItem[],
    plan: readonly VersionPlan[],
    at: Date,
  ): Promise<Map<string, string>> {
    const rows = items.flatMap((item, i) =>
      plan[i]?.isNew ? [this.recordRow(item, plan[i].current)] : [],
    );
    if (rows.length === 0) return new Map();
    const values = [...columnsOf(rows, 18), at, chinaDay(at)];
    const { rows: fresh } = await client.query<FreshRow>(INSERT, values);
    if (fresh.length !== rows.length) throw new Unavailable('同一条记录正由另一进程写入');
    return new Map(fresh.map((r) => [versionKey(r.source, r.source_id, r.fingerprint), r.id]));
  }

  private recordRow({ item, record }: ParsedItem, current: boolean): unknown[] {
    const secret = record.feed === 'complaint' && record.payload.secret === true;
    return [
      record.feed,
      record.source,
      record.sourceId,
      record.fingerprint,
      record.occurredAt,
      record.operation,
      item.door,
      JSON.stringify(item.origin),
      record.payload.regionCode ?? null,
      arrayLiteral(record.related),
      JSON.stringify(record.payload),
      record.reporterKey,
      secret,
      this.isSample(record.source),
      current,
      ...stakesOf(record),
    ];
  }

  /** The bytes may name who reported, so they lie sealed. */
  private letterRow({ item, source, reason }: RefusedItem, digest: string): unknown[] {
    const parsed = item.value === undefined ? null : Buffer.from(JSON.stringify(item.value));
    return [
      digest,
      item.feed,
      source,
      item.door,
      JSON.stringify(item.origin),
      reason,
      this.cipher.seal(Buffer.from(item.bytes), digest),
      parsed && this.cipher.seal(parsed, digest),
      source !== null && this.isSample(source),
    ];
  }
}

/** What windows over an entity's records add up: sum and people at stake, and changes registered. */
function stakesOf(record: ParsedItem['record']): (number | null)[] {
  switch (record.feed) {
    case 'complaint':
      return [record.payload.amount ?? null, record.payload.people ?? null, 0];
    case 'registration':
      return [null, null, record.payload.changes?.length ?? 0];
    case 'advertisement':
      return [null, null, 0];
    default:
      return assertNever(record);
  }
}

interface FreshRow {
  readonly id: string;
  readonly source: string;
  readonly source_id: string;
  readonly fingerprint: string;
}

const ledgerKey = (e: LedgerEntry): string => `${e.day}\n${e.source}\n${e.feed}\n${e.door}`;

/** The same bytes from the same place are the same letter. */
function digestOf({ item }: RefusedItem): string {
  const hash = createHash('sha256').update(JSON.stringify([item.feed, item.door, item.origin]));
  return hash.update(item.bytes).digest('hex');
}

const versionKey = (source: string, sourceId: string, fingerprint: string): string =>
  `${source}\n${sourceId}\n${fingerprint}`;

async function demote(client: PoolClient, plan: readonly VersionPlan[]): Promise<void> {
  const ids = plan.flatMap((step) => (step.replaces === null ? [] : [step.replaces]));
  if (ids.length > 0)
    await client.query('update record set current = false where id = any($1)', [ids]);
}

function keptOf(
  record: ParsedItem['record'],
  step: VersionPlan | undefined,
  ids: ReadonlyMap<string, string>,
): KeptRecord {
  const fresh = ids.get(versionKey(record.source, record.sourceId, record.fingerprint));
  const recordId = step?.known ?? fresh;
  if (!step || recordId === undefined) throw new Unavailable('记录写入后没有得到编号');
  return {
    recordId,
    record,
    outcome: step.isNew ? 'stored' : 'duplicate',
    current: step.current,
    replaces: step.replaces,
  };
}

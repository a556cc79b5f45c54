import type { PoolClient } from 'pg';
import {
  AlertStore,
  type AlertWrite,
  type NoticeDraft,
  type OpenAlert,
  type StandingTier,
} from '@risk/alerting';
import type { AlertChange } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { columnsOf, copyRows } from './bulk.js';
import { keepNotices } from './keep-notices.js';
import { known } from './known.js';
import { personTierFrom, STANDING_OF, type StandingRow } from './person-tiers.js';
import { clientOf } from './pg-unit-of-work.js';

/**
 * An alert of a draft that was merged stands for the entity it became part of, so that nobody is told of
 * one firm twice; the entity's own comes last and wins. When the draft is taken out again it has its alert.
 */
const OPEN_OF = `
  select a.id, e.root_id as "entityId", a.tier, a.index
  from entity e join alert a on a.entity_id = e.id
  where a.status = 'open' and e.root_id = any ($1)
  order by a.entity_id = e.root_id, a.id for update of a
`;

const OPEN = `
  insert into alert (entity_id, entity_name, region_code, status, tier, person_tier, index, raised_at,
    changed_at, revision, sample)
  select t.entity_id, t.name, t.region_code, 'open', t.tier, t.person_tier, t.index, $8, $8, 1, t.sample
  from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::boolean[])
    as t (entity_id, name, region_code, tier, person_tier, index, sample)
  returning id, entity_id
`;

const CHANGE = `
  update alert a set entity_name = t.name, region_code = t.region_code, tier = t.tier,
    person_tier = t.person_tier, index = t.index, changed_at = $7, revision = a.revision + 1
  from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[])
    as t (id, name, region_code, tier, person_tier, index)
  where a.id = t.id
`;

const CHANGE_COLUMNS = [
  'alert_id',
  'kind',
  'from_tier',
  'to_tier',
  'news',
  'at',
  'source',
  'decision_id',
];

/** An alert that exists, with what is written to it. */
interface NumberedWrite {
  readonly alertId: string;
  readonly write: AlertWrite;
}

/** Keeps alerts with their changes and pending notices, all in the caller's transaction and in bulk. */
export class PgAlerts extends AlertStore {
  async openOf(tx: Transaction, entityIds: readonly string[]): Promise<OpenAlert[]> {
    if (entityIds.length === 0) return [];
    const { rows } = await clientOf(tx).query<OpenAlert>(OPEN_OF, [entityIds]);
    return rows;
  }

  async standingOf(tx: Transaction, entityIds: readonly string[]): Promise<StandingTier[]> {
    if (entityIds.length === 0) return [];
    const { rows } = await clientOf(tx).query<StandingRow>(STANDING_OF, [entityIds]);
    return rows.flatMap(({ person, ...row }) => {
      const stands = personTierFrom(person);
      return stands ? [{ ...row, person: stands }] : [];
    });
  }

  async save(tx: Transaction, writes: readonly AlertWrite[], at: Date): Promise<void> {
    const client = clientOf(tx);
    const standing = writes.flatMap((write) =>
      write.alertId === null ? [] : [{ alertId: write.alertId, write }],
    );
    const opened = await open(
      client,
      writes.filter((w) => w.alertId === null),
      at,
    );
    await change(client, standing, at);
    await tell(client, [...opened, ...standing], at);
  }
}

const figuresOf = ({ verdict, tier, personTier }: AlertWrite): unknown[] => [
  verdict.name,
  verdict.regionCode,
  tier,
  personTier,
  JSON.stringify(verdict.index),
];

async function open(
  client: PoolClient,
  writes: readonly AlertWrite[],
  at: Date,
): Promise<NumberedWrite[]> {
  if (writes.length === 0) return [];
  const rows = writes.map((w) => [w.verdict.entityId, ...figuresOf(w), w.verdict.sample]);
  const { rows: fresh } = await client.query<{ id: string; entity_id: string }>(OPEN, [
    ...columnsOf(rows, 7),
    at,
  ]);
  const idOf = new Map(fresh.map((row) => [row.entity_id, row.id]));
  return writes.map((write) => ({ alertId: known(idOf, write.verdict.entityId), write }));
}

async function change(
  client: PoolClient,
  writes: readonly NumberedWrite[],
  at: Date,
): Promise<void> {
  if (writes.length === 0) return;
  const rows = writes.map(({ alertId, write }) => [alertId, ...figuresOf(write)]);
  await client.query(CHANGE, [...columnsOf(rows, 6), at]);
}

/** One step is told once; what a person decides anew is a step of its own. */
const stepOf = ({ kind, to, decision }: AlertChange): string =>
  `${kind}:${to}${decision === null ? '' : `#${decision}`}`;

/** Notes what changed, and puts a notice to every addressee into the outbox. */
async function tell(client: PoolClient, writes: readonly NumberedWrite[], at: Date): Promise<void> {
  const changes = writes.flatMap(({ alertId, write: { change: made } }) =>
    made
      ? [[alertId, made.kind, made.from, made.to, made.news, at, made.source, made.decision]]
      : [],
  );
  await copyRows(client, 'alert_change', CHANGE_COLUMNS, changes);
  await keepNotices(client, writes.flatMap(draftsOf(at)), at);
}

const draftsOf =
  (at: Date) =>
  ({ alertId, write: { change: made, addressees, verdict } }: NumberedWrite): NoticeDraft[] =>
    made
      ? addressees.flatMap(({ contacts, ...unit }) =>
          contacts.flatMap(({ channels, ...recipient }) =>
            channels.map((channel) => ({
              alertId,
              step: stepOf(made),
              kind: 'alert' as const,
              changeId: null,
              dutyId: null,
              channel,
              to: { ...unit, recipient },
              state: 'pending' as const,
              notBefore: at,
              said: null,
              sample: verdict.sample,
            })),
          ),
        )
      : [];

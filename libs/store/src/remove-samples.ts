import type { Transaction } from '@risk/kit';
import { mirrorPersonTiers } from './person-tiers.js';
import { clientOf } from './pg-unit-of-work.js';

/** What was taken away. */
export interface RemovedSamples {
  readonly records: number;
  readonly entities: number;
  readonly alerts: number;
  readonly deadLetters: number;
}

/**
 * Takes every sample out of the house. Entities that real records name as well stay; only what the
 * samples said of them goes, and they are listed so that their index can be computed anew.
 */
export async function removeSamples(
  tx: Transaction,
  sources: readonly string[],
): Promise<RemovedSamples & { readonly mixed: readonly string[] }> {
  const client = clientOf(tx);
  const count = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await client.query(sql, values)).rowCount ?? 0;

  const mixed = await client.query<{ id: string }>(
    `select distinct root.id from entity e join entity root on root.id = e.root_id
     join entity_link l on l.entity_id = e.id join record r on r.id = l.record_id
     where r.sample and not root.sample`,
  );
  await count(`delete from duty where id in (select duty_id from meeting_task t
     join meeting_decision d on d.id = t.decision_id join meeting m on m.id = d.meeting_id where m.sample)`);
  await count('delete from meeting where sample');
  await count('delete from bulletin where sample');
  const alerts = await count('delete from alert where sample');
  await count('delete from notice where sample');
  await count('delete from entity_tie where entity_id in (select id from entity where sample)');
  const entities = await count('delete from entity where sample');
  const records = await count('delete from record where sample');
  const deadLetters = await count('delete from dead_letter where sample');
  await count('delete from account where sample');
  await count('delete from intake_ledger where source = any ($1)', [sources]);
  const left = mixed.rows.map((row) => row.id);
  await mirrorPersonTiers(client, left);
  return { records, entities, alerts, deadLetters, mixed: left };
}

import type { PoolClient } from 'pg';
import type { NoticeDraft } from '@risk/alerting';
import { columnsOf } from './bulk.js';

/** The key makes a second notice of the same step to the same recipient by the same channel impossible. */
const KEEP = `
  insert into notice (alert_id, step, kind, unit, recipient, channel, addressee, state, change_id, duty_id,
    not_before, subject, body, sample, bulletin_id, receipt, created_at)
  select t.alert_id, t.step, t.kind, t.unit, t.recipient, t.channel, t.addressee, t.state, t.change_id,
    t.duty_id, t.not_before, t.subject, t.body, t.sample, t.bulletin_id, t.receipt, $17
  from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[],
      $8::text[], $9::bigint[], $10::bigint[], $11::timestamptz[], $12::text[], $13::text[], $14::boolean[],
      $15::bigint[], $16::text[])
    with ordinality as t (alert_id, step, kind, unit, recipient, channel, addressee, state, change_id, duty_id,
      not_before, subject, body, sample, bulletin_id, receipt, place)
  order by t.place
  on conflict on constraint notice_once do nothing
`;

/** Puts notices into the outbox in the caller's transaction; what was put there before stays as it is. */
export async function keepNotices(
  client: PoolClient,
  drafts: readonly NoticeDraft[],
  at: Date,
): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map((draft) => [
    draft.alertId,
    draft.step,
    draft.kind,
    draft.to.unit,
    draft.to.recipient.key,
    draft.channel,
    JSON.stringify(draft.to),
    draft.state,
    draft.changeId,
    draft.dutyId,
    draft.notBefore,
    draft.said?.subject,
    draft.said?.body,
    draft.sample,
    draft.bulletin?.id,
    draft.bulletin?.receipt,
  ]);
  await client.query(KEEP, [...columnsOf(rows, 16), at]);
}

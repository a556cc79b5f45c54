import { QuietStore, type Flood, type KeptSilence } from '@risk/alerting';
import type { Signature } from '@risk/domain';
import { Invalid, type Transaction } from '@risk/kit';
import { clientOf } from '../pg-unit-of-work.js';

const KEEP = `
  insert into silence (entity_id, scheme, region, code, tiers, owner, because, starts_at, ends_at, made_at)
  select known.root_id, $2, $3, $4, $5, $6, $7, $8, $9, $8
  from (select root_id from entity where id = $1 union all select null where $1::bigint is null) known
  returning id
`;

const SILENCE = `
  select id, entity_id as "entityId", scheme, region, code, tiers, owner, because, starts_at as "startsAt",
    ends_at as "endsAt", ended_at as "endedAt", ended_by as "endedBy"
  from silence where id = $1 for update
`;

const FLOOD = `
  select id, code, opened_at as "openedAt", ended_at as "endedAt" from flood where id = $1 for update
`;

/** Silences and floods in PostgreSQL. */
export class PgQuiet extends QuietStore {
  async keepSilence(
    tx: Transaction,
    silence: Omit<KeptSilence, 'id' | 'endedAt' | 'endedBy'>,
  ): Promise<string> {
    const { entityId, scheme, region, code, tiers, owner, because, startsAt, endsAt } = silence;
    const values = [entityId, scheme, region, code, tiers, owner, because, startsAt, endsAt];
    const { rows } = await clientOf(tx).query<{ id: string }>(KEEP, values);
    if (!rows[0]) throw new Invalid(`entity：没有主体 ${entityId ?? ''}`);
    return rows[0].id;
  }

  async silence(tx: Transaction, id: string): Promise<KeptSilence | null> {
    return (await clientOf(tx).query<KeptSilence>(SILENCE, [id])).rows[0] ?? null;
  }

  async endSilence(tx: Transaction, id: string, by: Signature, at: Date): Promise<void> {
    const sql = 'update silence set ended_at = $2, ended_by = $3, ended_because = $4 where id = $1';
    await clientOf(tx).query(sql, [id, at, by.by, by.because]);
  }

  async flood(tx: Transaction, id: string): Promise<Flood | null> {
    return (await clientOf(tx).query<Flood>(FLOOD, [id])).rows[0] ?? null;
  }

  async endFlood(
    tx: Transaction,
    id: string,
    { by, because, released }: Signature & { readonly released: boolean },
    at: Date,
  ): Promise<void> {
    const sql = `update flood set ended_at = $2, ended_by = $3, because = $4, released = $5 where id = $1`;
    await clientOf(tx).query(sql, [id, at, by, because, released]);
  }
}

import {
  CreditExports,
  type CreditExport,
  type ExportedCase,
  type UnexportedCase,
} from '@risk/cases';
import type { Transaction } from '@risk/kit';
import { isHistory } from './opened-anew.js';
import { clientOf } from './pg-unit-of-work.js';

const COLUMNS = 'id, signed_by as by, because, signed_at as at, cases, files';

const KEEP = `
  insert into credit_export (signed_by, because, signed_at, cases, files)
  values ($1, $2, $3, $4, $5) returning ${COLUMNS}
`;

/** A penalty of an entity, whatever part of it had left: what was merged since is the same one. */
const LAST = `
  select ${COLUMNS} from credit_export
  where exists (
    select from jsonb_array_elements(cases) c
    where c ->> 'number' = $2 and (c ->> 'entityId')::bigint in (
      select id from entity where root_id = (select root_id from entity where id = $1))
  )
  order by id desc limit 1
`;

const UNEXPORTED = `
  with o as (
    select distinct on (part.root_id) part.root_id, o.verdict, o.decided_at
    from outcome o join entity part on part.id = o.entity_id order by part.root_id, o.id desc
  ),
  sent as (
    select distinct m.root_id from credit_export x, jsonb_array_elements(x.cases) c
    join entity m on m.id = (c ->> 'entityId')::bigint
  )
  select e.id as "entityId", e.name from o join entity e on e.id = o.root_id
  where o.verdict in ('confirmed', 'administrative') and not e.sample
    and not exists (select from sent where sent.root_id = o.root_id)
    and not ${isHistory('e.id', 'o.decided_at', "'infinity'::timestamptz")}
  order by e.id limit $1
`;

/** Exports of credit records, in a table that only grows. */
export class PgCreditExports extends CreditExports {
  async keep(tx: Transaction, made: Omit<CreditExport, 'id'>): Promise<CreditExport> {
    const { by, because, at, cases, files } = made;
    const values = [by, because, at, JSON.stringify(cases), JSON.stringify(files)];
    const [kept] = (await clientOf(tx).query<CreditExport>(KEEP, values)).rows;
    if (!kept) throw new Error('the export was not kept');
    return kept;
  }

  async list(tx: Transaction, limit: number): Promise<CreditExport[]> {
    const { rows } = await clientOf(tx).query<CreditExport>(
      `select ${COLUMNS} from credit_export order by id desc limit $1`,
      [limit],
    );
    return rows;
  }

  async lastWith(
    tx: Transaction,
    { entityId, number }: ExportedCase,
  ): Promise<CreditExport | null> {
    const { rows } = await clientOf(tx).query<CreditExport>(LAST, [entityId, number]);
    return rows[0] ?? null;
  }

  async unexported(tx: Transaction, limit: number): Promise<UnexportedCase[]> {
    return (await clientOf(tx).query<UnexportedCase>(UNEXPORTED, [limit])).rows;
  }
}

import {
  VerificationStore,
  type Entry,
  type NewEntry,
  type NewVerification,
  type Note,
  type Verification,
} from '@risk/cases';
import { groupBy, type Transaction } from '@risk/kit';
import { clientOf } from './pg-unit-of-work.js';
import { withDates } from './revive-dates.js';

const VERIFICATION = `
  select v.id, v.alert_id as "alertId", e.root_id as "entityId", v.unit, v.officers, v.opened_by as by,
    v.because, v.opened_at as at
  from verification v join alert a on a.id = v.alert_id join entity e on e.id = a.entity_id
`;

const ENTRY = `n.id, n.verification_id as "verificationId", n.kind, n.noted_by as by, n.because,
  n.noted_at as at, n.corrects, n.detail::text as detail`;

const OPEN = `
  insert into verification (alert_id, unit, officers, opened_by, because, opened_at)
  values ($1, $2, $3, $4, $5, $6) returning id
`;

const APPEND = `
  insert into verification_entry as n (verification_id, kind, noted_by, because, noted_at, corrects, detail)
  values ($1, $2, $3, $4, $5, $6, $7) returning ${ENTRY}
`;

interface EntryRow {
  readonly id: string;
  readonly verificationId: string;
  readonly kind: Note['kind'];
  readonly by: string;
  readonly because: string;
  readonly at: Date;
  readonly corrects: string | null;
  readonly detail: string;
}

/** Verifications and their logs, in tables that only grow. */
export class PgVerifications extends VerificationStore {
  async find(tx: Transaction, id: string): Promise<Verification | null> {
    const [one] = await read(tx, 'v.id = $1', id);
    return one ?? null;
  }

  ofAlert(tx: Transaction, alertId: string): Promise<Verification[]> {
    return read(tx, 'v.alert_id = $1', alertId);
  }

  async open(tx: Transaction, one: NewVerification): Promise<Verification> {
    const { alertId, unit, officers, by, because, at } = one;
    const values = [alertId, unit, officers, by, because, at];
    const { rows } = await clientOf(tx).query<{ id: string }>(OPEN, values);
    const kept = rows[0] && (await this.find(tx, rows[0].id));
    if (!kept) throw new Error('the verification was not kept');
    return kept;
  }

  async append(tx: Transaction, verificationId: string, entry: NewEntry): Promise<Entry> {
    const { kind, by, because, at, corrects, ...detail } = entry;
    const values = [verificationId, kind, by, because, at, corrects, JSON.stringify(detail)];
    const [row] = (await clientOf(tx).query<EntryRow>(APPEND, values)).rows;
    if (!row) throw new Error('the entry was not kept');
    return entryOf(row);
  }
}

async function read(tx: Transaction, which: string, id: string): Promise<Verification[]> {
  const client = clientOf(tx);
  const found = await client.query<Omit<Verification, 'entries'>>(
    `${VERIFICATION} where ${which} order by v.id`,
    [id],
  );
  const { rows } = await client.query<EntryRow>(
    `select ${ENTRY} from verification_entry n where n.verification_id = any ($1) order by n.id`,
    [found.rows.map((one) => one.id)],
  );
  const entriesOf = groupBy(rows, (row) => row.verificationId);
  return found.rows.map((one) => ({
    ...one,
    entries: (entriesOf.get(one.id) ?? []).map(entryOf),
  }));
}

function entryOf({ verificationId: _of, detail, ...row }: EntryRow): Entry {
  return { ...row, ...(withDates(detail) as object) } as Entry;
}

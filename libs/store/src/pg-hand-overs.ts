import {
  HandOverStore,
  type HandOver,
  type HandOverFacts,
  type NewHandOver,
  type Receipt,
  type TakenIn,
} from '@risk/cases';
import { groupBy, type Transaction } from '@risk/kit';
import { claimNumber } from './letter-numbers.js';
import { clientOf } from './pg-unit-of-work.js';
import { withDates } from './revive-dates.js';

const HANDOVER = `
  select h.id, h.alert_id as "alertId", h.follows, h.facts::text as facts, h.duty_id as "dutyId",
    h.due_at as "dueAt", json_build_object('name', h.package_name, 'size', h.package_size,
      'sha256', h.sha256, 'sm3', h.sm3) as package,
    taken.taken_by as "takenBy", taken.because as "takenBecause", taken.taken_at as "takenAt"
  from handover h left join handover_taken taken on taken.handover_id = h.id
`;

const TAKE_IN = `
  insert into handover_taken (handover_id, taken_by, because, taken_at) values ($1, $2, $3, $4)
`;

const RECEIPT = `r.id, r.handover_id as "handOverId", r.answer, r.number, r.received_on::text as "receivedOn",
  r.entered_by as by, r.because, r.entered_at as at`;

const KEEP = `
  insert into handover (alert_id, follows, facts, package_name, package_size, sha256, sm3, to_unit, duty_id,
    due_at, made_by, approver, made_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id
`;

const ANSWER = `
  insert into handover_receipt as r (handover_id, answer, number, received_on, entered_by, because, entered_at)
  values ($1, $2, $3, $4, $5, $6, $7) returning ${RECEIPT}
`;

type HandOverRow = Omit<HandOver, 'facts' | 'taken' | 'receipts'> & {
  readonly facts: string;
  readonly takenBy: string;
  readonly takenBecause: string;
  readonly takenAt: Date | null;
};
type ReceiptRow = Receipt & { readonly handOverId: string };

/** Hand-overs and their receipts, in tables that only grow. */
export class PgHandOvers extends HandOverStore {
  async find(tx: Transaction, id: string): Promise<HandOver | null> {
    const [one] = await read(tx, 'where h.id = $1', id);
    return one ?? null;
  }

  ofAlert(tx: Transaction, alertId: string): Promise<HandOver[]> {
    return read(tx, 'where h.alert_id = $1 order by h.id', alertId);
  }

  list(tx: Transaction, limit: number): Promise<HandOver[]> {
    return read(tx, 'order by h.id desc limit $1', limit);
  }

  async keep(tx: Transaction, made: NewHandOver): Promise<HandOver> {
    const { alertId, follows, facts, dutyId, dueAt } = made;
    const { name, size, sha256, sm3 } = made.package;
    const { rows } = await clientOf(tx).query<{ id: string }>(KEEP, [
      ...[alertId, follows, JSON.stringify(facts), name, size, sha256, sm3],
      ...[facts.to.code, dutyId, dueAt, facts.by, facts.approver, facts.at],
    ]);
    const [row] = rows;
    const { from, number } = facts;
    if (row && number) await claimNumber(tx, { unit: from.code, number }, { handOver: row.id });
    const kept = row && (await this.find(tx, row.id));
    if (!kept) throw new Error('the hand-over was not kept');
    return kept;
  }

  async takeIn(tx: Transaction, handOverId: string, { by, because, at }: TakenIn): Promise<void> {
    await clientOf(tx).query(TAKE_IN, [handOverId, by, because, at]);
  }

  async answer(
    tx: Transaction,
    handOverId: string,
    receipt: Omit<Receipt, 'id'>,
  ): Promise<Receipt> {
    const { answer, number, receivedOn, by, because, at } = receipt;
    const values = [handOverId, answer, number, receivedOn, by, because, at];
    const [row] = (await clientOf(tx).query<ReceiptRow>(ANSWER, values)).rows;
    if (!row) throw new Error('the receipt was not kept');
    return receiptOf(row);
  }
}

async function read(tx: Transaction, which: string, value: string | number): Promise<HandOver[]> {
  const client = clientOf(tx);
  const found = (await client.query<HandOverRow>(`${HANDOVER} ${which}`, [value])).rows;
  const { rows } = await client.query<ReceiptRow>(
    `select ${RECEIPT} from handover_receipt r where r.handover_id = any ($1) order by r.id`,
    [found.map(({ id }) => id)],
  );
  const receiptsOf = groupBy(rows, ({ handOverId }) => handOverId);
  return found.map(({ facts, takenBy, takenBecause, takenAt, ...row }) => ({
    ...row,
    taken: takenAt === null ? null : { by: takenBy, because: takenBecause, at: takenAt },
    facts: withDates(facts) as HandOverFacts,
    receipts: (receiptsOf.get(row.id) ?? []).map(receiptOf),
  }));
}

const receiptOf = ({ handOverId: _of, ...receipt }: ReceiptRow): Receipt => receipt;

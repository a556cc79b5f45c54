import {
  AuditTrail,
  chainAfter,
  type AuditCheckpoint,
  type AuditEvent,
  type AuditHead,
  type AuditLine,
  type AuditQuestion,
} from '@risk/access';
import { chinaMidnight, days, Invalid, isCalendarDay } from '@risk/kit';
import type { PoolClient } from 'pg';
import type { Database } from '../database.js';
import { clientOf, PgUnitOfWork } from '../pg-unit-of-work.js';
import { streamedRows } from './streamed-rows.js';

const COLUMNS = `
  seq, algorithm, at, who, account_id as "accountId", roles, action, subject, address as "from", outcome,
  detail, refers_to as "refersTo", previous, hash
`;

const APPEND = `
  insert into audit_line (seq, algorithm, at, who, account_id, roles, action, subject, address, outcome,
    detail, refers_to, previous, hash)
  select seq, algorithm, at, who, "accountId", roles, action, subject, "from", outcome, detail, "refersTo",
    previous, hash
  from json_to_recordset($1) as line (seq bigint, algorithm text, at timestamptz, who text,
    "accountId" text, roles text[], action text, subject text, "from" text, outcome text, detail jsonb,
    "refersTo" bigint, previous text, hash text)
`;

const KEEP_CHECKPOINT = `
  insert into audit_checkpoint (size, hash, at) select size, hash, $1 from audit_head
  returning size::float8, hash, at
`;

/** The audit trail in tables that only grow; one writer at a time, who holds the head. */
export class PgAuditTrail extends AuditTrail {
  private readonly work: PgUnitOfWork;

  constructor(private readonly database: Database) {
    super();
    this.work = new PgUnitOfWork(database);
  }

  async append(events: readonly AuditEvent[]): Promise<string[]> {
    if (events.length === 0) return [];
    return this.work.run(async (tx) => {
      const client = clientOf(tx);
      const lines = chainAfter(await lockedHead(client), events);
      await client.query(APPEND, [JSON.stringify(lines)]);
      return lines.map(({ seq }) => seq);
    });
  }

  async lines({ limit, after, isOldestFirst = false, ...asked }: AuditQuestion) {
    const { where, values } = conditionsOf(asked);
    const [way, behind] = isOldestFirst ? ['asc', '>'] : ['desc', '<'];
    const begin = after === undefined ? '' : `and seq ${behind} $${values.length + 2}`;
    return this.database.rows<AuditLine>(
      `select ${COLUMNS} from audit_line where ${where} ${begin} order by seq ${way} limit $1`,
      [limit, ...values, ...(after === undefined ? [] : [after])],
    );
  }

  async count(question: AuditQuestion, most: number): Promise<number> {
    const { where, values } = conditionsOf(question);
    const [row] = await this.database.rows<{ lines: number }>(
      `select count(*)::int as lines from (select from audit_line where ${where} limit $1) counted`,
      [most, ...values],
    );
    return row?.lines ?? 0;
  }

  stream(fromSeq: string): AsyncIterable<AuditLine> {
    return streamedRows<AuditLine>(
      this.database,
      `select ${COLUMNS} from audit_line where seq >= $1 order by seq`,
      [fromSeq],
    );
  }

  async head(): Promise<AuditHead> {
    const [head] = await this.database.rows<AuditHead>('select size::float8, hash from audit_head');
    if (!head) throw new Error('the audit trail has no head');
    return head;
  }

  checkpoints(): Promise<AuditCheckpoint[]> {
    return this.database.rows<AuditCheckpoint>(
      'select size::float8, hash, at from audit_checkpoint order by id',
    );
  }

  async keepCheckpoint(at: Date): Promise<AuditCheckpoint> {
    const [checkpoint] = await this.database.rows<AuditCheckpoint>(KEEP_CHECKPOINT, [at]);
    if (!checkpoint) throw new Error('the audit trail has no head');
    return checkpoint;
  }
}

/** Whoever holds the head writes; the others wait. */
async function lockedHead(client: PoolClient): Promise<AuditHead> {
  const { rows } = await client.query<AuditHead>(
    'select size::float8, hash from audit_head for update',
  );
  if (!rows[0]) throw new Error('the audit trail has no head');
  return rows[0];
}

type Asked = Exclude<keyof AuditQuestion, 'limit' | 'after' | 'isOldestFirst'>;

/** What an asked part is as a value of SQL. */
type ValueOf = (given: string | readonly string[]) => unknown;

const same = (value: unknown): unknown => value;

/** What each part of a question means; one line to add one. */
const PARTS: readonly (readonly [Asked, string, ValueOf?])[] = [
  ['who', 'who ='],
  ['action', 'action ='],
  ['subjects', 'subject = any'],
  ['outcome', 'outcome ='],
  ['fromDay', 'at >=', (day) => midnightOf(String(day))],
  ['toDay', 'at <', (day) => new Date(midnightOf(String(day)).getTime() + days(1))],
];

/** The parts of a question that are given, with placeholders from $2 on. */
function conditionsOf(asked: Pick<AuditQuestion, Asked>): { where: string; values: unknown[] } {
  const parts = PARTS.filter(([name]) => asked[name] !== undefined);
  return {
    where: ['true', ...parts.map(([, condition], at) => `${condition} ($${at + 2})`)].join(' and '),
    values: parts.map(([name, , valueOf = same]) => valueOf(asked[name] ?? '')),
  };
}

function midnightOf(day: string): Date {
  if (!isCalendarDay(day)) throw new Invalid(`“${day}”不是 yyyy-mm-dd 的日期`);
  return chinaMidnight(day);
}

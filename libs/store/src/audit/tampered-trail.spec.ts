import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  chainAfter,
  GENESIS,
  VerifyAudit,
  type AuditCheckpoint,
  type AuditEvent,
  type AuditLine,
} from '@risk/access';
import { auditEvent } from '../../../access/src/testing/audit-event.js';
import { linesOf } from '../../../access/src/testing/audit-trail.contract.js';
import { storeDatabase } from '../testing/store-database.js';
import { asIntruder, emptyAuditTables } from './testing/audit-tables.js';
import { PgAuditTrail } from './pg-audit-trail.js';

/** Forty lines; checkpoints at 20 and 30, kept beside the trail and, in other hands, outside. */
const SIZE = 40;
let db: Awaited<ReturnType<typeof storeDatabase>>;
let trail: PgAuditTrail;
let lines: AuditLine[];
let outside: AuditCheckpoint[];

beforeAll(async () => {
  db = await storeDatabase();
  trail = new PgAuditTrail(db.database);
  for (let n = 0; n < SIZE; n += 10) {
    await trail.append(
      Array.from({ length: 10 }, (_, k) => auditEvent({ refersTo: '1', detail: { n: n + k } })),
    );
    if (n === 10 || n === 20) await trail.keepCheckpoint(new Date('2026-11-02T23:50:00+08:00'));
  }
  lines = await linesOf(trail);
  outside = await trail.checkpoints();
  await asIntruder(
    db.database,
    `create table true_line as table audit_line; create table true_head as table audit_head;
     create table true_checkpoint as table audit_checkpoint`,
  );
});
afterAll(() => db.drop());

const intrude = (statements: string) => asIntruder(db.database, statements);

async function restore(): Promise<void> {
  await emptyAuditTables(db.database);
  await intrude(`
    alter table audit_line drop constraint if exists audit_line_pkey;
    alter table audit_line add primary key (seq);
    insert into audit_line select * from true_line;
    update audit_head set size = t.size, hash = t.hash from true_head t;
    insert into audit_checkpoint overriding system value select * from true_checkpoint
  `);
}

/** Kinds of fault with their seqs: `changed 4`. */
async function faults(checkpoints: readonly AuditCheckpoint[]): Promise<string[]> {
  const found: string[] = [];
  await new VerifyAudit(trail).run({
    checkpoints,
    onFault: ({ kind, seq }) => found.push(`${kind} ${seq}`),
    onProgress: () => undefined,
  });
  // Each checkpoint is known twice when it also lies beside the trail.
  return [...new Set(found)];
}

const HEAD_FOLLOWS = `update audit_head set (size, hash) =
  (select coalesce(max(seq), 0), coalesce((array_agg(hash order by seq desc))[1], repeat('0', 64)) from audit_line)`;
const CHECKPOINTS_FOLLOW = `update audit_checkpoint c set hash = l.hash from audit_line l where l.seq = c.size;
  delete from audit_checkpoint where size > (select size from audit_head)`;
/** One who holds the whole database makes it agree with itself. */
const agreeing = (statements: string) => `${statements}; ${HEAD_FOLLOWS}; ${CHECKPOINTS_FOLLOW}`;

/** Another history from its first line on, with every number and hash right. */
function told(events: readonly AuditEvent[]): string {
  const json = JSON.stringify(chainAfter(GENESIS, events));
  return `delete from audit_line; insert into audit_line (seq, algorithm, at, who, account_id, roles, action,
      subject, address, outcome, detail, refers_to, previous, hash)
    select seq, algorithm, at, who, "accountId", roles, action, subject, "from", outcome, detail, "refersTo",
      previous, hash
    from json_to_recordset($json$${json}$json$) as line (seq bigint, algorithm text, at timestamptz, who text,
      "accountId" text, roles text[], action text, subject text, "from" text, outcome text, detail jsonb,
      "refersTo" bigint, previous text, hash text)`;
}
const others = (from: number) =>
  lines.map((line) => (Number(line.seq) < from ? line : { ...line, who: '别人' }));

const COPIED = (seq: number, as: number) =>
  `insert into audit_line select ${as}, algorithm, at, who, account_id, roles, action, subject, address,
    outcome, detail, refers_to, previous, hash from true_line where seq = ${seq}`;
const MAKE_ROOM = `update audit_line set seq = seq + 1000 where seq >= 25;
  update audit_line set seq = seq - 999 where seq > 1000`;
const span = (kind: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `${kind} ${from + at}`);

interface Tampering {
  readonly what: string;
  /** What one does who can switch the triggers off. */
  readonly deed: () => string;
  /** What the database alone gives away, and what it does beside checkpoints from outside. */
  readonly alone: readonly string[];
  readonly outside: readonly string[];
}
const found = (what: string, statements: string, ...kinds: string[]): Tampering => ({
  what,
  deed: () => statements,
  alone: kinds,
  outside: kinds,
});
const edit = (assignment: string, ...kinds: string[]): Tampering =>
  found(assignment, `update audit_line set ${assignment} where seq = 25`, ...kinds);

const COLUMNS: readonly Tampering[] = [
  edit('seq = 99', 'changed 99', 'missing 25', 'missing 41', 'head-differs 99'),
  edit("algorithm = 'sm3-2'", 'changed 25'),
  edit("at = at + interval '1 millisecond'", 'changed 25'),
  edit("at = 'infinity'", 'changed 25'),
  edit("who = '别人'", 'changed 25'),
  edit("who = who || ' '", 'changed 25'),
  edit("account_id = '8'", 'changed 25'),
  edit('account_id = null', 'changed 25'),
  edit("roles = '{auditor}'", 'changed 25'),
  edit("roles = '{}'", 'changed 25'),
  edit("roles = '{officer,NULL}'", 'changed 25'),
  edit("action = 'alerts.write'", 'changed 25'),
  edit("subject = 'alert:13'", 'changed 25'),
  edit('subject = null', 'changed 25'),
  edit("address = '10.0.0.8'", 'changed 25'),
  edit("outcome = 'refused'", 'changed 25'),
  edit(`detail = '{"n": 999}'`, 'changed 25'),
  edit(`detail = detail || '{"more": {"deep": [1]}}'`, 'changed 25'),
  edit(`detail = '{"n": "24"}'`, 'changed 25'),
  edit(`detail = '[24]'`, 'changed 25'),
  edit('detail = null', 'changed 25'),
  edit('refers_to = 2', 'changed 25'),
  edit('refers_to = null', 'changed 25'),
  edit("previous = repeat('a', 64)", 'changed 25', 'unlinked 25'),
  edit("hash = repeat('a', 64)", 'changed 25', 'unlinked 26'),
];

const ROWS: readonly Tampering[] = [
  ...[1, 2, 25, 39].map((seq) =>
    found(`line ${seq} deleted`, `delete from audit_line where seq = ${seq}`, `missing ${seq}`),
  ),
  ...[1, 7, 15, 40].map((cut) =>
    found(
      `a tail of ${cut} cut, the head and the checkpoints forgotten`,
      `delete from audit_line where seq > ${SIZE - cut}`,
      `head-differs ${SIZE - cut}`,
      ...[20, 30].filter((size) => size > SIZE - cut).map((size) => `shorter ${size}`),
    ),
  ),
  found(
    'two swapped',
    `update audit_line set seq = 1025 where seq = 25; update audit_line set seq = 25 where seq = 26;
     update audit_line set seq = 26 where seq = 1025`,
    ...['changed 25', 'unlinked 25', 'changed 26', 'unlinked 26', 'unlinked 27'],
  ),
  found(
    'a line put in, the rest renumbered, the head and the checkpoints forgotten',
    `${MAKE_ROOM}; ${COPIED(3, 25)}`,
    ...['changed 25', 'unlinked 25', 'unlinked 26', ...span('changed', 26, 41)],
    ...['checkpoint-differs 30', 'head-differs 41'],
  ),
  found(
    'a line put behind the last, the head forgotten',
    COPIED(3, 41),
    ...['changed 41', 'unlinked 41', 'head-differs 41'],
  ),
  found(
    'a line doubled, the key of the table dropped',
    `alter table audit_line drop constraint audit_line_pkey; ${COPIED(25, 25)}`,
    'doubled 25',
  ),
  {
    what: 'one line rewritten with its own hash right',
    deed: () => {
      const { hash } = chainAfter({ size: 24, hash: lines[23]!.hash }, others(25).slice(24))[0]!;
      return `update audit_line set who = '别人', hash = '${hash}' where seq = 25`;
    },
    alone: ['unlinked 26'],
    outside: ['unlinked 26'],
  },
  {
    what: 'the rest rewritten, the head and the checkpoints forgotten',
    deed: () => told(others(25)),
    alone: ['checkpoint-differs 30', 'head-differs 40'],
    outside: ['checkpoint-differs 30', 'head-differs 40'],
  },
  {
    what: 'the algorithm renamed in every line',
    deed: () => agreeing("update audit_line set algorithm = 'none'"),
    alone: span('changed', 1, 40),
    outside: span('changed', 1, 40),
  },
];

/** What makes the database agree with itself: only what lies outside gives it away, and only up to there. */
const WHOLE: readonly Tampering[] = [
  {
    what: 'a tail of 15 cut, all made to agree',
    deed: () => agreeing('delete from audit_line where seq > 25'),
    alone: [],
    outside: ['shorter 30'],
  },
  {
    what: 'a tail cut after the last checkpoint, all made to agree: not found',
    deed: () => agreeing('delete from audit_line where seq > 30'),
    alone: [],
    outside: [],
  },
  {
    what: 'everything gone, all made to agree',
    deed: () => agreeing('delete from audit_line'),
    alone: [],
    outside: ['shorter 20', 'shorter 30'],
  },
  {
    what: 'all rewritten from the first line on',
    deed: () => agreeing(told(others(1))),
    alone: [],
    outside: ['checkpoint-differs 20', 'checkpoint-differs 30'],
  },
  {
    what: 'all rewritten from line 25 on',
    deed: () => agreeing(told(others(25))),
    alone: [],
    outside: ['checkpoint-differs 30'],
  },
  {
    what: 'all rewritten after the last checkpoint: not found',
    deed: () => agreeing(told(others(31))),
    alone: [],
    outside: [],
  },
  {
    what: 'a line taken out, all chained anew',
    deed: () => agreeing(told(lines.filter(({ seq }) => seq !== '25'))),
    alone: [],
    outside: ['checkpoint-differs 30'],
  },
  {
    what: 'a line put in, all chained anew',
    deed: () => agreeing(told([...lines.slice(0, 24), auditEvent(), ...lines.slice(24)])),
    alone: [],
    outside: ['checkpoint-differs 30'],
  },
  {
    what: 'two lines swapped, all chained anew',
    deed: () => agreeing(told([...lines.slice(0, 24), lines[25]!, lines[24]!, ...lines.slice(26)])),
    alone: [],
    outside: ['checkpoint-differs 30'],
  },
  {
    what: 'an old state put back',
    deed: () => agreeing('delete from audit_line where seq > 20'),
    alone: [],
    outside: ['shorter 30'],
  },
  {
    what: 'an old state put back and written on beyond where it was',
    deed: () =>
      agreeing(told([...lines.slice(0, 20), ...Array.from({ length: 25 }, () => auditEvent())])),
    alone: [],
    outside: ['checkpoint-differs 30'],
  },
  {
    what: 'a line forged behind the last: not found',
    deed: () => agreeing(told([...lines, auditEvent({ who: '没来过的人' })])),
    alone: [],
    outside: [],
  },
  {
    what: 'the same value written another way: nothing was changed',
    deed: () => `update audit_line set detail = '{"n": 24.0}' where seq = 25`,
    alone: [],
    outside: [],
  },
];

describe('one who holds the database and switches its triggers off', () => {
  beforeEach(restore);

  it('is not suspected without a deed', async () => {
    expect(await faults([])).toEqual([]);
    expect(await faults(outside)).toEqual([]);
  });

  it.each([...COLUMNS, ...ROWS, ...WHOLE].map((one) => [one.what, one] as const))(
    '%s',
    async (_what, tampering) => {
      await intrude(tampering.deed());
      expect((await faults([])).sort()).toEqual([...tampering.alone].sort());
      expect((await faults(outside)).sort()).toEqual([...tampering.outside].sort());
    },
  );
});

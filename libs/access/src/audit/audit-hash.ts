import { createHash } from 'node:crypto';
import type { AuditDetail, AuditEvent, AuditHead, AuditLine } from './audit-event.js';

/** Names the digest and the layout of the bytes below; another layout gets another name. */
export const AUDIT_ALGORITHM = 'sm3-1';

/** What the first line follows. */
export const GENESIS: AuditHead = { size: 0, hash: '0'.repeat(64) };

/** What is hashed of a line: all but the hash itself. */
export type UnhashedLine = Omit<AuditLine, 'hash'>;

/**
 * A line as bytes, the same for the same line and different for any other: each field in fixed order with a
 * mark of its kind and its length in front, so that none can borrow from its neighbour (`a|bc` is not `ab|c`).
 */
export function auditBytes(line: UnhashedLine): Buffer {
  return Buffer.concat([
    text(line.algorithm),
    text(line.seq),
    text(line.previous),
    // Milliseconds, not a written date: there is one way to write a number.
    text(String(line.at.getTime())),
    text(line.who),
    textOrNull(line.accountId),
    list(line.roles.map(textOrNull)),
    text(line.action),
    textOrNull(line.subject),
    textOrNull(line.from),
    text(line.outcome),
    detail(line.detail),
    textOrNull(line.refersTo),
  ]);
}

/** The hash of an event in its place, in hex. */
export const auditHash = (previous: string, event: AuditEvent, seq: string): string =>
  hashOf({ ...event, seq, algorithm: AUDIT_ALGORITHM, previous });

/** The hash that a line ought to have, in hex. */
export const hashOf = (line: UnhashedLine): string =>
  createHash('sm3').update(auditBytes(line)).digest('hex');

function marked(mark: string, length: number, ...parts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(5);
  head.write(mark, 'latin1');
  head.writeUInt32BE(length, 1);
  return Buffer.concat([head, ...parts]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return marked('t', bytes.length, bytes);
}

const textOrNull = (value: string | null): Buffer =>
  value === null ? marked('0', 0) : text(value);

const list = (items: readonly Buffer[]): Buffer => marked('l', items.length, ...items);

function detail(value: AuditDetail | null): Buffer {
  if (value === null) return marked('0', 0);
  const keys = Object.keys(value).sort();
  const pairs = keys.flatMap((key) => [text(key), plain(value[key] ?? null)]);
  return marked('m', keys.length, ...pairs);
}

function plain(value: AuditDetail[string]): Buffer {
  if (typeof value === 'string') return text(value);
  if (value === null) return marked('0', 0);
  // JSON of a number or of true and false; anything else can only come from a row that was tampered with.
  const bytes = Buffer.from(JSON.stringify(value), 'utf8');
  return marked(typeof value === 'number' ? 'n' : 'j', bytes.length, bytes);
}

import { createHash } from 'node:crypto';
import type { AuditDetail, AuditEvent, AuditHead, AuditLine } from './audit-event.js';

/** Names the digest and the layout of the bytes below; another layout gets another name. */
export const AUDIT_ALGORITHM = 'sm3-1';

/** What the first line follows. */
export const GENESIS: AuditHead = { size: 0, hash: '0'.repeat(64) };

/** What is hashed of a line: all but the hash itself. */
export type UnhashedLine = Omit<AuditLine, 'hash'>;

/**
 * A line as bytes, the same for the same line and different for any other: each field in fixed order with a mark
 * of its kind and its length in bytes in front, so that none can borrow from its neighbour (`a|bc` is not `ab|c`).
 */
export const auditBytes = (line: UnhashedLine): Buffer => Buffer.from(writtenOut(line), 'utf8');

/** The hash of an event in its place, in hex. */
export const auditHash = (previous: string, event: AuditEvent, seq: string): string =>
  hashOf({ ...event, seq, algorithm: AUDIT_ALGORITHM, previous });

/** The hash that a line ought to have, in hex. */
export const hashOf = (line: UnhashedLine): string =>
  createHash('sm3').update(auditBytes(line)).digest('hex');

const writtenOut = (line: UnhashedLine): string =>
  text(line.algorithm) +
  text(line.seq) +
  text(line.previous) +
  // Milliseconds, not a written date: there is one way to write a number.
  text(String(line.at.getTime())) +
  text(line.who) +
  textOrNull(line.accountId) +
  `l${line.roles.length}:${line.roles.map(textOrNull).join('')}` +
  text(line.action) +
  textOrNull(line.subject) +
  textOrNull(line.from) +
  text(line.outcome) +
  detail(line.detail) +
  textOrNull(line.refersTo);

const NOTHING = '0:';
const marked = (mark: string, value: string): string =>
  `${mark}${Buffer.byteLength(value, 'utf8')}:${value}`;
const text = (value: string): string => marked('t', value);
const textOrNull = (value: string | null): string => (value === null ? NOTHING : text(value));

function detail(value: AuditDetail | null): string {
  if (value === null) return NOTHING;
  const keys = Object.keys(value).sort();
  return `m${keys.length}:${keys.map((key) => text(key) + plain(value[key] ?? null)).join('')}`;
}

function plain(value: AuditDetail[string]): string {
  if (typeof value === 'string') return text(value);
  if (value === null) return NOTHING;
  // JSON of a number or of true and false; anything else can only stand in a row that was tampered with.
  return marked(typeof value === 'number' ? 'n' : 'j', JSON.stringify(value));
}

import { Invalid } from '@risk/kit';
import { AUDIT_OUTCOMES, type AuditDetail, type AuditEvent } from './audit-event.js';

const LONGEST = 500;
const MOST_ROLES = 50;
const MOST_DETAILS = 50;
const EARLIEST = Date.UTC(1970, 0);
const LATEST = Date.UTC(10_000, 0);

/** What no table keeps: NUL and halves of characters. */
const UNKEEPABLE = /[\0\p{Surrogate}]/gu;

/**
 * An event as it is kept. What strangers wrote (an address, a path) is shortened and freed of what no table
 * holds, so that nobody escapes the trail by an odd text; what our own code got wrong is refused.
 */
export function keptEvent(event: AuditEvent): AuditEvent {
  const { at, outcome, refersTo } = event;
  if (!(at.getTime() >= EARLIEST && at.getTime() < LATEST)) throw new Invalid('at：不是时刻');
  if (!Object.hasOwn(AUDIT_OUTCOMES, outcome)) throw new Invalid(`outcome：“${outcome}”不是结果`);
  if (event.action === '') throw new Invalid('action：没有写明事件类型');
  if (refersTo !== null && !/^[1-9]\d{0,14}$/.test(refersTo))
    throw new Invalid(`refersTo：“${refersTo}”不是审计行的编号`);
  return {
    at: new Date(at),
    who: kept(event.who),
    accountId: keptOrNull(event.accountId),
    roles: event.roles.slice(0, MOST_ROLES).map(kept),
    action: kept(event.action),
    subject: keptOrNull(event.subject),
    from: keptOrNull(event.from),
    outcome,
    detail: event.detail === null ? null : keptDetail(event.detail),
    refersTo,
  };
}

function kept(text: string): string {
  const whole = text.replace(UNKEEPABLE, '\ufffd');
  // A cut must not leave half a character either.
  return whole.length <= LONGEST
    ? whole
    : `${whole.slice(0, LONGEST - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

const keptOrNull = (text: string | null): string | null => (text === null ? null : kept(text));

function keptDetail(detail: AuditDetail): AuditDetail {
  const pairs = Object.entries(detail).slice(0, MOST_DETAILS);
  return Object.fromEntries(pairs.map(([key, value]) => [kept(key), keptValue(key, value)]));
}

function keptValue(key: string, value: AuditDetail[string]): AuditDetail[string] {
  if (typeof value === 'string') return kept(value);
  if (typeof value !== 'number') return value;
  if (!Number.isFinite(value)) throw new Invalid(`detail.${key}：不是数`);
  // Tables know no negative zero.
  return value === 0 ? 0 : value;
}

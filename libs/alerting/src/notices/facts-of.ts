import { tierOf } from './moot-because.js';
import type { LeasedNotice, NoticeFacts } from './ports.js';

/** What a notice says, as other platforms take it. */
export function factsOf({ id, kind, step, to, alert, duty, sample }: LeasedNotice): NoticeFacts {
  return {
    notice: id,
    kind,
    step,
    unit: to.unit,
    unitName: to.unitName,
    role: to.role,
    recipient: to.recipient.key,
    alert: alert?.id ?? null,
    entityName: alert?.entityName ?? null,
    scheme: alert?.index.scheme ?? null,
    tier: alert ? tierOf(alert) : null,
    stage: alert?.stage ?? null,
    deadline: duty?.dueAt ?? to.dueAt,
    sample,
  };
}

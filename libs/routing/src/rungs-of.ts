import type { HandlingPolicy } from './compile-handling.js';
import { beforeDue, dueAt } from './due-at.js';
import type { DutyKind } from '@risk/domain';
import type { LadderTarget } from './handling-schema.js';
import type { WorkCalendar } from './work-calendar.js';

/** One moment at which somebody is reminded of a duty or told that it is overdue. */
export interface Rung {
  /** `remind-1`, `overdue-1` …: numbered as the ladder is written, so that it stays the same when the deadline moves. */
  readonly name: string;
  readonly at: Date;
  readonly to: LadderTarget;
}

/**
 * The ladder of one duty, ascending.
 * A reminder that would not come after `from` is left out: the duty itself was told just then.
 */
export function rungsOf(
  policy: HandlingPolicy,
  kind: DutyKind,
  from: Date,
  due: Date,
  calendar: WorkCalendar,
): readonly Rung[] {
  const { remind, escalate } = policy.ladder[kind];
  const reminders = remind.map(({ before }, at): Rung => ({
    name: `remind-${at + 1}`,
    at: beforeDue(due, before, calendar),
    to: 'liaison',
  }));
  const escalations = escalate.map(({ after, to }, at): Rung => ({
    name: `overdue-${at + 1}`,
    at: dueAt(due, after, calendar),
    to,
  }));
  return ascending([...reminders.filter(({ at }) => at > from), ...escalations]);
}

/** Very short office days could let working days end before working hours; nobody is passed over for that. */
function ascending(rungs: readonly Rung[]): readonly Rung[] {
  let latest = 0;
  return rungs.map((rung) => {
    latest = Math.max(latest, rung.at.getTime());
    return { ...rung, at: new Date(latest) };
  });
}

import { TIERS, isHigher, type IndexReason, type Tier } from '@risk/domain';
import { chinaDay, groupBy } from '@risk/kit';
import type { IndexEntity } from '../index-entity.js';
import { withOnly, type EntityMemory, type RememberedRecord } from '../memory/entity-memory.js';
import { recall } from '../memory/recall.js';

/** How an entity would have fared under one version, day by day. */
export interface Course {
  /** The highest tier that it reached. */
  readonly highest: Tier;
  /** When it first reached any tier; null when it never did. */
  readonly firstAlertAt: Date | null;
  /** Where it stood after the last record. */
  readonly last: Tier;
  readonly score: number;
  /** Why it stood highest, strongest first. */
  readonly reasons: readonly IndexReason[];
}

const UNSEEN: Course = { highest: 'none', firstAlertAt: null, last: 'none', score: 0, reasons: [] };

/** Lets the records of an entity come in again and computes its index at the end of each day that brought any. */
export function walkEntity(memory: EntityMemory, indexOf: IndexEntity): Course {
  const all = [...memory.records, ...memory.parent];
  if (!all.some(({ signals }) => signals.length > 0)) return UNSEEN;
  return momentsOf(all).reduce((course, at) => onwards(course, memory, indexOf, at), UNSEEN);
}

/** The moment of the last record of each day, in order. */
function momentsOf(records: readonly RememberedRecord[]): Date[] {
  const days = groupBy(records, ({ occurredAt }) => chinaDay(occurredAt));
  const ends = [...days.values()].map((day) =>
    Math.max(...day.map(({ occurredAt }) => occurredAt.getTime())),
  );
  return ends.sort((a, b) => a - b).map((time) => new Date(time));
}

function onwards(course: Course, memory: EntityMemory, indexOf: IndexEntity, at: Date): Course {
  const known = withOnly(memory, ({ occurredAt }) => occurredAt <= at);
  const { tier, score, reasons } = indexOf({ ...known, ...recall(known, at) }, at);
  const rose = isHigher(tier, course.highest);
  return {
    highest: rose ? tier : course.highest,
    firstAlertAt: course.firstAlertAt ?? (tier === 'none' ? null : at),
    last: tier,
    score,
    reasons: rose ? reasons : course.reasons,
  };
}

/** What another version would have changed for an entity, the graver first. */
export const COURSE_CHANGES = [
  'new',
  'dropped',
  'higher',
  'lower',
  'earlier',
  'later',
  'same',
] as const;
export type CourseChange = (typeof COURSE_CHANGES)[number];

/** Compares two courses: first whether it was alerted at all, then how high, then when. */
export function changeBetween(base: Course, candidate: Course): CourseChange {
  const [before, after] = [base.highest, candidate.highest];
  if (before === 'none' && after !== 'none') return 'new';
  if (before !== 'none' && after === 'none') return 'dropped';
  if (before !== after) return TIERS.indexOf(after) < TIERS.indexOf(before) ? 'higher' : 'lower';
  const [was, is] = [base.firstAlertAt, candidate.firstAlertAt].map((at) =>
    at === null ? '' : chinaDay(at),
  );
  if (was === is || was === undefined || is === undefined) return 'same';
  return is < was ? 'earlier' : 'later';
}

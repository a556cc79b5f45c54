import type { MeetingLine } from '@risk/cases';
import type { Sight } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import { seesMeeting } from '../access/sight-sql.js';
import type { Database } from '../database.js';
import { listPage, type ListTable } from '../list-page.js';
import { Conditions } from './conditions.js';

/** A meeting in a list, with how many decisions it took. */
export interface MeetingRow extends MeetingLine {
  readonly units: readonly string[];
  readonly decisions: number;
}

export const MEETING_SORTS = ['heldOn', 'at'] as const;
export type MeetingSort = (typeof MEETING_SORTS)[number];

export interface MeetingQuestion extends ListQuestion<MeetingSort> {
  /** Only those with a task that is not done. */
  readonly isOpen: boolean;
  readonly sight: Sight;
}

const TASKS_OF = `meeting_decision of_it join meeting_task t on t.decision_id = of_it.id
  left join meeting_task_done done on done.task_id = t.id where of_it.meeting_id = m.id`;

const TABLE: ListTable<MeetingSort> = {
  select: `m.id, m.held_on::text as "heldOn", m.title, m.chair, m.units, m.prepared_at as at, m.sample,
    json_array_length(m.agenda) as items,
    (select count(*)::int from meeting_decision of_it where of_it.meeting_id = m.id) as decisions,
    (select count(*)::int from ${TASKS_OF}) as tasks,
    (select count(done.task_id)::int from ${TASKS_OF}) as "tasksDone"`,
  from: 'meeting m',
  sorts: {
    heldOn: { sql: 'm.held_on', type: 'date' },
    at: { sql: 'm.prepared_at', type: 'timestamptz' },
  },
  key: 'm.id',
};

/** One page of the joint meetings that somebody sees. */
export function meetingList(
  database: Database,
  question: MeetingQuestion,
): Promise<Listed<MeetingRow>> {
  const conditions = new Conditions().seenBy(question.sight, seesMeeting);
  if (question.isOpen) conditions.that(`exists (select from ${TASKS_OF} and done.task_id is null)`);
  return listPage<MeetingRow, MeetingSort>(database, TABLE, conditions.filter, question);
}

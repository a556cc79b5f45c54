import {
  MeetingStore,
  type AgendaItem,
  type Matters,
  type Meeting,
  type MeetingDecision,
  type MeetingLine,
  type MeetingTask,
  type NewDecision,
  type TaskDone,
} from '@risk/cases';
import { groupBy, type Transaction } from '@risk/kit';
import { columnsOf } from './bulk.js';
import { clientOf } from './pg-unit-of-work.js';
import { withDates } from './revive-dates.js';

const MEETING = `
  select id, held_on::text as "heldOn", title, chair, units, prepared_by as by, because, prepared_at as at,
    sample, agenda, matters::text as matters
  from meeting where id = $1
`;

const LIST = `
  select m.id, m.held_on::text as "heldOn", m.title, m.chair, m.prepared_at as at, m.sample,
    json_array_length(m.agenda) as items, count(t.id)::int as tasks, count(done.task_id)::int as "tasksDone"
  from meeting m
  left join meeting_decision d on d.meeting_id = m.id
  left join meeting_task t on t.decision_id = d.id
  left join meeting_task_done done on done.task_id = t.id
  group by m.id order by m.id desc limit $1
`;

const DECISIONS = `
  select id, item, decision, decided_by as by, because, decided_at as at
  from meeting_decision where meeting_id = $1 order by id
`;

const TASKS = `
  select t.id, t.decision_id as "decisionId", t.unit, t.what, t.due_at as "dueAt", t.duty_id as "dutyId",
    done.done_by as by, done.because, done.done_at as at
  from meeting_decision d
  join meeting_task t on t.decision_id = d.id
  left join meeting_task_done done on done.task_id = t.id
  where d.meeting_id = $1 order by t.id
`;

const KEEP = `
  insert into meeting (held_on, title, chair, units, prepared_by, because, prepared_at, sample, agenda, matters)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id
`;

const DECIDE = `
  insert into meeting_decision (meeting_id, item, decision, decided_by, because, decided_at)
  values ($1, $2, $3, $4, $5, $6) returning id
`;

const GIVE = `
  insert into meeting_task (decision_id, unit, what, due_at, duty_id)
  select $5, t.* from unnest($1::text[], $2::text[], $3::timestamptz[], $4::bigint[])
    as t (unit, what, due_at, duty_id)
`;

const FINISH = `
  insert into meeting_task_done (task_id, done_by, because, done_at) values ($1, $2, $3, $4)
`;

const OF_TASK = `
  select d.meeting_id as id from meeting_task t join meeting_decision d on d.id = t.decision_id
  where t.id = $1
`;

type MeetingRow = Omit<Meeting, 'matters' | 'decisions'> & {
  readonly agenda: AgendaItem[];
  readonly matters: string;
};
type TaskRow = Omit<MeetingTask, 'done'> &
  ({ [K in keyof TaskDone]: TaskDone[K] } | { by: null; because: null; at: null }) & {
    readonly decisionId: string;
  };

/** Joint meetings, in tables that only grow. */
export class PgMeetings extends MeetingStore {
  async keep(tx: Transaction, meeting: Omit<Meeting, 'id' | 'decisions'>): Promise<Meeting> {
    const { heldOn, title, chair, units, by, because, at, sample, agenda, matters } = meeting;
    const { rows } = await clientOf(tx).query<{ id: string }>(KEEP, [
      ...[heldOn, title, chair, units, by, because, at, sample],
      ...[JSON.stringify(agenda), JSON.stringify(matters)],
    ]);
    const kept = rows[0] && (await this.find(tx, rows[0].id));
    if (!kept) throw new Error('the meeting was not kept');
    return kept;
  }

  async list(tx: Transaction, limit: number): Promise<MeetingLine[]> {
    return (await clientOf(tx).query<MeetingLine>(LIST, [limit])).rows;
  }

  find(tx: Transaction, id: string): Promise<Meeting | null> {
    return read(tx, MEETING, id);
  }

  lock(tx: Transaction, id: string): Promise<Meeting | null> {
    return read(tx, `${MEETING} for no key update`, id);
  }

  async ofTask(tx: Transaction, taskId: string): Promise<string | null> {
    const { rows } = await clientOf(tx).query<{ id: string }>(OF_TASK, [taskId]);
    return rows[0]?.id ?? null;
  }

  async decide(tx: Transaction, meetingId: string, made: NewDecision): Promise<void> {
    const client = clientOf(tx);
    const { item, decision, by, because, at, tasks } = made;
    const values = [meetingId, item, decision, by, because, at];
    const { rows } = await client.query<{ id: string }>(DECIDE, values);
    const given = tasks.map(({ unit, what, dueAt, dutyId }) => [unit, what, dueAt, dutyId]);
    if (given.length > 0) await client.query(GIVE, [...columnsOf(given, 4), rows[0]?.id]);
  }

  async finish(tx: Transaction, taskId: string, { by, because, at }: TaskDone): Promise<void> {
    await clientOf(tx).query(FINISH, [taskId, by, because, at]);
  }
}

async function read(tx: Transaction, sql: string, id: string): Promise<Meeting | null> {
  const client = clientOf(tx);
  const [row] = (await client.query<MeetingRow>(sql, [id])).rows;
  if (!row) return null;
  const { rows } = await client.query<TaskRow>(TASKS, [id]);
  const tasksOf = groupBy(rows, ({ decisionId }) => decisionId);
  const decisions = await client.query<Omit<MeetingDecision, 'tasks'>>(DECISIONS, [id]);
  return {
    ...row,
    matters: withDates(row.matters) as Matters,
    decisions: decisions.rows.map((decision) => ({
      ...decision,
      tasks: (tasksOf.get(decision.id) ?? []).map(taskOf),
    })),
  };
}

function taskOf({ decisionId: _of, by, because, at, ...task }: TaskRow): MeetingTask {
  return { ...task, done: at === null ? null : { by, because, at } };
}

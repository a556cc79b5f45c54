import type { Transaction } from '@risk/kit';
import type { Matters } from './matters.js';
import type { Meeting, MeetingDecision, MeetingLine, MeetingTask, TaskDone } from './meeting.js';

/** A decision to be kept, with its tasks. */
export type NewDecision = Omit<MeetingDecision, 'id' | 'tasks'> & {
  readonly tasks: readonly Omit<MeetingTask, 'id' | 'done'>[];
};

/** Keeps meetings, decisions and tasks; nothing of it is ever changed or taken away. */
export abstract class MeetingStore {
  abstract keep(tx: Transaction, meeting: Omit<Meeting, 'id' | 'decisions'>): Promise<Meeting>;
  /** Newest first. */
  abstract list(tx: Transaction, limit: number): Promise<MeetingLine[]>;
  abstract find(tx: Transaction, id: string): Promise<Meeting | null>;
  /** Keeps others from deciding at this meeting until the transaction ends. */
  abstract lock(tx: Transaction, id: string): Promise<Meeting | null>;
  /** The meeting that gave a task. */
  abstract ofTask(tx: Transaction, taskId: string): Promise<string | null>;
  abstract decide(tx: Transaction, meetingId: string, decision: NewDecision): Promise<void>;
  abstract finish(tx: Transaction, taskId: string, done: TaskDone): Promise<void>;
}

/** Reads what is open in the city: reds, disputes, overdue duties, hand-overs without a receipt. */
export abstract class MatterBook {
  abstract open(tx: Transaction, at: Date, samples: boolean): Promise<Matters>;
}

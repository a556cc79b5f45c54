import type { AgendaItem } from './agenda.js';
import type { Matters } from './matters.js';

/** A report that a task is done. */
export interface TaskDone {
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** What a unit has to do by a decision of the meeting. */
export interface MeetingTask {
  readonly id: string;
  readonly unit: string;
  readonly what: string;
  readonly dueAt: Date;
  readonly dutyId: string;
  /** Null while it is not done. */
  readonly done: TaskDone | null;
}

/** What the meeting decided. */
export interface MeetingDecision {
  readonly id: string;
  /** The item of the agenda; null when it is about none of them. */
  readonly item: number | null;
  readonly decision: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
  readonly tasks: readonly MeetingTask[];
}

/** A joint meeting with what it was told, what it decided, and what came of it. */
export interface Meeting {
  readonly id: string;
  /** The day it is held on, yyyy-mm-dd. */
  readonly heldOn: string;
  /** The name of the joint meeting, as units.yaml has it. */
  readonly title: string;
  readonly chair: string;
  readonly units: readonly string[];
  readonly by: string;
  readonly because: string;
  readonly at: Date;
  readonly sample: boolean;
  readonly agenda: readonly AgendaItem[];
  /** What the agenda was built from, as it stood then. */
  readonly matters: Matters;
  /** Oldest first. */
  readonly decisions: readonly MeetingDecision[];
}

/** A meeting in a list. */
export type MeetingLine = Pick<Meeting, 'id' | 'heldOn' | 'title' | 'chair' | 'at' | 'sample'> & {
  readonly items: number;
  readonly tasks: number;
  readonly tasksDone: number;
};

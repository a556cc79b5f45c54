import type { Transaction } from '@risk/kit';
import { HandOverStore, type NewHandOver } from '../handover/ports.js';
import type { HandOver, Receipt, TakenIn } from '../handover/hand-over.js';
import type { Meeting, MeetingLine, TaskDone } from '../meeting/meeting.js';
import { MeetingStore, type NewDecision } from '../meeting/ports.js';
import { VerificationStore, type NewEntry, type NewVerification } from '../verification/ports.js';
import type { Entry, Verification } from '../verification/verification.js';

/** Verifications in memory; the entity of an alert is asked of the test. */
export class InMemoryVerifications extends VerificationStore {
  readonly kept: Verification[] = [];
  private entries = 0;

  constructor(private readonly entityOf: (alertId: string) => string) {
    super();
  }

  find(_tx: Transaction, id: string): Promise<Verification | null> {
    return Promise.resolve(this.kept.find((one) => one.id === id) ?? null);
  }

  ofAlert(_tx: Transaction, alertId: string): Promise<Verification[]> {
    return Promise.resolve(this.kept.filter((one) => one.alertId === alertId));
  }

  open(_tx: Transaction, made: NewVerification): Promise<Verification> {
    const entityId = this.entityOf(made.alertId);
    const one = { id: String(this.kept.length + 1), entityId, ...made, entries: [] };
    this.kept.push(one);
    return Promise.resolve(one);
  }

  append(_tx: Transaction, verificationId: string, entry: NewEntry): Promise<Entry> {
    const kept = { id: String(++this.entries), ...entry } as Entry;
    const at = this.kept.findIndex(({ id }) => id === verificationId);
    const one = this.kept[at]!;
    this.kept[at] = { ...one, entries: [...one.entries, kept] };
    return Promise.resolve(kept);
  }
}

/** Hand-overs in memory. */
export class InMemoryHandOvers extends HandOverStore {
  readonly kept: HandOver[] = [];
  private receipts = 0;

  find(_tx: Transaction, id: string): Promise<HandOver | null> {
    return Promise.resolve(this.kept.find((one) => one.id === id) ?? null);
  }

  ofAlert(_tx: Transaction, alertId: string): Promise<HandOver[]> {
    return Promise.resolve(this.kept.filter((one) => one.alertId === alertId));
  }

  list(_tx: Transaction, limit: number): Promise<HandOver[]> {
    return Promise.resolve([...this.kept].reverse().slice(0, limit));
  }

  keep(_tx: Transaction, made: NewHandOver): Promise<HandOver> {
    const one = { id: String(this.kept.length + 1), ...made, taken: null, receipts: [] };
    this.kept.push(one);
    return Promise.resolve(one);
  }

  takeIn(_tx: Transaction, handOverId: string, taken: TakenIn): Promise<void> {
    const at = this.kept.findIndex(({ id }) => id === handOverId);
    this.kept[at] = { ...this.kept[at]!, taken };
    return Promise.resolve();
  }

  answer(_tx: Transaction, handOverId: string, receipt: Omit<Receipt, 'id'>): Promise<Receipt> {
    const kept = { id: String(++this.receipts), ...receipt };
    const at = this.kept.findIndex(({ id }) => id === handOverId);
    const one = this.kept[at]!;
    this.kept[at] = { ...one, receipts: [...one.receipts, kept] };
    return Promise.resolve(kept);
  }
}

/** Meetings in memory. */
export class InMemoryMeetings extends MeetingStore {
  readonly kept: Meeting[] = [];
  private decisions = 0;
  private tasks = 0;

  keep(_tx: Transaction, made: Omit<Meeting, 'id' | 'decisions'>): Promise<Meeting> {
    const one = { id: String(this.kept.length + 1), ...made, decisions: [] };
    this.kept.push(one);
    return Promise.resolve(one);
  }

  list(_tx: Transaction, limit: number): Promise<MeetingLine[]> {
    return Promise.resolve([...this.kept].reverse().slice(0, limit).map(lineOf));
  }

  find(_tx: Transaction, id: string): Promise<Meeting | null> {
    return Promise.resolve(this.kept.find((one) => one.id === id) ?? null);
  }

  lock(tx: Transaction, id: string): Promise<Meeting | null> {
    return this.find(tx, id);
  }

  ofTask(_tx: Transaction, taskId: string): Promise<string | null> {
    return Promise.resolve(
      this.kept.find((one) => tasksOf(one).some((t) => t.id === taskId))?.id ?? null,
    );
  }

  decide(_tx: Transaction, meetingId: string, { tasks, ...decision }: NewDecision): Promise<void> {
    const given = tasks.map((task) => ({ id: String(++this.tasks), ...task, done: null }));
    const made = { id: String(++this.decisions), ...decision, tasks: given };
    this.change(meetingId, (one) => ({ ...one, decisions: [...one.decisions, made] }));
    return Promise.resolve();
  }

  finish(_tx: Transaction, taskId: string, done: TaskDone): Promise<void> {
    for (const { id } of this.kept)
      this.change(id, (one) => ({
        ...one,
        decisions: one.decisions.map((decision) => ({
          ...decision,
          tasks: decision.tasks.map((task) => (task.id === taskId ? { ...task, done } : task)),
        })),
      }));
    return Promise.resolve();
  }

  private change(id: string, how: (one: Meeting) => Meeting): void {
    const at = this.kept.findIndex((one) => one.id === id);
    this.kept[at] = how(this.kept[at]!);
  }
}

const tasksOf = ({ decisions }: Meeting) => decisions.flatMap(({ tasks }) => tasks);

function lineOf(one: Meeting): MeetingLine {
  const { id, heldOn, title, chair, at, sample, agenda } = one;
  const tasks = tasksOf(one);
  const tasksDone = tasks.filter(({ done }) => done !== null).length;
  return {
    id,
    heldOn,
    title,
    chair,
    at,
    sample,
    items: agenda.length,
    tasks: tasks.length,
    tasksDone,
  };
}

import { chinaTime, Conflict, NotFound, type Transaction } from '@risk/kit';
import type { DeskHands } from '../desk/ports.js';
import { signed, type Signature } from '../signature.js';
import type { Meeting, MeetingTask } from './meeting.js';
import type { MeetingStore } from './ports.js';

/** A report that a task of the meeting is done; `because` says what was done. */
export interface TaskReport extends Signature {
  readonly taskId: string;
}

/** Keeps that a task is done, once; the duty behind it is fulfilled. */
export class FinishTask {
  constructor(
    private readonly store: MeetingStore,
    private readonly desk: Pick<DeskHands, 'duties' | 'clock'>,
  ) {}

  async run(tx: Transaction, request: TaskReport): Promise<Meeting> {
    const signature = signed(request);
    const { taskId } = request;
    const meetingId = await this.store.ofTask(tx, taskId);
    const meeting = meetingId === null ? null : await this.store.lock(tx, meetingId);
    const task = meeting && taskOf(meeting, taskId);
    if (!task) throw new NotFound(`没有任务“${taskId}”`);
    const { done } = task;
    if (done)
      throw new Conflict(
        `任务 ${taskId} 已由 ${done.by} 于 ${chinaTime(done.at)} 报告完成（${done.because}）`,
      );
    const at = this.desk.clock.now();
    await this.store.finish(tx, taskId, { ...signature, at });
    await this.desk.duties.fulfil(tx, task.dutyId, signature.by, at);
    return { ...meeting, ...(await this.store.find(tx, meeting.id)) };
  }
}

const taskOf = ({ decisions }: Meeting, id: string): MeetingTask | undefined =>
  decisions.flatMap(({ tasks }) => tasks).find((task) => task.id === id);

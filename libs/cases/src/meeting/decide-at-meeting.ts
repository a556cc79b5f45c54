import {
  chinaDay,
  chinaMidnight,
  Conflict,
  days,
  Invalid,
  isCalendarDay,
  NotFound,
  type Transaction,
} from '@risk/kit';
import { unitNamed } from '../desk/people.js';
import type { DeskHands } from '../desk/ports.js';
import { refuseStale, signed, type Signature } from '../signature.js';
import type { Meeting, MeetingDecision } from './meeting.js';
import type { MeetingStore, NewDecision } from './ports.js';

/** What a unit is to do, and until which day, the whole of it included. */
export interface TaskWish {
  readonly unit: string;
  readonly what: string;
  /** yyyy-mm-dd */
  readonly dueOn: string;
}

/** A decision of the meeting, as somebody enters it. */
export interface DecisionRequest extends Signature {
  readonly meetingId: string;
  /** The item of the agenda; null when it is about none of them. */
  readonly item: number | null;
  readonly decision: string;
  readonly tasks: readonly TaskWish[];
  /** The decision that the person saw last; null when there was none. */
  readonly seen: string | null;
}

const LONGEST = 1000;

/** Keeps a decision of the joint meeting; its tasks become duties of their units. */
export class DecideAtMeeting {
  constructor(
    private readonly store: MeetingStore,
    private readonly desk: Pick<DeskHands, 'duties' | 'units' | 'clock'>,
  ) {}

  async run(tx: Transaction, request: DecisionRequest): Promise<Meeting> {
    const signature = signed(request);
    const meeting = await this.store.lock(tx, request.meetingId);
    if (!meeting) throw new NotFound(`没有会议“${request.meetingId}”`);
    const at = this.desk.clock.now();
    refuseBefore(meeting, chinaDay(at));
    const sayDecision = ({ decision }: MeetingDecision): string => `记下“${decision}”`;
    const seen = { place: '这次会议', thing: '决定' };
    refuseStale(meeting.decisions, request.seen, sayDecision, seen);
    const item = itemOf(meeting, request.item);
    const decision = written('decision', request.decision);
    const kept = { item: request.item, decision, ...signature, at };
    const tasks = await this.owe(tx, meeting, item?.alertId ?? null, request.tasks, at);
    await this.store.decide(tx, meeting.id, { ...kept, tasks });
    return { ...meeting, ...(await this.store.find(tx, meeting.id)) };
  }

  private async owe(
    tx: Transaction,
    { title, heldOn }: Meeting,
    alertId: string | null,
    wishes: readonly TaskWish[],
    at: Date,
  ): Promise<NewDecision['tasks']> {
    const tasks = wishes.map((wish) => this.checked(wish, at));
    const because = `${title} ${heldOn} 决定`;
    const kept: NewDecision['tasks'][number][] = [];
    for (const task of tasks) {
      const { unit, what, dueAt } = task;
      const duty = {
        alertId,
        unit,
        kind: 'task',
        subject: what,
        because,
        from: at,
        dueAt,
      } as const;
      kept.push({ ...task, dutyId: await this.desk.duties.owe(tx, duty) });
    }
    return kept;
  }

  private checked({ unit, what, dueOn }: TaskWish, at: Date) {
    unitNamed(this.desk.units, unit, 'tasks.unit');
    if (!isCalendarDay(dueOn)) throw new Invalid('tasks.dueOn：不是日期，应为 yyyy-mm-dd');
    const dueAt = new Date(chinaMidnight(dueOn).getTime() + days(1) - 1);
    if (dueAt <= at) throw new Invalid(`tasks.dueOn：期限 ${dueOn} 已过`);
    return { unit, what: written('tasks.what', what), dueAt };
  }
}

/** Nobody decides at a meeting that has not been held. */
function refuseBefore({ id, heldOn }: Meeting, today: string): void {
  if (today < heldOn)
    throw new Conflict(`会议 ${id} 定于 ${heldOn} 召开，还没有开会，不能记录决定`, { heldOn });
}

function itemOf({ agenda }: Meeting, no: number | null) {
  if (no === null) return null;
  const item = agenda.find((one) => one.no === no);
  if (!item) throw new Invalid(`item：议题只有 ${agenda.length} 个，没有第 ${no} 个`);
  return item;
}

function written(field: string, text: string): string {
  const plain = text.trim();
  if (plain === '') throw new Invalid(`${field}：不能为空`);
  if (plain.length > LONGEST) throw new Invalid(`${field}：超过 ${LONGEST} 个字`);
  return plain;
}

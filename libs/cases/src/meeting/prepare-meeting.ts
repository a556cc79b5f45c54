import { chinaDay, Invalid, isCalendarDay, type Transaction } from '@risk/kit';
import { unitNamed } from '../desk/people.js';
import type { DeskHands } from '../desk/ports.js';
import { signed, type Signature } from '../signature.js';
import { agendaOf } from './agenda.js';
import type { Meeting } from './meeting.js';
import type { MatterBook, MeetingStore } from './ports.js';

/** A joint meeting that somebody prepares. */
export interface MeetingRequest extends Signature {
  /** The day it will be held on, yyyy-mm-dd. */
  readonly heldOn: string;
  readonly chair: string;
  /** Units that take part; those that the agenda names are added. */
  readonly units: readonly string[];
  /** Whether samples are talked about, too. */
  readonly samples: boolean;
}

/** Builds the agenda of a joint meeting from what is open now, and freezes it. */
export class PrepareMeeting {
  constructor(
    private readonly store: MeetingStore,
    private readonly matters: MatterBook,
    private readonly desk: Pick<DeskHands, 'units' | 'clock'>,
    /** The name of the joint meeting, from units.yaml. */
    private readonly title: string,
  ) {}

  async run(tx: Transaction, request: MeetingRequest): Promise<Meeting> {
    const signature = signed(request);
    const { units: register, clock } = this.desk;
    const at = clock.now();
    const { heldOn, samples } = request;
    const chair = chairOf(request.chair);
    refuseOddDay(heldOn, chinaDay(at));
    for (const unit of request.units) unitNamed(register, unit, 'units');

    const matters = await this.matters.open(tx, at, samples);
    const agenda = agendaOf(matters, (unit) => register.nameOf(unit) ?? unit);
    const concerned = agenda.flatMap(({ unit }) => unit ?? []);
    const units = [...new Set([...request.units, ...concerned])];
    const { title } = this;
    const meeting = { heldOn, title, chair, units, ...signature, at, sample: samples };
    return this.store.keep(tx, { ...meeting, agenda, matters });
  }
}

function chairOf(text: string): string {
  const chair = text.trim();
  if (chair === '' || chair.length > 50) throw new Invalid('chair：请写明召集人（1 到 50 个字）');
  return chair;
}

function refuseOddDay(day: string, today: string): void {
  if (!isCalendarDay(day)) throw new Invalid('heldOn：不是日期，应为 yyyy-mm-dd');
  if (day < today) throw new Invalid(`heldOn：会议日期 ${day} 早于今天 ${today}`);
}

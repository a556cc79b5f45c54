import type { Transaction } from '@risk/kit';
import type { Addressee, NoticeDraft } from '../ports.js';
import { addressed, justTold } from '../telling/draft-telling.js';
import type { TellingStore } from '../telling/ports.js';
import type { Timetable, ToldUnit } from './ports.js';
import type { Underway } from './settle-duties.js';
import { stepRule } from './steps.js';
import type { StepRequest } from './step-request.js';

/** Tells of a step: results all who were told, what the office has to weigh the office, an assignment its new lead. */
export class TellStep {
  constructor(
    private readonly telling: Pick<TellingStore, 'keepNotices'>,
    private readonly timetable: Timetable,
  ) {}

  async run(
    tx: Transaction,
    { request, alert, told, at }: Underway,
    changeId: string,
  ): Promise<void> {
    const about = {
      alertId: alert.id,
      changeId,
      dutyId: null,
      step: `${request.kind}#${changeId}`,
      kind: request.kind === 'assigned' || request.kind === 'reopened' ? 'alert' : 'progress',
      said: null,
      sample: alert.sample,
    } as const;
    const notices = this.hearers(request, told, at).flatMap((unit): NoticeDraft[] =>
      addressed(unit, about, { at, digestAt: this.timetable.digestAt(alert.tier, at) }),
    );
    if (notices.length > 0) await this.telling.keepNotices(tx, notices, at);
  }

  private hearers(
    { kind, unit, toUnit, because }: StepRequest,
    told: readonly ToldUnit[],
    at: Date,
  ): Addressee[] {
    const { office } = this.timetable;
    if (kind === 'assigned')
      return this.contacts({ unit: toUnit ?? '', role: 'lead', because: `改派：${because}` }, at);
    if (kind === 'disputed')
      return this.contacts({ unit: office, role: 'lead', because: '管辖异议由金融办协调' }, at);
    const isHeard = stepRule(kind).isTold || kind === 'reopened';
    if (!isHeard) return [];
    return told.filter((one) => one.unit !== unit).flatMap((one) => this.contacts(one, at));
  }

  private contacts(unit: Pick<ToldUnit, 'unit' | 'role' | 'because'>, at: Date): Addressee[] {
    return this.timetable
      .contactsOf(unit.unit, 'liaison', at)
      .map(({ unitName, recipient }) => justTold({ ...unit, unitName }, [recipient]));
  }
}

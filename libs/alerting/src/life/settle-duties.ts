import type { DutyKind } from '@risk/domain';
import { chinaTime, Invalid, type Transaction } from '@risk/kit';
import type { Duty, DutyDraft, DutyStore, LivingAlert, Timetable, ToldUnit } from './ports.js';
import { stepRule, stepTitle, type StepKind } from './steps.js';
import type { StepRequest } from './step-request.js';

/** A step that is being taken, with all that it stands on. */
export interface Underway {
  readonly request: StepRequest;
  readonly alert: LivingAlert;
  readonly told: readonly ToldUnit[];
  readonly at: Date;
}

/** What the alert's units owe when a step is taken: all of it, and what the acting unit owes. */
interface Owed extends Underway {
  readonly standing: readonly Duty[];
  readonly mine: readonly Duty[];
}

const AFTER_FINDING = '认定已经作出，由本单位依法查处（《条例》第十一条）';

/** Lets what units owe follow a step: done, not needed any more, paused, or owed anew. */
export class SettleDuties {
  constructor(
    private readonly duties: DutyStore,
    private readonly timetable: Timetable,
  ) {}

  async run(tx: Transaction, underway: Underway): Promise<void> {
    const { request, alert, at } = underway;
    const { kind, unit, by } = request;
    const { fulfils, ends } = stepRule(kind);
    const standing = await this.duties.standingOf(tx, alert.id);
    const mine = standing.filter((one) => one.unit === unit);
    // A result is one of this alert: what is owed on one merged into it ends, and stands again when that is taken out.
    const met = ends.length > 0 ? mine.filter(({ alertId }) => alertId === alert.id) : mine;
    const done = of(met, fulfils);
    await this.duties.fulfil(tx, done, by, at);
    const moot = of(standing, ends).filter((id) => !done.includes(id));
    await this.duties.end(tx, moot, { on: alert.id, because: `本件已${stepTitle(kind)}` }, at);
    await this.besides[kind]?.(tx, { ...underway, standing, mine });
  }

  /** What some steps do besides what the table of steps says. */
  private readonly besides: Readonly<
    Partial<Record<StepKind, (tx: Transaction, owed: Owed) => Promise<void>>>
  > = {
    paused: (tx, owed) => this.pause(tx, owed),
    resumed: (tx, owed) => this.resume(tx, owed),
    assigned: (tx, owed) => this.assign(tx, owed),
    confirmed: (tx, owed) => this.oweAfterFinding(tx, owed),
    reopened: (tx, owed) => this.oweAnew(tx, owed),
    followed: (_tx, owed) => refuseIdle(owed),
  };

  private async pause(tx: Transaction, { mine, at }: Owed): Promise<void> {
    const running = mine.filter(({ kind, pausedAt }) => kind === 'answer' && pausedAt === null);
    const [last] = running;
    if (!last) throw new Invalid('没有正在计时的反馈时限可以暂停');
    const inTime = running.filter(({ dueAt }) => dueAt > at);
    if (inTime.length === 0)
      throw new Invalid(`反馈时限已过（${chinaTime(last.dueAt)}），不能再暂停计时；请办理后反馈`);
    await this.duties.pause(tx, of(inTime, ['answer']), at);
  }

  private async resume(tx: Transaction, { mine, at: now }: Owed): Promise<void> {
    const paused = mine.flatMap(({ id, unit, dueAt, pausedAt }) =>
      pausedAt ? [{ id, dueAt: this.timetable.dueAfterPause(unit, dueAt, pausedAt, now) }] : [],
    );
    if (paused.length === 0) throw new Invalid('没有暂停的时限可以恢复');
    await this.duties.resume(tx, paused, now);
  }

  /** The lead goes over to another unit, with deadlines of its own from now on. */
  private async assign(tx: Transaction, { request, alert, standing, at }: Owed): Promise<void> {
    const { toUnit = '', unit, because } = request;
    const deadlines = this.timetable.deadlines(toUnit, alert.tier, at);
    if (!deadlines) throw new Invalid(`toUnit：“${toUnit}”不是成员单位`);
    if (toUnit === unit) throw new Invalid('toUnit：不能改派给自己');
    const given = standing.filter(
      (one) => one.role === 'lead' && one.unit !== toUnit && one.alertId === alert.id,
    );
    const ended = { on: alert.id, because: `已改派 ${toUnit}` };
    await this.duties.end(tx, of(given, ['acknowledge', 'answer']), ended, at);
    await this.oweLead(tx, alert, { unit: toUnit, because: `改派：${because}`, ...deadlines }, at);
  }

  /** Whoever waited for the finding acts now: market supervision in matters of advertising (article 11). */
  private async oweAfterFinding(tx: Transaction, { alert, told, at: from }: Owed): Promise<void> {
    const { id: alertId, tier, sample } = alert;
    const drafts = told.flatMap(({ unit, role, waits }): DutyDraft[] => {
      const deadlines = waits ? this.timetable.deadlines(unit, tier, from) : null;
      if (!deadlines) return [];
      const owed = { alertId, unit, role, because: AFTER_FINDING, dueAt: deadlines.dueAt };
      return [{ ...owed, kind: 'answer', subject: '', from, sample }];
    });
    await this.duties.owe(tx, drafts);
  }

  private async oweAnew(tx: Transaction, { request, alert, told, at }: Owed): Promise<void> {
    const lead = told.find(({ role }) => role === 'lead')?.unit ?? request.unit;
    const deadlines = this.timetable.deadlines(lead, alert.tier, at);
    if (!deadlines) return;
    const because = `重新打开：${request.because}`;
    await this.oweLead(tx, alert, { unit: lead, because, ...deadlines }, at);
  }

  private async oweLead(
    tx: Transaction,
    { id: alertId, sample }: LivingAlert,
    duty: { unit: string; because: string; acknowledgeBy: Date; dueAt: Date },
    from: Date,
  ): Promise<void> {
    const { unit, because, acknowledgeBy, dueAt } = duty;
    const common = { alertId, unit, role: 'lead', subject: '', because, from, sample } as const;
    await this.duties.owe(tx, [
      { ...common, kind: 'acknowledge', dueAt: acknowledgeBy },
      { ...common, kind: 'answer', dueAt },
    ]);
  }
}

/** Of a step that only says that something was done, there has to be something. */
function refuseIdle({ mine }: Owed): Promise<void> {
  if (of(mine, ['follow']).length === 0) throw new Invalid('本单位没有待办的后续事项');
  return Promise.resolve();
}

const of = (duties: readonly Duty[], kinds: readonly DutyKind[]): string[] =>
  duties.filter((one) => kinds.includes(one.kind)).map(({ id }) => id);

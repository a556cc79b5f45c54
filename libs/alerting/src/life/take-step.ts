import { signed, type AlertStage, type DutyKind, type Signature, type Tier } from '@risk/domain';
import { Conflict, days, Invalid, type Clock, type Transaction } from '@risk/kit';
import type { Addressee, NoticeDraft } from '../ports.js';
import { addressed, justTold } from '../telling/draft-telling.js';
import type { TellingStore } from '../telling/ports.js';
import { lockAlert } from './find-alert.js';
import { refuseUnseen } from './log-words.js';
import type {
  Duty,
  DutyDraft,
  DutyStore,
  LifeStore,
  LivingAlert,
  Timetable,
  ToldUnit,
} from './ports.js';
import { stageAfter, stepRule, stepTitle, type StepKind } from './steps.js';

/** What somebody does with an alert. */
export interface StepRequest extends Signature {
  readonly alertId: string;
  readonly kind: StepKind;
  /** The unit for which the person acts. */
  readonly unit: string;
  /** The line of the log that the person saw last; only deciding steps ask for it. */
  readonly seen: string | null;
  /** What came in from outside and was checked by whoever took it in: nothing of the log had to be seen. */
  readonly isAnswer?: boolean;
  /** Whether the outcome is kept elsewhere in the same transaction. */
  readonly hasOutcome?: boolean;
  /** To whom an alert is assigned. */
  readonly toUnit?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** A step that was taken. */
export interface TakenStep {
  readonly changeId: string;
  readonly alertId: string;
  readonly kind: StepKind;
  readonly stage: AlertStage;
  readonly at: Date;
}

/** What steps are kept in. */
export interface LifeStores {
  readonly life: LifeStore;
  readonly duties: DutyStore;
  readonly telling: Pick<TellingStore, 'keepNotices' | 'endHush'>;
}

/** Lets a person do something with an alert: who, for which unit, why, and what it changes. */
export class TakeStep {
  constructor(
    private readonly stores: LifeStores,
    private readonly timetable: Timetable,
    private readonly cooldownDays: (tier: Tier) => number,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: StepRequest): Promise<TakenStep> {
    const at = this.clock.now();
    const { by, because } = signed(request);
    const { life } = this.stores;
    const alert = await lockAlert(life, tx, request.alertId);
    if (alert.status === 'merged')
      throw new Conflict(`预警 ${alert.id} 已并入 ${alert.mergedInto ?? ''}，请在那一件上处理`);
    const told = await life.toldUnits(tx, alert.id);
    const stage = this.stageFor(request, alert, told);
    if (stepRule(request.kind).decides && request.isAnswer !== true)
      refuseUnseen(await life.logOf(tx, alert.id), request.seen);
    const changeId = await life.keep(tx, {
      alertId: alert.id,
      kind: request.kind,
      unit: request.unit,
      by,
      because,
      at,
      tier: alert.tier,
      fromStage: alert.stage,
      toStage: stage,
      detail: detailOf(request),
    });
    await this.move(tx, alert, stage, at);
    await this.settleDuties(tx, request, alert, at);
    await this.tellOthers(tx, { ...request, because }, { alert, told, changeId, at });
    return { changeId, alertId: alert.id, kind: request.kind, stage, at };
  }

  private stageFor(
    { kind, unit }: StepRequest,
    { stage }: LivingAlert,
    told: readonly ToldUnit[],
  ): AlertStage {
    const role = told.find((one) => one.unit === unit)?.role ?? null;
    return stageAfter(kind, { stage, role }, unit === this.timetable.office);
  }

  private async move(
    tx: Transaction,
    alert: LivingAlert,
    stage: AlertStage,
    at: Date,
  ): Promise<void> {
    if (stage === alert.stage) return;
    const status = stage === 'closed' ? 'closed' : 'open';
    const rest = stage === 'refuted' ? this.cooldownDays(alert.tier) : 0;
    const restsUntil = rest > 0 ? new Date(at.getTime() + days(rest)) : null;
    const keepsRest = stage === 'closed' && alert.stage === 'refuted';
    await this.stores.life.move(
      tx,
      alert.id,
      { stage, status, mergedInto: null, restsUntil: keepsRest ? 'as-it-is' : restsUntil },
      at,
    );
    if (status === 'closed') await this.stores.telling.endHush(tx, [alert.id], false, at);
  }

  private async settleDuties(
    tx: Transaction,
    request: StepRequest,
    alert: LivingAlert,
    at: Date,
  ): Promise<void> {
    const { duties } = this.stores;
    const { kind, unit, by } = request;
    const { fulfils, ends } = stepRule(kind);
    const standing = await duties.standingOf(tx, alert.id);
    const mine = standing.filter((one) => one.unit === unit);
    const done = of(mine, fulfils);
    await duties.fulfil(tx, done, by, at);
    const moot = of(standing, ends).filter((id) => !done.includes(id));
    await duties.end(tx, moot, `本件已${stepTitle(kind)}`, at);
    if (kind === 'paused') await this.pause(tx, mine, at);
    if (kind === 'resumed') await this.resume(tx, mine, at);
    if (kind === 'assigned') await this.assign(tx, request, alert, at);
    if (kind === 'confirmed') await this.oweAfterFinding(tx, alert, at);
    if (kind === 'reopened') await this.oweAnew(tx, request, alert, at);
  }

  private async pause(tx: Transaction, mine: readonly Duty[], at: Date): Promise<void> {
    const running = of(mine, ['answer']).filter((id) =>
      mine.some((one) => one.id === id && one.pausedAt === null),
    );
    if (running.length === 0) throw new Invalid('没有正在计时的反馈时限可以暂停');
    await this.stores.duties.pause(tx, running, at);
  }

  private async resume(tx: Transaction, mine: readonly Duty[], now: Date): Promise<void> {
    const paused = mine.flatMap(({ id, unit, dueAt, pausedAt }) =>
      pausedAt ? [{ id, dueAt: this.timetable.dueAfterPause(unit, dueAt, pausedAt, now) }] : [],
    );
    if (paused.length === 0) throw new Invalid('没有暂停的时限可以恢复');
    await this.stores.duties.resume(tx, paused, now);
  }

  /** The lead goes over to another unit, with deadlines of its own from now on. */
  private async assign(
    tx: Transaction,
    { toUnit = '', unit, because }: StepRequest,
    alert: LivingAlert,
    at: Date,
  ): Promise<void> {
    const deadlines = this.timetable.deadlines(toUnit, alert.tier, at);
    if (!deadlines) throw new Invalid(`toUnit：“${toUnit}”不是成员单位`);
    if (toUnit === unit) throw new Invalid('toUnit：不能改派给自己');
    const standing = await this.stores.duties.standingOf(tx, alert.id);
    const given = standing.filter((one) => one.role === 'lead' && one.unit !== toUnit);
    const ids = of(given, ['acknowledge', 'answer']);
    await this.stores.duties.end(tx, ids, `已改派 ${toUnit}`, at);
    await this.owe(tx, alert, { unit: toUnit, because: `改派：${because}`, ...deadlines }, at);
  }

  /** Whoever waited for the finding acts now: market supervision in matters of advertising (article 11). */
  private async oweAfterFinding(tx: Transaction, alert: LivingAlert, from: Date): Promise<void> {
    const told = await this.stores.life.toldUnits(tx, alert.id);
    const drafts = told.flatMap(({ unit, role, waits }): DutyDraft[] => {
      const deadlines = waits ? this.timetable.deadlines(unit, alert.tier, from) : null;
      if (!deadlines) return [];
      const { id: alertId, sample } = alert;
      const { dueAt } = deadlines;
      return [
        {
          alertId,
          unit,
          role,
          kind: 'answer',
          subject: '',
          because: AFTER_FINDING,
          from,
          dueAt,
          sample,
        },
      ];
    });
    await this.stores.duties.owe(tx, drafts);
  }

  private async oweAnew(
    tx: Transaction,
    { unit, because }: StepRequest,
    alert: LivingAlert,
    at: Date,
  ): Promise<void> {
    const told = await this.stores.life.toldUnits(tx, alert.id);
    const lead = told.find(({ role }) => role === 'lead')?.unit ?? unit;
    const deadlines = this.timetable.deadlines(lead, alert.tier, at);
    if (!deadlines) return;
    await this.owe(tx, alert, { unit: lead, because: `重新打开：${because}`, ...deadlines }, at);
  }

  private async owe(
    tx: Transaction,
    alert: LivingAlert,
    duty: { unit: string; because: string; acknowledgeBy: Date; dueAt: Date },
    from: Date,
  ): Promise<void> {
    const { unit, because, acknowledgeBy, dueAt } = duty;
    const common = { alertId: alert.id, unit, role: 'lead', subject: '', because, from } as const;
    await this.stores.duties.owe(tx, [
      { ...common, kind: 'acknowledge', dueAt: acknowledgeBy, sample: alert.sample },
      { ...common, kind: 'answer', dueAt, sample: alert.sample },
    ]);
  }

  /** Results go to all who were told; what the office has to weigh, to the office; an assignment to its new lead. */
  private async tellOthers(
    tx: Transaction,
    request: StepRequest,
    told: {
      readonly alert: LivingAlert;
      readonly told: readonly ToldUnit[];
      readonly changeId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    const { alert, changeId, at } = told;
    const about = {
      alertId: alert.id,
      changeId,
      dutyId: null,
      step: `${request.kind}#${changeId}`,
      kind: request.kind === 'assigned' || request.kind === 'reopened' ? 'alert' : 'progress',
      said: null,
      sample: alert.sample,
    } as const;
    const notices = this.hearers(request, told.told, at).flatMap((unit): NoticeDraft[] =>
      addressed(unit, about, { at, digestAt: this.timetable.digestAt(alert.tier, at) }),
    );
    if (notices.length > 0) await this.stores.telling.keepNotices(tx, notices, at);
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

const AFTER_FINDING = '认定已经作出，由本单位依法查处（《条例》第十一条）';

const of = (duties: readonly Duty[], kinds: readonly DutyKind[]): string[] =>
  duties.filter((one) => kinds.includes(one.kind)).map(({ id }) => id);

const detailOf = ({ toUnit, detail }: StepRequest): Readonly<Record<string, unknown>> | null =>
  toUnit === undefined ? (detail ?? null) : { ...detail, toUnit };

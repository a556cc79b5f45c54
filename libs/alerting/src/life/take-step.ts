import { signed, type AlertStage, type Tier } from '@risk/domain';
import { Conflict, days, Invalid, type Clock, type Transaction } from '@risk/kit';
import type { TellingStore } from '../telling/ports.js';
import { lockAlert } from './find-alert.js';
import { refuseUnseen } from './log-words.js';
import type {
  DutyStore,
  Entrustment,
  LifeStore,
  LivingAlert,
  Timetable,
  ToldUnit,
} from './ports.js';
import { SettleDuties } from './settle-duties.js';
import type { StepRequest } from './step-request.js';
import { stageAfter, stepRule, type StepKind } from './steps.js';
import { TellStep } from './tell-step.js';

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
  private readonly settle: SettleDuties;
  private readonly tell: TellStep;

  constructor(
    private readonly stores: LifeStores,
    private readonly timetable: Timetable,
    private readonly cooldownDays: (tier: Tier) => number,
    private readonly clock: Clock,
  ) {
    this.settle = new SettleDuties(stores.duties, timetable);
    this.tell = new TellStep(stores.telling, timetable);
  }

  async run(tx: Transaction, request: StepRequest): Promise<TakenStep> {
    const at = this.clock.now();
    const { by, because } = signed(request);
    const { life } = this.stores;
    const alert = await lockAlert(life, tx, request.alertId);
    if (alert.status === 'merged')
      throw new Conflict(`预警 ${alert.id} 已并入 ${alert.mergedInto ?? ''}，请在那一件上处理`);
    const told = await life.toldUnits(tx, alert.id);
    const entrustment = entrustmentOf(request, by, at);
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
    if (entrustment) await life.entrust(tx, entrustment);
    const underway = { request: { ...request, by, because }, alert, told, at };
    await this.settle.run(tx, underway);
    await this.tell.run(tx, underway, changeId);
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
}

function detailOf({
  toUnit,
  toPerson,
  detail,
}: StepRequest): Readonly<Record<string, unknown>> | null {
  const to = {
    ...(toUnit === undefined ? {} : { toUnit }),
    ...(toPerson === undefined ? {} : { toPerson }),
  };
  return Object.keys(to).length === 0 ? (detail ?? null) : { ...detail, ...to };
}

function entrustmentOf(
  { kind, alertId, unit, toPerson }: StepRequest,
  by: string,
  at: Date,
): Entrustment | null {
  if (kind !== 'entrusted') return null;
  if (toPerson === undefined) throw new Invalid('toPerson：请写明由谁经办；null 为不再指定');
  return { alertId, unit, person: toPerson, by, at };
}

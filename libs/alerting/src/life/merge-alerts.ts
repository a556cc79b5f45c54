import { signed, type Signature } from '@risk/domain';
import { Conflict, Invalid, type Clock, type Transaction } from '@risk/kit';
import type { TellingStore } from '../telling/ports.js';
import { lockAlert } from './find-alert.js';
import { refuseUnseen } from './log-words.js';
import type { DutyStore, LifeStore, LivingAlert } from './ports.js';

/** Whoever merges two alerts, or takes them apart again. */
export interface MergeRequest extends Signature {
  readonly alertId: string;
  /** The alert that goes on for both. */
  readonly intoId: string;
  readonly unit: string;
  /** The line of the alert's log that the person saw last. */
  readonly seen: string | null;
}

interface Stores {
  readonly life: LifeStore;
  readonly duties: DutyStore;
}

/** Lets one alert go on for another; the other keeps all it has and can be taken out again. */
export class MergeAlerts {
  constructor(
    private readonly stores: Stores,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: MergeRequest): Promise<void> {
    const at = this.clock.now();
    const signature = signed(request);
    const { alertId, intoId, unit } = request;
    if (alertId === intoId) throw new Invalid('intoId：不能并入自己');
    const [alert, into] = await lockBoth(this.stores.life, tx, alertId, intoId);
    refuseUnlike(alert, into);
    refuseUnseen(await this.stores.life.logOf(tx, alertId), request.seen);

    const { life, duties } = this.stores;
    const signing = { ...signature, unit, at };
    await life.keep(tx, {
      ...unmoved(alert),
      kind: 'merged',
      ...signing,
      detail: { into: intoId },
    });
    await life.keep(tx, {
      ...unmoved(into),
      kind: 'absorbed',
      ...signing,
      detail: { from: alertId },
    });
    const move = { stage: alert.stage, status: 'merged', mergedInto: intoId } as const;
    await life.move(tx, alertId, { ...move, restsUntil: 'as-it-is' }, at);
    const standing = await duties.standingOf(tx, alertId);
    const own = standing.filter(({ kind }) => kind === 'acknowledge' || kind === 'answer');
    await duties.end(
      tx,
      own.map(({ id }) => id),
      `已并入预警 ${intoId}`,
      at,
    );
  }
}

/** Whoever takes a merged alert out again. */
export type UnmergeRequest = Omit<MergeRequest, 'intoId'>;

/** Takes a merged alert out again: it stands where it stood, and its units are told anew. */
export class UnmergeAlert {
  constructor(
    private readonly life: LifeStore,
    private readonly telling: Pick<TellingStore, 'hush'>,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: UnmergeRequest): Promise<void> {
    const at = this.clock.now();
    const signature = signed(request);
    const { alertId, unit } = request;
    const alert = await lockAlert(this.life, tx, alertId);
    const { mergedInto } = alert;
    if (mergedInto === null) throw new Invalid(`预警 ${alertId} 没有并入别的预警`);
    refuseUnseen(await this.life.logOf(tx, alertId), request.seen);

    const signing = { ...signature, unit, at };
    const into = await lockAlert(this.life, tx, mergedInto);
    const released = { kind: 'released', ...signing, detail: { from: alertId } };
    await this.life.keep(tx, { ...unmoved(into), ...released });
    const changeId = await this.life.keep(tx, {
      ...unmoved(alert),
      kind: 'unmerged',
      ...signing,
      detail: { from: mergedInto },
    });
    const move = { stage: alert.stage, status: 'open', mergedInto: null } as const;
    await this.life.move(tx, alertId, { ...move, restsUntil: 'as-it-is' }, at);
    const because = `从预警 ${mergedInto} 分出，重新通知`;
    await this.telling.hush(tx, [{ alertId, changeId, cause: { cause: 'unsaid', because } }], at);
  }
}

/** In one order for everybody, so that two who merge crosswise do not wait for each other for ever. */
async function lockBoth(
  life: LifeStore,
  tx: Transaction,
  alertId: string,
  intoId: string,
): Promise<readonly [LivingAlert, LivingAlert]> {
  if (Number(alertId) < Number(intoId)) {
    const alert = await lockAlert(life, tx, alertId);
    return [alert, await lockAlert(life, tx, intoId)];
  }
  const into = await lockAlert(life, tx, intoId);
  return [await lockAlert(life, tx, alertId), into];
}

function refuseUnlike(alert: LivingAlert, into: LivingAlert): void {
  for (const one of [alert, into]) {
    if (one.status === 'merged')
      throw new Conflict(`预警 ${one.id} 已并入 ${one.mergedInto ?? ''}`);
    if (one.status === 'closed') throw new Conflict(`预警 ${one.id} 已办结，不能合并`);
  }
  if (alert.sample !== into.sample) throw new Invalid('样例预警不能和真实预警合并');
}

const unmoved = ({ id, tier, stage }: LivingAlert) => ({
  alertId: id,
  tier,
  fromStage: stage,
  toStage: stage,
});

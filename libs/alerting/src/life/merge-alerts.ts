import { isHigher, signed, tierColour, type Signature } from '@risk/domain';
import { Conflict, Invalid, type Clock, type Transaction } from '@risk/kit';
import type { NoticeDraft } from '../ports.js';
import { addressed, justTold } from '../telling/draft-telling.js';
import type { TellingStore } from '../telling/ports.js';
import { lockAlert } from './find-alert.js';
import { refuseUnseen } from './log-words.js';
import type { DutyStore, KeptStep, LifeStore, LivingAlert, Timetable, ToldUnit } from './ports.js';

/** Whoever merges two alerts, or takes them apart again. */
export interface MergeRequest extends Signature {
  readonly alertId: string;
  /** The alert that goes on for both. */
  readonly intoId: string;
  readonly unit: string;
  /** The line of the alert's log that the person saw last. */
  readonly seen: string | null;
}

/** What merging stands on. */
interface MergeStores {
  readonly life: LifeStore;
  readonly duties: Pick<DutyStore, 'revive'>;
  readonly telling: Pick<TellingStore, 'keepNotices'>;
}

/**
 * Lets one alert go on for another; the other keeps all it has and can be taken out again. What its units owe
 * stays owed, each by its own deadline, and is done in the alert that goes on (docs/decisions/0029).
 */
export class MergeAlerts {
  constructor(
    private readonly stores: MergeStores,
    private readonly timetable: Timetable,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: MergeRequest): Promise<void> {
    const at = this.clock.now();
    const signature = signed(request);
    const { alertId, intoId, unit } = request;
    const { life } = this.stores;
    if (alertId === intoId) throw new Invalid('intoId：不能并入自己');
    const [alert, into] = await lockBoth(life, tx, alertId, intoId);
    refuseUnlike(alert, into);
    const told = await life.toldUnits(tx, alertId);
    const leads = [told, await life.toldUnits(tx, intoId)].map((units) => leadsIn(units, unit));
    if (unit !== this.timetable.office && !leads.every(Boolean))
      throw new Invalid('unit：只有金融办，或者两件都由它主办的单位，可以合并');
    refuseUnseen(await life.logOf(tx, alertId), request.seen);

    const signing = { ...signature, unit, at };
    await life.keep(tx, {
      ...unmoved(alert),
      kind: 'merged',
      ...signing,
      detail: { into: intoId },
    });
    const absorbed = {
      ...unmoved(into),
      kind: 'absorbed',
      ...signing,
      detail: { from: alertId },
    };
    const changeId = await life.keep(tx, absorbed);
    const move = { stage: alert.stage, status: 'merged', mergedInto: intoId } as const;
    await life.move(tx, alertId, { ...move, restsUntil: 'as-it-is' }, at);
    const because = `预警 ${alertId} 已并入本件：应办的事项和时限不变，请在本件办理`;
    const notices = noticesOf(told, { ...absorbed, changeId, because }, into, this.timetable);
    await this.stores.telling.keepNotices(tx, notices, at);
  }
}

/** Whoever takes a merged alert out again. */
export type UnmergeRequest = Omit<MergeRequest, 'intoId'>;

/** Takes a merged alert out again: it stands where it stood, and so does what its units owe. */
export class UnmergeAlert {
  constructor(
    private readonly stores: MergeStores,
    private readonly timetable: Timetable,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, request: UnmergeRequest): Promise<void> {
    const at = this.clock.now();
    const signature = signed(request);
    const { alertId, unit } = request;
    const { life, duties, telling } = this.stores;
    const alert = await lockAlert(life, tx, alertId);
    const { mergedInto } = alert;
    if (mergedInto === null) throw new Invalid(`预警 ${alertId} 没有并入别的预警`);
    const told = await life.toldUnits(tx, alertId);
    const leads = [told, await life.toldUnits(tx, mergedInto)].map((units) => leadsIn(units, unit));
    if (unit !== this.timetable.office && !leads.some(Boolean))
      throw new Invalid('unit：只有主办单位和金融办可以撤销合并');
    refuseUnseen(await life.logOf(tx, alertId), request.seen);

    const signing = { ...signature, unit, at };
    const into = await lockAlert(life, tx, mergedInto);
    const released = { kind: 'released', ...signing, detail: { from: alertId } };
    await life.keep(tx, { ...unmoved(into), ...released });
    const unmerged = {
      ...unmoved(alert),
      kind: 'unmerged',
      ...signing,
      detail: { from: mergedInto },
    };
    const changeId = await life.keep(tx, unmerged);
    const move = { stage: alert.stage, status: 'open', mergedInto: null } as const;
    await life.move(tx, alertId, { ...move, restsUntil: 'as-it-is' }, at);
    await duties.revive(tx, [alertId], at);
    const because = `本件已从预警 ${mergedInto} 分出：应办的事项和时限仍是原来的，请在本件办理`;
    const notices = noticesOf(told, { ...unmerged, changeId, because }, alert, this.timetable);
    await telling.keepNotices(tx, notices, at);
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
  if (isHigher(alert.tier, into.tier))
    throw new Invalid(
      `intoId：预警 ${alert.id}（${tierColour(alert.tier)}）高于预警 ${into.id}（${tierColour(into.tier)}），不能并入等级较低的一件；可以把 ${into.id} 并入 ${alert.id}`,
    );
}

const leadsIn = (told: readonly ToldUnit[], unit: string): boolean =>
  told.some((one) => one.unit === unit && one.role === 'lead');

/** Everybody who was told of the one hears where it is worked on from now on. */
function noticesOf(
  told: readonly ToldUnit[],
  { changeId, kind, at, because }: KeptStep & { readonly changeId: string },
  where: LivingAlert,
  timetable: Timetable,
): NoticeDraft[] {
  const about = {
    alertId: where.id,
    changeId,
    dutyId: null,
    step: `${kind}#${changeId}`,
    kind: 'progress',
    said: null,
    sample: where.sample,
  } as const;
  const digestAt = timetable.digestAt(where.tier, at);
  return told.flatMap(({ unit, role }) =>
    timetable.contactsOf(unit, 'liaison', at).flatMap(({ unitName, recipient }) =>
      addressed(justTold({ unit, unitName, role, because }, [recipient]), about, {
        at,
        digestAt,
      }),
    ),
  );
}

const unmoved = ({ id, tier, stage }: LivingAlert) => ({
  alertId: id,
  tier,
  fromStage: stage,
  toStage: stage,
});

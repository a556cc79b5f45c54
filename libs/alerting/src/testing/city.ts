import type { Tier } from '@risk/domain';
import { hours, UnitOfWork, type Transaction } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { FakeTransaction } from '../../../kit/src/testing/fake-transaction.js';
import { MergeAlerts, UnmergeAlert } from '../life/merge-alerts.js';
import { NudgeDuties } from '../life/nudge-duties.js';
import {
  Timetable,
  type Caller,
  type Contact,
  type DutyStore,
  type LifeStore,
  type Rung,
} from '../life/ports.js';
import type { StepKind } from '../life/steps.js';
import type { StepRequest } from '../life/step-request.js';
import { TakeStep, type TakenStep } from '../life/take-step.js';
import {
  Router,
  type Addressee,
  type AlertStore,
  type EntityVerdict,
  type Recipient,
} from '../ports.js';
import { RaiseAlerts } from '../raise-alerts.js';
import type { TellingContext, TellingPolicy, TellingStore } from '../telling/ports.js';
import {
  EndFlood,
  EndSilence,
  MakeSilence,
  type QuietStore,
  type SilenceRequest,
} from '../telling/silences.js';
import { TellHushed, Verdicts } from '../telling/tell-hushed.js';
import { TellUnits } from '../telling/tell-units.js';
import { InMemoryAlerts } from './in-memory-alerts.js';
import { InMemoryDuties, InMemoryLife } from './in-memory-life.js';
import { InMemoryContext, InMemoryQuiet, InMemoryTelling } from './in-memory-telling.js';
import { reason, verdict } from './verdicts.js';

export const contact = (unit: string, role = 'liaison'): Recipient => ({
  key: `${unit}/${role}`,
  title: role,
  email: `${unit}.${role}@example.invalid`,
  channels: ['email', 'inbox'],
});

const later = (at: Date, n: number): Date => new Date(at.getTime() + hours(n));

/** The office leads, a county assists, the police get a copy; plain hours without nights. */
class ThreeUnits extends Router {
  addresseesOf(_verdict: EntityVerdict, _tier: Tier, at: Date): readonly Addressee[] {
    return [unit('office', 'lead', at), unit('county', 'assist', at), unit('police', 'copy', at)];
  }
}

const unit = (code: string, role: Addressee['role'], at: Date): Addressee => ({
  unit: code,
  unitName: code,
  role,
  because: '依据',
  acknowledgeBy: role === 'copy' ? null : later(at, 2),
  dueAt: role === 'copy' ? null : later(at, 40),
  waits: false,
  contacts: [contact(code)],
});

/** Reminds an hour before, then calls the liaison, the head, the office and the convener, hour by hour. */
export class PlainTimetable extends Timetable {
  readonly office = 'office';

  rungsOf({ from, dueAt }: { from: Date; dueAt: Date }): Rung[] {
    const all: Rung[] = [
      { name: 'remind-1', at: later(dueAt, -1), to: 'liaison' },
      { name: 'overdue-1', at: dueAt, to: 'liaison' },
      { name: 'overdue-2', at: later(dueAt, 1), to: 'head' },
      { name: 'overdue-3', at: later(dueAt, 2), to: 'office' },
      { name: 'overdue-4', at: later(dueAt, 3), to: 'convener' },
    ];
    return all.filter(({ at }) => at >= from);
  }

  contactsOf(code: string, to: Caller): Contact[] {
    const at = to === 'office' || to === 'convener' ? 'office' : code;
    const role = to === 'office' ? 'liaison' : to;
    return [{ unit: at, unitName: at, recipient: contact(at, role) }];
  }

  dueAfterPause(_unit: string, dueAt: Date, pausedAt: Date, now: Date): Date {
    const left = dueAt.getTime() - pausedAt.getTime();
    return left > 0 ? new Date(now.getTime() + left) : dueAt;
  }

  deadlines(code: string, _tier: Tier, at: Date) {
    if (code === 'nobody') return null;
    return { acknowledgeBy: later(at, 2), dueAt: later(at, 40) };
  }

  constructor(private readonly digest: readonly Tier[] = []) {
    super();
  }

  digestAt(tier: Tier, at: Date): Date | null {
    return this.digest.includes(tier) ? this.nextDigest(at) : null;
  }

  nextDigest(at: Date): Date {
    return later(at, 12);
  }
}

export const POLICY: TellingPolicy = {
  inhibit: [{ by: 'red', what: ['blue'] }],
  flood: { newRuleDays: 7, perHour: 3 },
};

/** All that alerting stands on. */
export interface CityStores {
  readonly alerts: AlertStore;
  readonly life: LifeStore;
  readonly duties: DutyStore;
  readonly telling: TellingStore;
  readonly context: TellingContext;
  readonly quiet: QuietStore;
  readonly verdicts: Verdicts;
  readonly work: UnitOfWork;
  /** The line of an alert's log that was written last. */
  lastLine(alertId: string): Promise<string | null>;
}

/** What happens in a city to alerts, as sentences, with a clock that a test moves. */
export class CityOn {
  readonly clock = new FakeClock();
  readonly timetable: PlainTimetable;
  readonly tell: TellUnits;

  constructor(
    readonly on: CityStores,
    policy: Partial<TellingPolicy> & { readonly digest?: readonly Tier[] } = {},
  ) {
    this.timetable = new PlainTimetable(policy.digest);
    const { context, telling: store, duties } = on;
    const ground = { context, store, duties, policy: { ...POLICY, ...policy } };
    this.tell = new TellUnits(new ThreeUnits(), this.timetable, ground);
  }

  raise(entityId: string, tier: Tier, codes: readonly string[] = ['a']) {
    const told = verdict(
      entityId,
      tier,
      codes.map((code) => reason(code)),
    );
    return this.raiseAll([told]);
  }

  /** Several at once, as in one batch. */
  raiseAll(verdicts: readonly EntityVerdict[]) {
    const use = new RaiseAlerts(this.on.alerts, this.tell, this.clock);
    return this.on.work.run((tx) => use.run(tx, verdicts));
  }

  async step(kind: StepKind, more: Partial<StepRequest> = {}): Promise<TakenStep> {
    const { life, duties, telling, work } = this.on;
    const use = new TakeStep({ life, duties, telling }, this.timetable, () => 30, this.clock);
    const seen = await this.on.lastLine(more.alertId ?? '1');
    const request = { alertId: '1', kind, unit: 'office', by: '张某', because: '情况属实', seen };
    return work.run((tx) => use.run(tx, { ...request, ...more }));
  }

  async merge(
    alertId: string,
    intoId: string,
    more: { seen?: string | null; unit?: string } = {},
  ): Promise<void> {
    const use = new MergeAlerts(this.on, this.timetable, this.clock);
    const seen = await this.on.lastLine(alertId);
    const request = { alertId, intoId, unit: 'office', by: '张某', because: '同一伙人', seen };
    await this.on.work.run((tx) => use.run(tx, { ...request, ...more }));
  }

  async unmerge(alertId: string, unit = 'office'): Promise<void> {
    const use = new UnmergeAlert(this.on, this.timetable, this.clock);
    const seen = await this.on.lastLine(alertId);
    const request = { alertId, unit, by: '李某', because: '并错了', seen };
    await this.on.work.run((tx) => use.run(tx, request));
  }

  silence(more: Partial<SilenceRequest>): Promise<string> {
    const request = {
      entityId: null,
      scheme: null,
      region: null,
      code: null,
      tiers: ['yellow', 'blue'] as Tier[],
      until: later(this.clock.now(), 24),
      by: '王某',
      because: '专项行动期间',
    };
    const use = new MakeSilence(this.on.quiet, this.clock);
    return this.on.work.run((tx) => use.run(tx, { ...request, ...more }));
  }

  endSilence(id: string): Promise<void> {
    const use = new EndSilence(this.on.quiet, this.clock);
    return this.on.work.run((tx) => use.run(tx, { id, by: '王某', because: '行动结束' }));
  }

  endFlood(id: string, released: boolean): Promise<void> {
    const use = new EndFlood(this.on.quiet, this.clock);
    return this.on.work.run((tx) => use.run(tx, { id, released, by: '王某', because: '已核对' }));
  }

  /** What the clock does by itself. */
  async tick(): Promise<void> {
    const { duties, telling, verdicts, work } = this.on;
    const { clock, timetable } = this;
    await new TellHushed(this.tell, { store: telling, verdicts, work, clock }).run();
    await new NudgeDuties(timetable, { duties, telling, work, clock, log: new FakeLog() }).run();
  }
}

/** The stores of a city in memory. */
function inMemory() {
  const alerts = new InMemoryAlerts();
  const quiet = new InMemoryQuiet();
  const telling = new InMemoryTelling(alerts, quiet);
  return {
    alerts,
    quiet,
    telling,
    life: new InMemoryLife(alerts, telling),
    duties: new InMemoryDuties(alerts),
    context: new InMemoryContext(alerts, quiet),
    verdicts: new KnownVerdicts(alerts),
    work: new OneAtOnce(),
    lastLine: (alertId: string) =>
      Promise.resolve(alerts.log.findLast((one) => one.alertId === alertId)?.id ?? null),
  };
}

/** A city in memory, whose every shelf a test can look into. */
export class City extends CityOn {
  readonly alerts: InMemoryAlerts;
  readonly quiet: InMemoryQuiet;
  readonly telling: InMemoryTelling;
  readonly duties: InMemoryDuties;
  readonly context: InMemoryContext;
  /** Who works on what: `1 office` and the name. */
  readonly entrusted: ReadonlyMap<string, string>;

  constructor(
    policy: Partial<TellingPolicy> & { readonly digest?: readonly Tier[] } = {},
    shelves = inMemory(),
  ) {
    super(shelves, policy);
    this.entrusted = shelves.life.entrusted;
    ({
      alerts: this.alerts,
      quiet: this.quiet,
      telling: this.telling,
      duties: this.duties,
      context: this.context,
    } = shelves);
  }

  /** `office/liaison raised:red#1` for each notice by e-mail. */
  get mails(): string[] {
    const mails = this.telling.notices.filter(({ channel }) => channel === 'email');
    return mails.map(({ to, step }) => `${to.recipient.key} ${step}`);
  }
}

class KnownVerdicts extends Verdicts {
  constructor(private readonly alerts: InMemoryAlerts) {
    super();
  }

  of(_tx: Transaction, asked: readonly { readonly entityId: string }[]): Promise<EntityVerdict[]> {
    const about = (entityId: string) => this.alerts.rows.findLast((a) => a.entityId === entityId);
    return Promise.resolve(asked.flatMap(({ entityId }) => about(entityId)?.verdict ?? []));
  }
}

class OneAtOnce extends UnitOfWork {
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return work(new FakeTransaction());
  }
}

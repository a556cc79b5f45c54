import { createHash } from 'node:crypto';
import { Conflict, days, NotFound, type Transaction } from '@risk/kit';
import { FakeTransaction } from '../../../kit/src/testing/fake-transaction.js';
import { sumIndex } from '../../../assessment/src/testing/judged.js';
import {
  AlertSteps,
  CaseRecords,
  Duties,
  EvidenceShelf,
  UnitNames,
  WorkTime,
  type AlertStep,
  type CaseFigures,
  type Evidence,
  type LockedAlert,
  type NewDuty,
  type TimeAllowed,
} from '../desk/ports.js';
import type { FoundStep, RegisteredFirm, RegisteredShare } from '../drafting/ports.js';
import { GatherFacts } from '../handover/gather-facts.js';
import type { HandOverFacts } from '../handover/hand-over.js';
import { MakeHandOver } from '../handover/make-hand-over.js';
import { PackageMaker, type Package } from '../handover/ports.js';
import { RecordReceipt } from '../handover/record-receipt.js';
import { TakeInHandOver } from '../handover/take-in.js';
import { ReopenPackage } from '../handover/reopen-package.js';
import { DecideAtMeeting } from '../meeting/decide-at-meeting.js';
import { FinishTask } from '../meeting/finish-task.js';
import type { Matters } from '../meeting/matters.js';
import { MatterBook } from '../meeting/ports.js';
import { PrepareMeeting } from '../meeting/prepare-meeting.js';
import { RecordOutcome } from '../record-outcome.js';
import { ConcludeVerification } from '../verification/conclude-verification.js';
import { EvidenceCheck } from '../verification/evidence-check.js';
import { NoteVerification } from '../verification/note-verification.js';
import { OpenVerification } from '../verification/open-verification.js';
import { CaseDesk } from './case-desk.js';
import { InMemoryHandOvers, InMemoryMeetings, InMemoryVerifications } from './in-memory-desk.js';

/** A register of firms, and findings as the alerts took them. */
class FakeRegister {
  shareholders: readonly RegisteredShare[] = [];

  constructor(private readonly steps: FakeAlertSteps) {}

  registered(): Promise<RegisteredFirm> {
    const unknown = { uscc: null, registration: null, address: null, regionCode: null };
    const told = { name: '甲公司', representative: '孙某', shareholders: this.shareholders };
    return Promise.resolve({ ...unknown, ...told, sample: false });
  }

  findingOf(_tx: Transaction, alertId: string): Promise<FoundStep | null> {
    const step = this.steps.taken.findLast(
      (one) => one.alertId === alertId && one.kind === 'confirmed',
    );
    const at = new Date('2026-11-27T10:00:00+08:00');
    return Promise.resolve(step ? { ...step, at, scheme: null } : null);
  }
}

/** Alerts that move as they are told to; the number of steps so far is what one has seen. */
export class FakeAlertSteps extends AlertSteps {
  readonly taken: AlertStep[] = [];
  readonly alerts = new Map<string, LockedAlert>();

  take(_tx: Transaction, step: AlertStep): Promise<void> {
    const steps = this.taken.filter(({ alertId }) => alertId === step.alertId).length;
    if (step.seen !== null && step.seen !== String(steps))
      return Promise.reject(new Conflict(`您没有看到最近的步骤，seen=${steps}`));
    this.taken.push(step);
    const alert = this.alerts.get(step.alertId);
    if (alert) this.alerts.set(step.alertId, { ...alert, stage: step.kind });
    return Promise.resolve();
  }

  lock(_tx: Transaction, alertId: string): Promise<LockedAlert> {
    const alert = this.alerts.get(alertId);
    return alert ? Promise.resolve(alert) : Promise.reject(new NotFound(`没有预警“${alertId}”`));
  }
}

/** Duties in a list. */
export class FakeDuties extends Duties {
  readonly owed: (NewDuty & { readonly id: string; doneBy: string | null })[] = [];
  owe(_tx: Transaction, duty: NewDuty): Promise<string> {
    const id = String(this.owed.length + 1);
    this.owed.push({ ...duty, id, doneBy: null });
    return Promise.resolve(id);
  }
  fulfil(_tx: Transaction, dutyId: string, by: string): Promise<void> {
    this.owed.find(({ id }) => id === dutyId)!.doneBy = by;
    return Promise.resolve();
  }
  fulfilFollowing(_tx: Transaction, alertId: string, by: string): Promise<void> {
    for (const duty of this.owed)
      if (duty.alertId === alertId && duty.kind === 'follow') duty.doneBy ??= by;
    return Promise.resolve();
  }
}

/** A calendar on which every day is a working day of eight hours. */
class EveryDay extends WorkTime {
  dueAt(from: Date, _unit: string, time: TimeAllowed): Date {
    const length = 'workingDays' in time ? time.workingDays : time.workingHours / 8;
    return new Date(from.getTime() + days(length));
  }
}

export const UNITS: Readonly<Record<string, string>> = {
  jrb: '市委金融办',
  gaj: '市公安局',
  scj: '市市场监管局',
};
class FewUnits extends UnitNames {
  readonly police = 'gaj';

  nameOf(code: string): string | null {
    return UNITS[code] ?? null;
  }
}

export const evidence = (id: string, more: Partial<Evidence> = {}): Evidence => ({
  id,
  name: `宣传单${id}.pdf`,
  size: 1024,
  sha256: 'a'.repeat(64),
  sm3: 'b'.repeat(64),
  by: '张某',
  at: new Date('2026-11-26T09:00:00+08:00'),
  ...more,
});

class FakeShelf extends EvidenceShelf {
  files: readonly Evidence[] = [];
  of(): Promise<readonly Evidence[]> {
    return Promise.resolve(this.files);
  }
}

class FakeRecords extends CaseRecords {
  figures: CaseFigures = {
    uscc: null,
    address: null,
    amount: null,
    people: null,
    complaints: 0,
    complainants: 0,
  };
  known = ['71', '72'];
  figuresOf(): Promise<CaseFigures> {
    return Promise.resolve(this.figures);
  }
  amongst(_tx: Transaction, _entityId: string, ids: readonly string[]): Promise<string[]> {
    return Promise.resolve(ids.filter((id) => this.known.includes(id)));
  }
}

/** Packs the facts as JSON: the same facts, the same bytes. */
export class JsonPackages extends PackageMaker {
  form = 1;
  make(facts: HandOverFacts): Promise<Package> {
    const bytes = Buffer.from(JSON.stringify({ form: this.form, facts }));
    const digest = (name: string): string => createHash(name).update(bytes).digest('hex');
    return Promise.resolve({
      name: '移送.zip',
      bytes,
      sha256: digest('sha256'),
      sm3: digest('sm3'),
    });
  }
}

export const NOTHING_OPEN: Matters = { reds: [], disputes: [], overdue: [], receipts: [] };
class FakeMatters extends MatterBook {
  matters = NOTHING_OPEN;
  open(): Promise<Matters> {
    return Promise.resolve(this.matters);
  }
}

/** The whole desk over a house in memory: entity 1 with alert 7. */
export class DeskBed {
  readonly cases = new CaseDesk();
  readonly clock = this.cases.clock;
  readonly tx = new FakeTransaction();
  readonly steps = new FakeAlertSteps();
  readonly duties = new FakeDuties();
  readonly shelf = new FakeShelf();
  readonly records = new FakeRecords();
  readonly packages = new JsonPackages();
  readonly matters = new FakeMatters();
  readonly verifications = new InMemoryVerifications(
    (alertId) => this.steps.alerts.get(alertId)!.entityId,
  );
  readonly handOvers = new InMemoryHandOvers();
  readonly meetings = new InMemoryMeetings();
  readonly register = new FakeRegister(this.steps);
  readonly hands = {
    steps: this.steps,
    duties: this.duties,
    time: new EveryDay(),
    units: new FewUnits(),
    clock: this.clock,
  };
  readonly open = new OpenVerification(this.verifications, this.hands);
  readonly note = new NoteVerification(
    this.verifications,
    this.hands,
    new EvidenceCheck(this.shelf, this.records),
  );
  readonly conclude = new ConcludeVerification(
    this.verifications,
    this.hands,
    this.cases.cases,
    new RecordOutcome(this.cases.cases, this.clock),
  );
  readonly gather = new GatherFacts(this.records, this.shelf, this.verifications, {
    source: this.register,
    units: this.hands.units,
  });
  readonly handOver = new MakeHandOver(this.handOvers, this.hands, this.gather, this.packages);
  readonly takeIn = new TakeInHandOver(this.handOvers, this.hands);
  readonly receipt = new RecordReceipt(this.handOvers, this.hands);
  readonly reopen = new ReopenPackage(this.handOvers, this.packages);
  readonly prepare = new PrepareMeeting(this.meetings, this.matters, this.hands, '联席会议');
  readonly decide = new DecideAtMeeting(this.meetings, this.hands);
  readonly finish = new FinishTask(this.meetings, this.hands);

  /** A bed on which the entity is known and its alert is raised. */
  static async made(more: Partial<LockedAlert> = {}): Promise<DeskBed> {
    const bed = new DeskBed();
    await bed.cases.story.found('name:甲公司');
    bed.steps.alerts.set('7', {
      alertId: '7',
      entityId: '1',
      entityName: '甲公司',
      regionCode: '431002',
      tier: 'red',
      stage: 'acknowledged',
      raisedAt: new Date('2026-11-20T09:00:00+08:00'),
      index: sumIndex({ signals: [] }),
      sample: false,
      ...more,
    });
    return bed;
  }

  /** What the alert's latest step is called. */
  get seen(): string {
    return String(this.steps.taken.length);
  }
}

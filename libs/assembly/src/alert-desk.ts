import {
  EndFlood,
  EndSilence,
  HeedPerson,
  lockAlert,
  MakeSilence,
  MergeAlerts,
  NudgeDuties,
  RaiseAlerts,
  TakeStep,
  TellHushed,
  TellUnits,
  UnmergeAlert,
  type MergeRequest,
  type SilenceRequest,
  type StepRequest,
  type TakenStep,
  type UnmergeRequest,
} from '@risk/alerting';
import { RecordOutcome } from '@risk/cases';
import type { Signature, TieKind, Tier } from '@risk/domain';
import type { Clock, Log, Transaction, UnitOfWork } from '@risk/kit';
import {
  AlertSignals,
  PgAlertBook,
  PgAlerts,
  PgAlertSurroundings,
  PgCases,
  PgColleagues,
  PgDuties,
  PgEntities,
  PgLife,
  PgQueue,
  PgQuiet,
  PgTelling,
  PgTellingContext,
  PgVerifications,
  PgViews,
  PgWorkload,
  type Database,
} from '@risk/store';
import { CityTimetable } from './city-timetable.js';
import type { Engines } from './compile-engines.js';
import { Colleagues } from './colleagues.js';
import { EntityVerdicts } from './entity-verdicts.js';
import { refuseClose } from './refuse-close.js';
import { refuseIdleSilence } from './refuse-idle-silence.js';
import { refuteAlert } from './refute-alert.js';
import { RouteVerdict } from './route-verdict.js';

/** What is done with alerts, all by one clock. */
export interface AlertWork {
  readonly raising: RaiseAlerts;
  readonly heeding: HeedPerson;
  /** One step of a person within a transaction; refuting records the outcome as well. */
  step(tx: Transaction, request: StepRequest): Promise<TakenStep>;
  readonly nudge: NudgeDuties;
  readonly tellHushed: TellHushed;
}

/** Where people work on alerts, and what the clock does with them by itself. */
export interface AlertDesk extends AlertWork {
  /** The same by another clock; stories are played with it. */
  at(clock: Clock): AlertWork;
  take(request: StepRequest): Promise<TakenStep>;
  merge(request: MergeRequest): Promise<void>;
  unmerge(request: UnmergeRequest): Promise<void>;
  silence(request: SilenceRequest): Promise<string>;
  endSilence(request: Signature & { readonly id: string }): Promise<void>;
  endFlood(request: Signature & { readonly id: string; readonly released: boolean }): Promise<void>;
  readonly timetable: CityTimetable;
  /** What people read of the life of alerts. */
  readonly book: PgAlertBook;
  /** What stands around an alert. */
  readonly surroundings: PgAlertSurroundings;
  /** What waits for somebody now. */
  readonly workload: PgWorkload;
  /** Alerts as they wait for people, by tier and deadline. */
  readonly queue: PgQueue;
  /** Views of the queue that people keep. */
  readonly views: PgViews;
  /** Who may work on alerts. */
  readonly colleagues: Colleagues;
  /** Tells what happens to alerts, as it happens. */
  readonly signals: AlertSignals;
}

/** What the desk is tied to. */
interface DeskHands {
  readonly engines: Engines;
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}

const STORES = {
  alerts: new PgAlerts(),
  life: new PgLife(),
  duties: new PgDuties(),
  telling: new PgTelling(),
  quiet: new PgQuiet(),
  cases: new PgCases(),
  verifications: new PgVerifications(),
};

/** Ties the life of alerts to the database, the routing of the city and its policy. */
export function tieAlerts(hands: DeskHands): AlertDesk {
  const { engines, database, work, clock, log } = hands;
  const { life, duties, telling, quiet } = STORES;
  const timetable = new CityTimetable(engines.routing, engines.handling);
  const at = workAt(hands, timetable);
  const now = at(clock);
  const merging = new MergeAlerts({ life, duties, telling }, timetable, clock);
  const colleagues = new Colleagues(new PgColleagues(database), clock);
  const unmerging = new UnmergeAlert({ life, duties, telling }, timetable, clock);
  return {
    ...now,
    at,
    take: async (request) => {
      await colleagues.refuseStranger(request);
      return work.run((tx) => now.step(tx, request));
    },
    merge: (request) => work.run((tx) => merging.run(tx, request)),
    unmerge: (request) => work.run((tx) => unmerging.run(tx, request)),
    silence: async (request) => {
      refuseIdleSilence(engines, request);
      return work.run((tx) => new MakeSilence(quiet, clock).run(tx, request));
    },
    endSilence: (request) => work.run((tx) => new EndSilence(quiet, clock).run(tx, request)),
    endFlood: (request) => work.run((tx) => new EndFlood(quiet, clock).run(tx, request)),
    timetable,
    book: new PgAlertBook(database),
    surroundings: new PgAlertSurroundings(database),
    workload: new PgWorkload(database),
    queue: new PgQueue(database),
    views: new PgViews(database),
    colleagues,
    signals: new AlertSignals(database, log),
  };
}

/** What is done with alerts, by whichever clock. */
function workAt(
  { engines, work, log }: DeskHands,
  timetable: CityTimetable,
): (clock: Clock) => AlertWork {
  const { routing, handling } = engines;
  const { alerts, life, duties, telling, cases, verifications } = STORES;
  const context = new PgTellingContext(handling.grouping.ties as (TieKind | 'phone')[]);
  const ground = { context, store: telling, duties, policy: handling };
  const tell = new TellUnits(new RouteVerdict(routing), timetable, ground);
  const verdicts = new EntityVerdicts(new PgEntities());
  const cooldown = (tier: Tier): number => (tier === 'none' ? 0 : handling.cooldown.days[tier]);
  const entityOf = async (tx: Transaction, alertId: string): Promise<string> =>
    (await lockAlert(life, tx, alertId)).entityId;
  return (clock) => {
    const stepping = new TakeStep({ life, duties, telling }, timetable, cooldown, clock);
    const recording = new RecordOutcome(cases, clock);
    const refuting = { stepping, recording, cases, entityOf };
    return {
      raising: new RaiseAlerts(alerts, tell, clock),
      heeding: new HeedPerson(alerts, tell, clock),
      step: async (tx, request) => {
        if (request.kind === 'refuted' && request.hasOutcome !== true)
          return refuteAlert(refuting, tx, request);
        const taken = await stepping.run(tx, request);
        // The step has locked the alert: no verification is opened meanwhile.
        if (request.kind === 'closed') await refuseClose(verifications, tx, request.alertId);
        return taken;
      },
      nudge: new NudgeDuties(timetable, { duties, telling, work, clock, log }),
      tellHushed: new TellHushed(tell, { store: telling, verdicts, work, clock }),
    };
  };
}

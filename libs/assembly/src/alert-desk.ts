import {
  EndFlood,
  EndSilence,
  HeedPerson,
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
import type { Signature, TieKind, Tier } from '@risk/domain';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import {
  PgAlerts,
  PgDuties,
  PgEntities,
  PgLife,
  PgQuiet,
  PgTelling,
  PgTellingContext,
} from '@risk/store';
import { CityTimetable } from './city-timetable.js';
import type { Engines } from './compile-engines.js';
import { EntityVerdicts } from './entity-verdicts.js';
import { RouteVerdict } from './route-verdict.js';

/** Where people work on alerts, and what the clock does with them by itself. */
export interface AlertDesk {
  /** How alerts are raised and heeded, at the time of a clock; stories are played with others. */
  raising(clock: Clock): RaiseAlerts;
  heeding(clock: Clock): HeedPerson;
  take(request: StepRequest): Promise<TakenStep>;
  merge(request: MergeRequest): Promise<void>;
  unmerge(request: UnmergeRequest): Promise<void>;
  silence(request: SilenceRequest): Promise<string>;
  endSilence(request: Signature & { readonly id: string }): Promise<void>;
  endFlood(request: Signature & { readonly id: string; readonly released: boolean }): Promise<void>;
  readonly stepping: TakeStep;
  readonly timetable: CityTimetable;
  readonly nudge: NudgeDuties;
  readonly tellHushed: TellHushed;
}

/** What the desk is tied to. */
interface DeskHands {
  readonly engines: Engines;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}

/** Ties the life of alerts to the database, the routing of the city and its policy. */
export function tieAlerts({ engines, work, clock, log }: DeskHands): AlertDesk {
  const { routing, handling } = engines;
  const [alerts, life, duties, telling, quiet] = [
    new PgAlerts(),
    new PgLife(),
    new PgDuties(),
    new PgTelling(),
    new PgQuiet(),
  ];
  const timetable = new CityTimetable(routing, handling);
  const context = new PgTellingContext(handling.grouping.ties as (TieKind | 'phone')[]);
  const policy = { ...handling, digest: handling.digest.tiers };
  const ground = { context, store: telling, duties, policy };
  const tell = new TellUnits(new RouteVerdict(routing), timetable, ground);
  const cooldown = (tier: Tier): number => (tier === 'none' ? 0 : handling.cooldown.days[tier]);
  const stepping = new TakeStep({ life, duties, telling }, timetable, cooldown, clock);
  const merging = new MergeAlerts({ life, duties }, clock);
  const unmerging = new UnmergeAlert(life, telling, clock);
  const verdicts = new EntityVerdicts(new PgEntities());
  return {
    raising: (at) => new RaiseAlerts(alerts, tell, at),
    heeding: (at) => new HeedPerson(alerts, tell, at),
    take: (request) => work.run((tx) => stepping.run(tx, request)),
    merge: (request) => work.run((tx) => merging.run(tx, request)),
    unmerge: (request) => work.run((tx) => unmerging.run(tx, request)),
    silence: (request) => work.run((tx) => new MakeSilence(quiet, clock).run(tx, request)),
    endSilence: (request) => work.run((tx) => new EndSilence(quiet, clock).run(tx, request)),
    endFlood: (request) => work.run((tx) => new EndFlood(quiet, clock).run(tx, request)),
    stepping,
    timetable,
    nudge: new NudgeDuties(timetable, { duties, telling, work, clock, log }),
    tellHushed: new TellHushed(tell, { store: telling, verdicts, work, clock }),
  };
}

import type { HeedPerson } from '@risk/alerting';
import type { IndexOf } from '@risk/assessment';
import {
  DecideTier,
  RecordOutcome,
  ReportOutcomes,
  type OutcomeRequest,
  type TierRequest,
} from '@risk/cases';
import type { EngineVersions, Outcome, TierDecision } from '@risk/domain';
import type { Clock, UnitOfWork } from '@risk/kit';
import { PgCases, PgEntities, PgOutcomeLedger, type Database, type VaultCipher } from '@risk/store';
import { HeedInAlerts } from './heed-in-alerts.js';

/** Where people decide and what became of it is read; every decision is one transaction. */
export interface CaseDesk {
  decideTier(request: TierRequest): Promise<TierDecision>;
  recordOutcome(request: OutcomeRequest): Promise<Outcome>;
  readonly report: ReportOutcomes;
  readonly outcomes: PgOutcomeLedger;
}

/** What the desk is tied to. */
interface DeskHands {
  readonly database: Database;
  readonly cipher: VaultCipher;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  /** Read anew at every decision: rules may be swapped meanwhile. */
  readonly engines: { readonly indexOf: IndexOf; readonly versions: EngineVersions };
}

/** Ties the use cases of decisions to the database and to the alerts. */
export function tieCases(hands: DeskHands, heed: HeedPerson): CaseDesk {
  const { database, cipher, work, clock, engines } = hands;
  const cases = new PgCases();
  const heeding = new HeedInAlerts({
    entities: new PgEntities(),
    indexOf: (state, at) => engines.indexOf(state, at),
    heed,
    clock,
  });
  const deciding = new DecideTier(cases, heeding, clock, () => engines.versions);
  const recording = new RecordOutcome(cases, clock);
  const outcomes = new PgOutcomeLedger(database, cipher);
  return {
    decideTier: (request) => work.run((tx) => deciding.run(tx, request)),
    recordOutcome: (request) => work.run((tx) => recording.run(tx, request)),
    report: new ReportOutcomes(outcomes, clock),
    outcomes,
  };
}

import type { RaiseAlerts } from '@risk/alerting';
import { AssessRecords, AttachMentions } from '@risk/assessment';
import { parseItem, ReceiveRecords, type SourceBook } from '@risk/intake';
import type { Clock, Log } from '@risk/kit';
import {
  PgCuts,
  PgEntities,
  PgRecords,
  PgReporterVault,
  PgUnitOfWork,
  PgVerdicts,
  type Database,
  type VaultCipher,
} from '@risk/store';
import type { Engines } from './compile-engines.js';
import { ProcessBatch, type Reading } from './process-batch.js';

/** What of a house the path of a record stands on. */
export interface LineGround {
  readonly engines: Engines;
  readonly sources: SourceBook;
  readonly cipher: VaultCipher;
  readonly database: Database;
  readonly log: Log;
}

/** How records are read and judged before anything is written. */
export function tieReading({ engines, sources, cipher }: LineGround): Reading {
  const vault = new PgReporterVault(cipher);
  return {
    parse: (item) => parseItem(item, sources, (reporter) => vault.pseudonymOf(reporter)),
    judgeAll: engines.judgeAll,
    isSample: isSampleIn(sources),
  };
}

/** How verdicts are kept and indices moved. */
export function tieAssessment(
  { engines }: Pick<LineGround, 'engines'>,
  clock: Clock,
): AssessRecords {
  const entities = new PgEntities();
  return new AssessRecords(new AttachMentions(entities), entities, new PgVerdicts(), {
    indexOf: engines.indexOf,
    clock,
    cuts: new PgCuts(),
  });
}

/** The whole path of a batch, by a clock of its own. */
export function tieLine(ground: LineGround, raise: RaiseAlerts, clock: Clock): ProcessBatch {
  const { cipher, sources, database, log } = ground;
  const work = new PgUnitOfWork(database, { keepsPlans: true });
  const records = new PgRecords(cipher, isSampleIn(sources));
  const line = {
    receive: new ReceiveRecords(records, new PgReporterVault(cipher), clock),
    assess: tieAssessment(ground, clock),
    raise,
    records,
  };
  return new ProcessBatch(tieReading(ground), line, work, log);
}

const isSampleIn =
  (sources: SourceBook) =>
  (source: string): boolean =>
    sources.get(source)?.sample ?? false;

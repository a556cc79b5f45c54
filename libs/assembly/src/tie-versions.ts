import { AdvanceEdition, DraftEdition } from '@risk/editions';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import { EngineTexts, PgEditions, PgLedger, PgMemory, PgShadow, type Database } from '@risk/store';
import { BacktestEdition, type Backtest } from './backtest/backtest-edition.js';
import { runBacktest } from './backtest/run-backtest.js';
import { CheckBook } from './check-book.js';
import type { Engines } from './compile-engines.js';
import type { House } from './house.js';
import { PastVersions } from './past-versions.js';
import { RunShadows } from './run-shadows.js';
import { VersionsInForce } from './versions-in-force.js';

/** What versions are kept in, judged by and told to. */
export interface VersionGround {
  readonly engines: Engines;
  readonly database: Database;
  readonly databaseUrl: string;
  /** The content of config/regions.yaml, for threads that compile for themselves. */
  readonly regions: unknown;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}

/** Everything about versions: those in force, those of the past, those to come. */
export type TiedVersions = Pick<House, 'memory' | 'past' | 'editions' | 'backtest'> & {
  readonly versions: VersionsInForce;
};

/** Ties editions, memory and backtests to the database and the engines. */
export function tieVersions(ground: VersionGround): TiedVersions {
  const { engines, database, databaseUrl, regions, work, clock, log } = ground;
  const texts = new EngineTexts(database);
  const store = new PgEditions(database);
  const shadow = new PgShadow(database);
  const memory = new PgMemory(database);
  const past = new PastVersions(texts, engines.routing.regions);
  const advance = new AdvanceEdition(store, work, clock);
  const backtest: House['backtest'] = async (candidate, period, onProgress) => {
    const base = await past.filesOf(engines.versions);
    const versions = { regions, base, candidate: { ...base, ...candidate } };
    return runBacktest({ versions, period, database, databaseUrl, onProgress });
  };
  const ofBook: Backtest = (book, period, onProgress) => backtest(book, period, onProgress);
  return {
    memory,
    past,
    backtest,
    versions: new VersionsInForce(engines, {
      editions: store,
      texts,
      ledger: new PgLedger(database),
      work,
      clock,
      log,
    }),
    editions: {
      store,
      draft: new DraftEdition(new CheckBook(engines), store, work, clock),
      advance,
      backtest: new BacktestEdition(store, advance, ofBook),
      shadow,
      shadows: new RunShadows(engines, { editions: store, memory, shadow, work, clock }),
    },
  };
}

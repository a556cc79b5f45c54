import { AdvanceEdition, DraftEdition } from '@risk/editions';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import { loadLexicon } from '@risk/settings';
import {
  EngineTexts,
  PgBacktests,
  PgEditions,
  PgLedger,
  PgMemory,
  PgShadow,
  type Database,
} from '@risk/store';
import { BacktestEdition, type Backtest } from './backtest/backtest-edition.js';
import { BacktestJobs } from './backtest/backtest-jobs.js';
import { KeepBacktest, type KeptReport } from './backtest/keep-backtest.js';
import { runBacktest } from './backtest/run-backtest.js';
import { CheckBook } from './check-book.js';
import type { Engines } from './compile-engines.js';
import { DraftDesk } from './drafts/draft-desk.js';
import { RuleShelf } from './drafts/rule-shelf.js';
import { ThreadedBench } from './drafts/threaded-bench.js';
import { wholeBooks } from './drafts/whole-books.js';
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
  readonly environment: { readonly configDir: string };
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}

/** Everything about versions: those in force, those of the past, those to come. */
export type TiedVersions = Pick<House, 'memory' | 'past' | 'editions' | 'backtest'> & {
  readonly versions: VersionsInForce;
  readonly close: () => Promise<void>;
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
  const versions = new VersionsInForce(engines, {
    editions: store,
    texts,
    ledger: new PgLedger(database),
    work,
    clock,
    log,
  });
  const ofBook: Backtest = async ({ rules, scoring, lexicon }, period, onProgress) => {
    // A book without words of its own gets those of the folder, which need not be those in force.
    const folder = versions.hasOwnWords ? await loadLexicon(ground.environment.configDir) : null;
    const words = lexicon ?? folder;
    return backtest({ rules, scoring, ...(words && { lexicon: words }) }, period, onProgress);
  };
  const backtests = new PgBacktests<KeptReport>(database);
  const tested = new BacktestEdition(
    store,
    advance,
    ofBook,
    new KeepBacktest(backtests, work, clock),
  );
  const jobs = new BacktestJobs({ advance, backtest: tested, clock, log });
  const wholeOf = wholeBooks(engines, past);
  const bench = new ThreadedBench(async () => ({
    regions,
    files: await past.filesOf(engines.versions),
  }));
  const draft = new DraftEdition(new CheckBook(bench, wholeOf), store, work, clock);
  return {
    memory,
    past,
    backtest,
    versions,
    editions: {
      ...{ store, draft, advance, shadow, backtests, jobs, backtest: tested },
      shelf: new RuleShelf(engines, store, wholeOf),
      drafts: new DraftDesk({ engines, store, bench, draft, clock, wholeOf }),
      shadows: new RunShadows(engines, { editions: store, memory, shadow, work, clock }),
    },
    close: () => bench.close(),
  };
}

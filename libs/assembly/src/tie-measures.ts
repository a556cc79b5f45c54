import { MoveCuts } from '@risk/assessment';
import { WatchSilence, type SourceBook } from '@risk/intake';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import { entitiesUnderLicence, PgCuts, PgLedger, PgRefresh, type Database } from '@risk/store';
import { rhythmOf } from './bulletins/feed-hearing.js';
import type { Engines } from './compile-engines.js';
import { KeepWithinCapacity } from './keep-within-capacity.js';
import { RefreshIndices } from './refresh-indices.js';
import type { Consequences } from './remeasure.js';
import { WatchLicences } from './watch-licences.js';

/** What the measures stand on. */
interface Ground {
  readonly engines: Engines;
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}

/** Ties the watch over entries of the register. */
export function tieLicences(ground: Ground, then: Consequences): WatchLicences {
  const ledger = new PgLedger(ground.database);
  const place = {
    ...then,
    warn: (sentence: string | null, at: Date) => ledger.warn('config/licensed.yaml', sentence, at),
    lowered: entitiesUnderLicence,
  };
  return new WatchLicences(() => ground.engines.judging.licensed, place, ground);
}

/** Ties what keeps the tiers within capacity. */
export function tieCapacity(ground: Ground, then: Consequences): KeepWithinCapacity {
  const cuts = new PgCuts();
  const scoring = () => ground.engines.judging.scoring;
  const move = new MoveCuts(cuts, scoring, ground.clock);
  return new KeepWithinCapacity({ move, cuts, ...then }, () => scoring().version, ground);
}

/** Ties what computes every index anew. */
export function tieRefresh(ground: Ground, then: Consequences): RefreshIndices {
  const { engines, database, work, clock } = ground;
  return new RefreshIndices(engines, { ...then, refresh: new PgRefresh(database), work, clock });
}

/** Ties the watch over feeds that fall silent. */
export function tieSilence(ground: Ground & { readonly sources: SourceBook }): WatchSilence {
  const { calendar } = ground.engines.routing;
  const rhythms = [...ground.sources.values()].flatMap(
    (source) => rhythmOf(source, (day) => calendar.isWorkday(day)) ?? [],
  );
  return new WatchSilence(new PgLedger(ground.database), rhythms, ground.clock, ground.log);
}

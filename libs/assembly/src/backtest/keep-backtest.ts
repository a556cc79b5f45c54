import { type Clock, type UnitOfWork } from '@risk/kit';
import type { BacktestChange, PgBacktests } from '@risk/store';
import type { BacktestReport, ChangedEntity } from './run-backtest.js';

/** The sums of a backtest, as they are kept; whom it changes something for lies beside. */
export type KeptReport = Omit<BacktestReport, 'changed' | 'codes'> & {
  /** How many entities fare otherwise, those that are not kept included. */
  readonly changedEntities: number;
  /** Rules and words that count in more or fewer records than before, the greatest shift first. */
  readonly codes: readonly {
    readonly code: string;
    readonly base: number;
    readonly candidate: number;
  }[];
};

/** Who had a backtest made of which edition. */
export interface BacktestOf {
  readonly editionId: string;
  readonly by: string;
}

/** Nobody reads on behind this; the sums say how many there were. */
const MOST_KEPT = 5000;
const MOST_CODES = 300;

/** Keeps what a backtest found, so that others can read it before they publish. */
export class KeepBacktest {
  constructor(
    private readonly store: PgBacktests<KeptReport>,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run({ editionId, by }: BacktestOf, report: BacktestReport): Promise<void> {
    const changes = report.changed.slice(0, MOST_KEPT).map(changeOf);
    const kept = { by, at: this.clock.now(), report: keptOf(report) };
    await this.work.run((tx) => this.store.keep(tx, editionId, kept, changes));
  }
}

function keptOf({ changed, codes, ...sums }: BacktestReport): KeptReport {
  const shifted = [...codes]
    .map(([code, pair]) => ({ code, ...pair }))
    .filter(({ base, candidate }) => base !== candidate)
    .sort((a, b) => shift(b) - shift(a) || (a.code < b.code ? -1 : 1));
  return { ...sums, changedEntities: changed.length, codes: shifted.slice(0, MOST_CODES) };
}

const shift = ({ base, candidate }: { readonly base: number; readonly candidate: number }) =>
  Math.abs(candidate - base);

function changeOf({ entityId, change, base, candidate }: ChangedEntity): BacktestChange {
  const shown = change === 'dropped' || change === 'lower' ? base : candidate;
  return {
    ...{ entityId, change, tierBase: base.highest, tierCandidate: candidate.highest },
    ...{ scoreBase: base.score, scoreCandidate: candidate.score },
    ...{ firstBase: base.firstAlertAt, firstCandidate: candidate.firstAlertAt },
    because: shown.reasons[0]?.code ?? '',
  };
}

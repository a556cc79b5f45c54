import type { RaiseAlerts } from '@risk/alerting';
import type { AssessRecords, CutStore, KeptCuts, MoveCuts } from '@risk/assessment';
import { cutsText } from '@risk/domain';
import { minutes, type Clock, type Log, type UnitOfWork } from '@risk/kit';
import { verdictOf } from './process-batch.js';

const EVERY = minutes(10);

/** What the cuts are moved with, and what follows. */
export interface CapacityLine {
  readonly move: MoveCuts;
  readonly cuts: CutStore;
  readonly assess: AssessRecords;
  readonly raise: RaiseAlerts;
}

/** What a look changed. */
export interface MovedCuts extends KeptCuts {
  readonly raised: number;
  readonly upgraded: number;
}

/**
 * Keeps the tiers within what the office can handle: counts every ten minutes, and at once under another scoring.
 * A cut that rises closes nothing; where one falls, those who reach a tier now have their alert.
 */
export class KeepWithinCapacity {
  private counted: { readonly at: number; readonly version: string } | null = null;

  constructor(
    private readonly line: CapacityLine,
    private readonly version: () => string,
    private readonly house: {
      readonly work: UnitOfWork;
      readonly clock: Clock;
      readonly log: Log;
    },
  ) {}

  /** A look that counts only when it is time to; answers null when nothing moved. */
  async look(): Promise<MovedCuts | null> {
    const [at, version] = [this.house.clock.now().getTime(), this.version()];
    if (this.counted?.version === version && at - this.counted.at < EVERY) return null;
    const moved = await this.count();
    this.counted = { at, version };
    return moved;
  }

  private async count(): Promise<MovedCuts | null> {
    const { move, cuts, assess, raise } = this.line;
    const moved = await this.house.work.run(async (tx) => {
      const kept = await move.run(tx);
      if (!kept) return null;
      const indexed = await assess.reindex(tx, await cuts.reaching(tx, kept.cuts));
      return { ...kept, ...(await raise.run(tx, indexed.map(verdictOf))) };
    });
    if (moved) {
      const { raised, upgraded, because } = moved;
      this.house.log.info('the cuts moved', {
        cuts: cutsText(moved.cuts),
        because,
        raised,
        upgraded,
      });
    }
    return moved;
  }
}

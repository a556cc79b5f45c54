import type { CutStore, KeptCuts, MoveCuts } from '@risk/assessment';
import { cutsText, type TierCuts } from '@risk/domain';
import { minutes, type Clock, type Log, type Transaction, type UnitOfWork } from '@risk/kit';
import { remeasure, type Consequences } from './remeasure.js';

const EVERY = minutes(10);

/** What the cuts are moved with, and what follows. */
export interface CapacityLine extends Consequences {
  readonly move: MoveCuts;
  readonly cuts: CutStore;
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

  /** In two transactions, because whoever indexes waits for the first. */
  private async count(): Promise<MovedCuts | null> {
    const { work, log } = this.house;
    const counted = await work.run((tx) => this.line.move.run(tx));
    if (!counted) return null;
    const alerts = await work.run((tx) => this.alert(tx, counted.cuts));
    if (!counted.moved) return null;
    const { cuts, because } = counted.moved;
    log.info('the cuts moved', { cuts: cutsText(cuts), because, ...alerts });
    return { ...counted.moved, ...alerts };
  }

  /** Those who reach a tier that they were not given have their alert, also when a count was cut off before this. */
  private async alert(tx: Transaction, given: TierCuts) {
    return remeasure(this.line, tx, await this.line.cuts.reaching(tx, given));
  }
}

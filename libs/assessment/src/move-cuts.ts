import { ALERT_TIERS, type TierCuts } from '@risk/domain';
import type { Clock, Transaction } from '@risk/kit';
import type { Scoring } from '@risk/scoring';
import type { CutStore, KeptCuts } from './ports.js';

/** The part of the scoring that cuts are made by. */
export type CutScoring = Pick<Scoring, 'version' | 'tiers' | 'capacity' | 'cutsFor'>;

/** The cuts in force after a count, and the line that was kept when they moved. */
export interface CountedCuts {
  readonly cuts: TierCuts;
  readonly moved: KeptCuts | null;
}

/** Counts anew which scores the office has places for, and keeps the cuts when they moved. */
export class MoveCuts {
  constructor(
    private readonly store: CutStore,
    /** What is in force now: it may be another one at the next run. */
    private readonly scoring: () => CutScoring,
    private readonly clock: Clock,
  ) {}

  /** Null where nobody told a capacity. */
  async run(tx: Transaction): Promise<CountedCuts | null> {
    const { version, tiers, capacity, cutsFor } = this.scoring();
    if (capacity === null) return null;
    const last = await this.store.standing(tx);
    const inForce = last?.scoring === version ? last.cuts : tiers;
    const { cuts, because } = cutsFor(await this.store.scores(tx, tiers.blue));
    if (areEqual(cuts, inForce)) return { cuts, moved: null };
    // Only behind the lock: so the cuts of a moment are those that an index of that moment was given.
    const moved = { at: this.clock.now(), cuts, scoring: version, because };
    await this.store.keep(tx, moved);
    return { cuts, moved };
  }
}

const areEqual = (a: TierCuts, b: TierCuts): boolean =>
  ALERT_TIERS.every((tier) => a[tier] === b[tier]);

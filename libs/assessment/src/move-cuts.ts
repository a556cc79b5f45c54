import { ALERT_TIERS, type TierCuts } from '@risk/domain';
import type { Clock, Transaction } from '@risk/kit';
import type { Scoring } from '@risk/scoring';
import type { CutStore, KeptCuts } from './ports.js';

/** The part of the scoring that cuts are made by. */
export type CutScoring = Pick<Scoring, 'version' | 'tiers' | 'capacity' | 'cutsFor'>;

/** Counts anew which scores the office has places for, and keeps the cuts when they moved. */
export class MoveCuts {
  constructor(
    private readonly store: CutStore,
    /** What is in force now: it may be another one at the next run. */
    private readonly scoring: () => CutScoring,
    private readonly clock: Clock,
  ) {}

  /** Answers the new cuts; null when they stay where they are. */
  async run(tx: Transaction): Promise<KeptCuts | null> {
    const { version, tiers, capacity, cutsFor } = this.scoring();
    if (capacity === null) return null;
    const last = await this.store.standing(tx);
    const inForce = last?.scoring === version ? last.cuts : tiers;
    const { cuts, because } = cutsFor(await this.store.scores(tx, tiers.blue));
    if (areEqual(cuts, inForce)) return null;
    const kept = { at: this.clock.now(), cuts, scoring: version, because };
    await this.store.keep(tx, kept);
    return kept;
  }
}

const areEqual = (a: TierCuts, b: TierCuts): boolean =>
  ALERT_TIERS.every((tier) => a[tier] === b[tier]);

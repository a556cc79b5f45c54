import { isHigher, tierAt, type TierCuts } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { CutStore, type KeptCuts } from '../ports.js';
import { InMemoryKnowledge, type KeptEntity } from './in-memory-knowledge.js';

/** Cuts in memory, with the promises of the real store. */
export class InMemoryCuts extends CutStore {
  readonly kept: KeptCuts[] = [];

  constructor(private readonly known = new InMemoryKnowledge()) {
    super();
  }

  at(_tx: Transaction, at: Date): Promise<KeptCuts | null> {
    const before = this.kept.filter((cuts) => cuts.at <= at);
    const last = before.reduce<KeptCuts | null>(
      (latest, cuts) => (latest && latest.at > cuts.at ? latest : cuts),
      null,
    );
    return Promise.resolve(last);
  }

  standing(tx: Transaction): Promise<KeptCuts | null> {
    return this.at(tx, new Date(8.64e15));
  }

  scores(_tx: Transaction, lowest: number): Promise<number[]> {
    const reaching = this.roots.filter(({ score }) => score >= lowest);
    const real = reaching.filter(({ sample }) => !sample);
    const inLine = real.length > 0 ? real : reaching;
    return Promise.resolve(inLine.map(({ score }) => score).sort((a, b) => b - a));
  }

  keep(_tx: Transaction, kept: KeptCuts): Promise<void> {
    this.kept.push(kept);
    return Promise.resolve();
  }

  reaching(_tx: Transaction, cuts: TierCuts): Promise<string[]> {
    const higher = this.roots.filter(({ score, tier }) => isHigher(tierAt(cuts, score), tier));
    return Promise.resolve(higher.map(({ id }) => id));
  }

  private get roots(): KeptEntity[] {
    return this.known.entities.filter(({ id, rootId }) => id === rootId);
  }
}

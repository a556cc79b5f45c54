import type { Outcome, RiskIndex, TierDecision } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { InMemoryKnowledge } from '../../../assessment/src/testing/in-memory-knowledge.js';
import { CaseStore, type CaseEntity, type Reference } from '../ports.js';

/** What people decided, in memory, over the entities of a house in memory. */
export class InMemoryCases extends CaseStore {
  readonly decisions: TierDecision[] = [];
  readonly outcomes: Outcome[] = [];
  /** Who was locked, in order. */
  readonly locked: string[] = [];

  constructor(private readonly known: InMemoryKnowledge) {
    super();
  }

  bearersOf(_tx: Transaction, { kind, value }: Reference): Promise<CaseEntity[]> {
    const named = this.known.entities.filter((e) => {
      if (kind === 'id') return e.id === value;
      return kind === 'uscc' ? e.uscc === value : e.name === value;
    });
    const roots = [...new Set(named.map((e) => e.rootId))].sort((a, b) => Number(a) - Number(b));
    return Promise.resolve(roots.map((id) => this.whole(id)));
  }

  lock(_tx: Transaction, entityId: string): Promise<CaseEntity> {
    this.locked.push(entityId);
    return Promise.resolve(this.whole(entityId));
  }

  decisionsOf(_tx: Transaction, entityId: string): Promise<TierDecision[]> {
    return Promise.resolve(this.decisions.filter((d) => this.isPart(d.entityId, entityId)));
  }

  outcomesOf(_tx: Transaction, entityId: string): Promise<Outcome[]> {
    return Promise.resolve(this.outcomes.filter((o) => this.isPart(o.entityId, entityId)));
  }

  keepDecision(_tx: Transaction, decision: Omit<TierDecision, 'id'>): Promise<TierDecision> {
    const kept = { id: String(this.decisions.length + 1), ...decision };
    this.decisions.push(kept);
    return Promise.resolve(kept);
  }

  keepOutcome(_tx: Transaction, outcome: Omit<Outcome, 'id'>): Promise<Outcome> {
    const kept = { id: String(this.outcomes.length + 1), ...outcome };
    this.outcomes.push(kept);
    return Promise.resolve(kept);
  }

  private isPart(entityId: string, rootId: string): boolean {
    return this.known.rootOf(entityId) === rootId;
  }

  private whole(id: string): CaseEntity {
    const { name, uscc, sample } = this.known.entity(id);
    return { entityId: id, name, uscc, sample, index: this.indexOf(id) };
  }

  private indexOf(id: string): RiskIndex | null {
    return this.known.history.filter((line) => line.entityId === id).at(-1)?.index ?? null;
  }
}

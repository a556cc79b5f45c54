import { Verdicts, type EntityVerdict } from '@risk/alerting';
import type { EntityStore } from '@risk/assessment';
import type { RiskIndex } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { verdictOf } from './process-batch.js';

/** What entities are known for now, with the index that their alerts stand on. */
export class EntityVerdicts extends Verdicts {
  constructor(private readonly entities: EntityStore) {
    super();
  }

  async of(
    tx: Transaction,
    asked: readonly { readonly entityId: string; readonly index: RiskIndex }[],
    at: Date,
  ): Promise<EntityVerdict[]> {
    const ids = [...new Set(asked.map(({ entityId }) => entityId))];
    const states = await this.entities.statesOf(tx, ids, at);
    const stateOf = new Map(states.map((state) => [state.entityId, state]));
    return asked.map(({ entityId, index }) => {
      const state = stateOf.get(entityId);
      if (!state) throw new Error(`no state of entity ${entityId}`);
      return verdictOf({ ...state, index });
    });
  }
}

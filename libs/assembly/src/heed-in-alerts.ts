import type { HeedPerson } from '@risk/alerting';
import type { EntityStore, IndexOf } from '@risk/assessment';
import { Heeding, type CaseEntity } from '@risk/cases';
import type { TierDecision } from '@risk/domain';
import type { Clock, Transaction } from '@risk/kit';
import { verdictOf } from './process-batch.js';

/** What moving an alert needs besides the decision. */
interface Hands {
  readonly entities: EntityStore;
  readonly indexOf: IndexOf;
  readonly heed: HeedPerson;
  readonly clock: Clock;
}

/** Lets a person's word reach the alert of the entity: by the index that stands, which the person saw. */
export class HeedInAlerts extends Heeding {
  constructor(private readonly hands: Hands) {
    super();
  }

  async heed(tx: Transaction, entity: CaseEntity, decision: TierDecision): Promise<void> {
    const { entities, indexOf, heed, clock } = this.hands;
    const at = clock.now();
    const [state] = await entities.statesOf(tx, [entity.entityId], at);
    if (!state) throw new Error(`no state of entity ${entity.entityId}`);
    const index = entity.index ?? indexOf(state, at);
    await heed.run(tx, verdictOf({ ...state, index }), decision);
  }
}

import type { RiskIndex, Tier, TierDecision } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeTransaction } from '../../../kit/src/testing/fake-transaction.js';
import { InMemoryKnowledge } from '../../../assessment/src/testing/in-memory-knowledge.js';
import { VERSION, sumIndex } from '../../../assessment/src/testing/judged.js';
import { Story, memoryBed } from '../../../assessment/src/testing/knowledge-bed.js';
import { DecideTier } from '../decide-tier.js';
import { Heeding, type CaseEntity } from '../ports.js';
import { RecordOutcome } from '../record-outcome.js';
import { InMemoryCases } from './in-memory-cases.js';

/** Remembers what it was asked to heed. */
class Remembering extends Heeding {
  readonly heeded: { readonly entity: CaseEntity; readonly decision: TierDecision }[] = [];
  heed(_tx: Transaction, entity: CaseEntity, decision: TierDecision): Promise<void> {
    this.heeded.push({ entity, decision });
    return Promise.resolve();
  }
}

export const IN_FORCE = { ...VERSION, rules: 'r-in-force' };

/** The desk at which people decide, over a house in memory. */
export class CaseDesk {
  readonly known = new InMemoryKnowledge();
  readonly story = new Story(memoryBed(this.known));
  readonly cases = new InMemoryCases(this.known);
  readonly heeding = new Remembering();
  readonly clock = new FakeClock('2026-11-27T10:00:00+08:00');
  private readonly tx = new FakeTransaction();
  private readonly deciding = new DecideTier(this.cases, this.heeding, this.clock, () => IN_FORCE);
  private readonly recording = new RecordOutcome(this.cases, this.clock);

  /** A decision by 张某, with what a test has to say of it. */
  decide(more: Partial<Parameters<DecideTier['run']>[1]>): Promise<TierDecision> {
    const request = {
      entity: '1',
      to: 'yellow' as Tier,
      by: '张某',
      because: '已核实',
      seen: null,
    };
    return this.deciding.run(this.tx, { ...request, ...more });
  }

  /** An outcome told by 李某. */
  record(more: Partial<Parameters<RecordOutcome['run']>[1]>) {
    return this.recording.run(this.tx, {
      entity: '1',
      verdict: 'confirmed',
      scheme: 'illegal-fundraising',
      exposedOn: null,
      losses: null,
      people: null,
      by: '李某',
      because: '已立案',
      seen: null,
      ...more,
    });
  }

  /** The model's word on an entity. */
  async model(entityId: string, more: Partial<RiskIndex>): Promise<void> {
    const index = { ...sumIndex({ signals: [] }), ...more };
    const writes = [{ entityId, index, causeId: null }];
    await this.story.bed.verdicts.saveIndices(this.tx, writes, this.clock.now());
  }
}

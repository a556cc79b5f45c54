import type { Transaction } from '@risk/kit';
import { VerdictStore, type EntityLink, type IndexWrite, type JudgedRecord } from '../ports.js';
import type { InMemoryKnowledge } from './in-memory-knowledge.js';

/** Verdicts in memory, with the promises of the real store. */
export class InMemoryVerdicts extends VerdictStore {
  constructor(private readonly known: InMemoryKnowledge) {
    super();
  }

  keep(
    _tx: Transaction,
    judged: readonly JudgedRecord[],
    links: readonly EntityLink[],
  ): Promise<void> {
    for (const { recordId, record, current, assessment } of judged) {
      this.known.verdicts.set(recordId, assessment);
      if (!current || record.operation !== 'upsert') continue;
      const accused = links.filter((l) => l.recordId === recordId && l.role !== 'publisher');
      const counting = assessment.signals.filter((s) => s.suppressed === null && s.weight > 0);
      for (const { entityId, confidence } of accused) {
        for (const signal of counting)
          this.known.signals.push({ entityId, recordId, confidence, signal });
      }
    }
    return Promise.resolve();
  }

  forget(_tx: Transaction, recordIds: readonly string[]): Promise<string[]> {
    const { signals, links } = this.known;
    const touched = [...signals, ...links].filter((l) => recordIds.includes(l.recordId));
    const left = signals.filter((s) => !recordIds.includes(s.recordId));
    signals.splice(0, signals.length, ...left);
    return Promise.resolve([...new Set(touched.map((l) => l.entityId))]);
  }

  saveIndices(_tx: Transaction, writes: readonly IndexWrite[], at: Date): Promise<void> {
    for (const { entityId, index } of writes) {
      const entity = this.known.entity(entityId);
      entity.score = index.score;
      entity.tier = index.tier;
      this.known.history.push({ entityId, at, index });
    }
    return Promise.resolve();
  }

  /** Nothing in memory is sorted by it. */
  noteEvidence(): Promise<void> {
    return Promise.resolve();
  }
}

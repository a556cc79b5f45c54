import { UnitOfWork, type Transaction } from '@risk/kit';
import { FakeTransaction } from '../../../kit/src/testing/fake-transaction.js';

/** Transactions over stores in memory: when the work fails, they are as they were before. */
export class RollingBack extends UnitOfWork {
  rolledBack = 0;
  committed = 0;

  constructor(private readonly stores: readonly object[]) {
    super();
  }

  async run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const undo = this.stores.map(snapshotOf);
    try {
      const result = await work(new FakeTransaction());
      this.committed += 1;
      return result;
    } catch (error) {
      for (const restore of undo) restore();
      this.rolledBack += 1;
      throw error;
    }
  }
}

/** Remembers the lists, sets and maps of a store, and how to put them back. */
function snapshotOf(store: object): () => void {
  const restores = Object.values(store).map((value: unknown) => {
    if (Array.isArray(value))
      return restoreOf(value as unknown[], (copy) => {
        value.splice(0, value.length, ...copy);
      });
    if (value instanceof Set)
      return restoreOf(value, (copy) => {
        value.clear();
        for (const item of copy) value.add(item);
      });
    if (value instanceof Map)
      return restoreOf(value, (copy) => {
        value.clear();
        for (const [key, item] of copy) value.set(key, item);
      });
    return () => undefined;
  });
  return () => {
    for (const restore of restores) restore();
  };
}

function restoreOf<T>(value: T, put: (copy: T) => void): () => void {
  const copy = structuredClone(value);
  return () => put(copy);
}

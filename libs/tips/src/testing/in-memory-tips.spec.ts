import { describe } from '@jest/globals';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import { InMemoryTips } from './in-memory-tips.js';
import { promisesOfTipStore } from './tip-store.contract.js';

describe('reports of citizens in memory', () => {
  promisesOfTipStore(() =>
    Promise.resolve({ store: new InMemoryTips(), work: new FakeUnitOfWork() }),
  );
});

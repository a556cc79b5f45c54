import { describe } from '@jest/globals';
import { FakeUnitOfWork } from '../../kit/src/testing/fake-transaction.js';
import { promisesOfEditions } from './testing/edition-store.contract.js';
import { InMemoryEditions } from './testing/in-memory-editions.js';

describe('editions over memory', () => {
  promisesOfEditions(() =>
    Promise.resolve({ store: new InMemoryEditions(), work: new FakeUnitOfWork() }),
  );
});

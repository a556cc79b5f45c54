import { describe } from '@jest/globals';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import { InMemoryRecords } from './in-memory-records.js';
import { promisesOfRecordStore } from './record-store.contract.js';

describe('the record store in memory', () => {
  promisesOfRecordStore(() =>
    Promise.resolve({ store: new InMemoryRecords(), work: new FakeUnitOfWork() }),
  );
});

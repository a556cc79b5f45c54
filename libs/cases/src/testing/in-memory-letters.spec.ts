import { describe } from '@jest/globals';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import { InMemoryCreditExports, InMemoryLetters } from './in-memory-letters.js';
import { promisesOfLetterStores } from './letter-stores.contract.js';

describe('the stores of letters in memory', () => {
  promisesOfLetterStores(() =>
    Promise.resolve({
      work: new FakeUnitOfWork(),
      letters: new InMemoryLetters(),
      exports: new InMemoryCreditExports(),
      alertId: '7',
      entityId: '1',
    }),
  );
});

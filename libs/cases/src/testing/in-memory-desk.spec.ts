import { describe } from '@jest/globals';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import { promisesOfDeskStores } from './desk-stores.contract.js';
import { InMemoryHandOvers, InMemoryMeetings, InMemoryVerifications } from './in-memory-desk.js';

describe('the stores of the desk in memory', () => {
  promisesOfDeskStores(() => {
    let raised = 0;
    return Promise.resolve({
      work: new FakeUnitOfWork(),
      verifications: new InMemoryVerifications((alertId) => `e${alertId}`),
      handOvers: new InMemoryHandOvers(),
      meetings: new InMemoryMeetings(),
      raise: () => {
        const alertId = String(++raised);
        return Promise.resolve({ alertId, entityId: `e${alertId}` });
      },
    });
  });
});

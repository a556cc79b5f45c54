import { describe } from '@jest/globals';
import { FakeUnitOfWork } from '../../../kit/src/testing/fake-transaction.js';
import { promisesOfAttachmentStore } from './attachment-store.contract.js';
import { InMemoryAttachments } from './in-memory-attachments.js';

describe('files beside alerts in memory', () => {
  promisesOfAttachmentStore(() =>
    Promise.resolve({
      store: new InMemoryAttachments(),
      work: new FakeUnitOfWork(),
      alerts: ['1', '2'],
    }),
  );
});

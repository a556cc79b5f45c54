import { describe } from '@jest/globals';
import { promisesOfAccessStores } from './access-stores.contract.js';
import { InMemoryAccess } from './in-memory-access.js';
import { promisesOfSealing } from './sealing.contract.js';

describe('access in memory', () => {
  promisesOfAccessStores(() => Promise.resolve(new InMemoryAccess()));
  promisesOfSealing(() => new InMemoryAccess().sealing);
});

import { describe } from '@jest/globals';
import { promisesOfImportStores } from './import-stores.contract.js';
import { InMemoryImports, InMemoryMappings } from './in-memory-imports.js';

describe('imports in memory', () => {
  promisesOfImportStores(() =>
    Promise.resolve({
      ...{ jobs: new InMemoryImports(), mappings: new InMemoryMappings(), accounts: ['1', '2'] },
    }),
  );
});

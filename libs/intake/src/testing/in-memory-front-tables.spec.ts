import { describe } from '@jest/globals';
import { promisesOfFrontTables } from './front-table-store.contract.js';
import { InMemoryFrontTables } from './in-memory-front-tables.js';

describe('front-end tables in memory', () => {
  promisesOfFrontTables(() => {
    const store = new InMemoryFrontTables();
    store.write('front_desk');
    return Promise.resolve({
      store,
      write: (...lines) => {
        store.write('front_desk', ...lines);
        return Promise.resolve();
      },
    });
  });
});

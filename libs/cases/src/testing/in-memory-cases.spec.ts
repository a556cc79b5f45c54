import { describe } from '@jest/globals';
import { InMemoryKnowledge } from '../../../assessment/src/testing/in-memory-knowledge.js';
import { memoryBed } from '../../../assessment/src/testing/knowledge-bed.js';
import { promisesOfCaseStore } from './case-store.contract.js';
import { InMemoryCases } from './in-memory-cases.js';

describe('the store of cases in memory', () => {
  promisesOfCaseStore(() => {
    const known = new InMemoryKnowledge();
    return Promise.resolve({ bed: memoryBed(known), cases: new InMemoryCases(known) });
  });
});

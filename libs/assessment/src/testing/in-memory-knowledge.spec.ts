import { describe } from '@jest/globals';
import { promisesOfEntityStore } from './entity-store.contract.js';
import { memoryBed } from './knowledge-bed.js';
import { promisesOfVerdictStore } from './verdict-store.contract.js';

const open = () => Promise.resolve(memoryBed());

describe('the entity store in memory', () => promisesOfEntityStore(open));
describe('the verdict store in memory', () => promisesOfVerdictStore(open));

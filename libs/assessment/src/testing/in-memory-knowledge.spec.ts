import { describe } from '@jest/globals';
import { promisesOfCutStore } from './cut-store.contract.js';
import { promisesOfEntityFacts } from './entity-facts.contract.js';
import { promisesOfEntityRelations } from './entity-relations.contract.js';
import { promisesOfEntityStore } from './entity-store.contract.js';
import { memoryBed } from './knowledge-bed.js';
import { promisesOfVerdictStore } from './verdict-store.contract.js';

const open = () => Promise.resolve(memoryBed());

describe('the entity store in memory', () => promisesOfEntityStore(open));
describe('what is known in memory of an entity', () => promisesOfEntityFacts(open));
describe('who is related in memory', () => promisesOfEntityRelations(open));
describe('the verdict store in memory', () => promisesOfVerdictStore(open));
describe('the cuts in memory', () => promisesOfCutStore(open));

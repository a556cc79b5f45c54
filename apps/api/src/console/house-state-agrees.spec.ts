import { expect, it } from '@jest/globals';
import type * as told from '../../../console/src/api/house-state.js';
import type { HouseStateController } from '../house-state.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what the door answers is what the workbench reads there. */
const AGREES: Agrees<[Answer<HouseStateController['state']>, told.HouseState]> = true;

it('the workbench reads of the state of the house what its door answers', () => {
  expect(AGREES).toBe(true);
});

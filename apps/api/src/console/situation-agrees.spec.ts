import { expect, it } from '@jest/globals';
import type * as told from '../../../console/src/api/situation.js';
import type { SituationController } from '../situation.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly situation: [Answer<SituationController['situation']>, told.Situation];
  readonly leadTime: [Answer<SituationController['leadTime']>, told.LeadTimeReport];
  readonly map: [Answer<SituationController['map']>, told.CityMap];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ situation: true, leadTime: true, map: true },
};

it('the workbench reads of the situation what its doors answer', () => {
  expect(Object.values(DOORS)).toEqual([true, true, true]);
});

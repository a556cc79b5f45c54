import { expect, it } from '@jest/globals';
import type * as told from '../../../console/src/api/licensed.js';
import type { LicensedController } from '../licensed.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly facts: [Answer<LicensedController['facts']>, told.LicenceFacts];
  readonly preview: [Answer<LicensedController['preview']>, told.ListAnswer];
  readonly take: [Answer<LicensedController['take']>, told.ListAnswer];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ facts: true, preview: true, take: true },
};

it('the workbench reads of lists of licences what their doors answer', () => {
  expect(Object.values(DOORS)).toEqual([true, true, true]);
});

import { expect, it } from '@jest/globals';
import type { Listed } from '../../../console/src/api/listed.js';
import type { TipDetail, TipLine } from '../../../console/src/api/tips.js';
import type { TipsController } from '../tips.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly list: [Answer<TipsController['list']>, Listed<TipLine>];
  readonly one: [Answer<TipsController['one']>, TipDetail];
  readonly review: [Answer<TipsController['review']>, TipDetail];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ list: true, one: true, review: true },
};

it('the workbench agrees with the house on what its doors to reports answer', () => {
  expect(Object.values(DOORS).every(Boolean)).toBe(true);
});

import { expect, it } from '@jest/globals';
import type * as read from '../../../console/src/api/entities.js';
import type * as parts from '../../../console/src/api/entity-parts.js';
import type { Listed } from '../../../console/src/api/listed.js';
import type { EntitiesController } from '../entities.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly list: [Answer<EntitiesController['list']>, Listed<read.EntityRow>];
  readonly choices: [Answer<EntitiesController['choices']>, read.EntityChoices];
  readonly one: [Answer<EntitiesController['one']>, read.EntityFile];
  readonly history: [Answer<EntitiesController['history']>, parts.EntityHistory];
  readonly records: [Answer<EntitiesController['records']>, parts.ListedRecords];
  readonly relations: [Answer<EntitiesController['relations']>, parts.Neighbourhood];
  readonly at: [Answer<EntitiesController['at']>, parts.EntityThen];
  readonly whyNot: [Answer<EntitiesController['whyNot']>, parts.WhyNot];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ list: true, choices: true, one: true, history: true },
  ...{ records: true, relations: true, at: true, whyNot: true },
};

it('the workbench agrees with the house on what the doors to entities answer', () => {
  expect(Object.values(DOORS).every(Boolean)).toBe(true);
});

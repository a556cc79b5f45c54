import { describe, expect, it } from '@jest/globals';
import {
  DIMENSIONS,
  dimensionName,
  elementName,
  ELEMENTS,
  FEEDS,
  feedName,
  OUTCOME_VERDICTS,
  outcomeName,
  stageName,
  ALERT_STAGES,
  tierColour,
  TIERS,
} from '@risk/domain';
import type * as read from '../../../console/src/api/entities.js';
import type * as parts from '../../../console/src/api/entity-parts.js';
import * as words from '../../../console/src/entities/entity-words.js';
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

const named = <Code extends string>(codes: readonly Code[], nameOf: (code: Code) => string) =>
  Object.fromEntries(codes.map((code) => [code, nameOf(code)]));

describe('the workbench agrees with the house on entities', () => {
  it('in what the doors answer', () => {
    expect(Object.values(DOORS).every(Boolean)).toBe(true);
  });

  it.each<[string, object, object]>([
    ['tiers', words.TIER_NAMES, named(TIERS, tierColour)],
    ['feeds', words.FEED_WORDS, named(FEEDS, feedName)],
    ['dimensions', words.DIMENSION_NAMES, named(DIMENSIONS, dimensionName)],
    ['elements', words.ELEMENT_NAMES, named(ELEMENTS, elementName)],
    ['verdicts', words.VERDICT_NAMES, named(OUTCOME_VERDICTS, outcomeName)],
    [
      'stages',
      named(ALERT_STAGES, (stage) => words.stageName(stage)),
      named(ALERT_STAGES, stageName),
    ],
  ])('in what %s are called', (_what, here, there) => {
    expect(here).toEqual(there);
  });
});

import fc from 'fast-check';
import type { Tier } from '@risk/domain';
import { hours } from '@risk/kit';
import { STEP_KINDS } from '../life/steps.js';
import type { CityOn } from './city.js';

/** Something that happens in a city. */
export type Happening = (city: CityOn) => Promise<unknown>;

const who = fc.constantFrom('1', '2', '3');
const alert = fc.constantFrom('1', '2', '3', '4');
/** Evidence, steps of people, merges, silences, floods, jumps of the clock, and the clock’s own work. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        who,
        fc.constantFrom<Tier>('none', 'blue', 'yellow', 'orange', 'red'),
        fc.constantFrom('a', 'b', 'new'),
      )
      .map(
        ([entity, tier, code]): Happening =>
          (city) =>
            city.raise(entity, tier, [code]),
      ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(alert, fc.constantFrom(...STEP_KINDS), fc.constantFrom('office', 'county'))
      .map(
        ([alertId, kind, unit]): Happening =>
          (city) =>
            city.step(kind, { alertId, unit, toUnit: 'health' }),
      ),
  },
  fc.tuple(alert, alert).map(
    ([a, b]): Happening =>
      (city) =>
        city.merge(a, b),
  ),
  alert.map(
    (id): Happening =>
      (city) =>
        city.unmerge(id),
  ),
  who.map(
    (entityId): Happening =>
      (city) =>
        city.silence({ entityId, tiers: ['yellow', 'blue'] }),
  ),
  fc.constantFrom('1', '2').map(
    (id): Happening =>
      (city) =>
        city.endSilence(id),
  ),
  fc.tuple(fc.constantFrom('1', '2'), fc.boolean()).map(
    ([id, released]): Happening =>
      (city) =>
        city.endFlood(id, released),
  ),
  fc.integer({ min: -5, max: 60 }).map((jump): Happening => (city) => {
    city.clock.advance(hours(jump));
    return Promise.resolve();
  }),
  { weight: 2, arbitrary: fc.constant<Happening>((city) => city.tick()) },
);

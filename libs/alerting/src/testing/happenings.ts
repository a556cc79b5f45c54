import fc from 'fast-check';
import type { Tier } from '@risk/domain';
import { hours } from '@risk/kit';
import { STEP_KINDS, type StepKind } from '../life/steps.js';
import type { CityOn } from './city.js';

/** Something that happens in a city. */
export type Happening = (city: CityOn) => Promise<unknown>;

const who = fc.constantFrom('1', '2', '3');
const alert = fc.constantFrom('1', '2', '3', '4');

const raising: fc.Arbitrary<Happening> = fc
  .tuple(
    who,
    fc.constantFrom<Tier>('none', 'blue', 'yellow', 'orange', 'red'),
    fc.constantFrom('a', 'b', 'new'),
  )
  .map(
    ([entity, tier, code]): Happening =>
      (city) =>
        city.raise(entity, tier, [code]),
  );

const stepping = (kinds: readonly StepKind[]): fc.Arbitrary<Happening> =>
  fc.tuple(alert, fc.constantFrom(...kinds), fc.constantFrom('office', 'county')).map(
    ([alertId, kind, unit]): Happening =>
      (city) =>
        city.step(kind, { alertId, unit, toUnit: 'health' }),
  );

const merging: fc.Arbitrary<Happening> = fc.tuple(alert, alert).map(
  ([a, b]): Happening =>
    (city) =>
      city.merge(a, b),
);

const unmerging: fc.Arbitrary<Happening> = alert.map(
  (id): Happening =>
    (city) =>
      city.unmerge(id),
);

const jumping = (min: number): fc.Arbitrary<Happening> =>
  fc.integer({ min, max: 60 }).map((jump): Happening => (city) => {
    city.clock.advance(hours(jump));
    return Promise.resolve();
  });

const ticking = fc.constant<Happening>((city) => city.tick());

/** Evidence, steps of people, merges, silences, floods, jumps of the clock, and the clock’s own work. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: raising },
  { weight: 4, arbitrary: stepping(STEP_KINDS) },
  merging,
  unmerging,
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
  jumping(-5),
  { weight: 2, arbitrary: ticking },
);

/** Alerts that are merged and taken apart again and again while units work on them; seldom is there a result. */
export const mergesAndWork: fc.Arbitrary<Happening> = fc.oneof(
  raising,
  { weight: 3, arbitrary: stepping(['acknowledged', 'answered', 'verifying', 'assigned']) },
  stepping(['refuted', 'transferred']),
  { weight: 4, arbitrary: merging },
  { weight: 3, arbitrary: unmerging },
  jumping(0),
  ticking,
);

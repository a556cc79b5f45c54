import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BulletinScope } from '@risk/domain';
import {
  asking,
  CITY,
  dayFrom,
  eventfulDay,
  everything,
  MIDNIGHT,
  type Scene,
} from '../testing/eventful-day.js';
import { PgTown } from '../testing/pg-town.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgBulletinSource } from './pg-bulletin-source.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let source: PgBulletinSource;
let town: PgTown;
beforeAll(async () => {
  db = await storeDatabase();
  source = new PgBulletinSource(db.database);
});
beforeEach(async () => {
  town = await PgTown.empty(db.database);
});
afterAll(() => db.drop());

/** What happens after the day; none of it is known at its end. */
const LATER: readonly (readonly [string, (scene: Scene) => Promise<unknown>])[] = [
  ['an upgrade with earlier deadlines', ({ b }) => town.alert(b, 'red', { regionCode: '431003' })],
  ['a tier set by a person', ({ a }) => town.decide(a, null, 'red', 'orange')],
  ['a tier taken back', ({ c }) => town.decide(c, 'red', null, 'blue')],
  ['a pause that ends', ({ second }) => town.step('resumed', { alertId: second })],
  [
    'a refutation and an upgrade that takes it up again',
    async ({ a, first }) => {
      await town.step('refuted', { alertId: first });
      await town.alert(a, 'red');
    },
  ],
  [
    'a closing',
    async ({ first }) => {
      for (const kind of ['verifying', 'confirmed', 'closed'] as const)
        await town.step(kind, { alertId: first });
    },
  ],
  ['an assignment', ({ first }) => town.step('assigned', { alertId: first, toUnit: 'county' })],
  ['alerts merged', ({ first, second }) => town.merge(second, first)],
  ['entities merged', ({ a, b }) => town.join(b, a)],
  ['entities parted that had been merged', ({ d }) => town.part(d)],
  ['a receipt', ({ given }) => town.receive(given, 'filed')],
  ['an outcome that takes the place of another', ({ a }) => town.end(a)],
  ['a complaint corrected', ({ b }) => town.hear({ id: 'changed', about: [b], reporter: 'z' })],
  ['a complaint withdrawn', () => town.hear({ id: 'changed', operation: 'withdraw' })],
  [
    'a complaint about what only an advertisement said',
    ({ b }) => town.hear({ about: [b], codes: ['a'] }),
  ],
  ['a higher return', ({ b }) => town.hear({ feed: 'advertisement', about: [b], percent: 99 })],
  ['a new index', ({ a, b }) => Promise.all([town.score(a, 'blue', 3), town.score(b, 'red', 99)])],
  [
    'duties that climb',
    () => {
      town.wait(26);
      return town.tick();
    },
  ],
  [
    'a sample that turns out to be real',
    async () => {
      const sample = await town.found('样', { sample: true });
      await town.alert(sample, 'red', { sample: true });
      await town.hear({ about: [sample] });
    },
  ],
];

describe('what was known at the end of a day', () => {
  it.each(LATER)('is not changed by %s', async (_what, happen) => {
    const scene = await eventfulDay(town);
    const scopes: BulletinScope[] = [
      CITY,
      { kind: 'region', code: '431003' },
      { kind: 'unit', code: 'county' },
      { kind: 'entity', code: scene.a },
      { kind: 'entity', code: scene.c },
    ];
    const questions = scopes.map((scope) => asking(scope));
    const told = [];
    for (const question of questions) told.push(await everything(source, question));
    const since = (scope: BulletinScope) => everything(source, asking(scope, dayFrom(MIDNIGHT, 3)));
    const calm = [await since(CITY), await since({ kind: 'entity', code: scene.a })];
    // At the very end of the day: what happens then belongs to the next one.
    town.clock.goTo('2026-11-03T00:00:00+08:00');
    await happen(scene);
    expect([await since(CITY), await since({ kind: 'entity', code: scene.a })]).not.toEqual(calm);
    town.wait(30);
    await town.tick();
    for (const [at, question] of questions.entries())
      expect(await everything(source, question)).toEqual(told[at]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Question } from '@risk/bulletins';
import type { BulletinScope, Span } from '@risk/domain';
import { Unavailable } from '@risk/kit';
import { Database } from '../database.js';
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

const MIDNIGHT = '2026-11-02T00:00:00+08:00';
const CITY: BulletinScope = { kind: 'city' };
const day = (from = MIDNIGHT, days = 1): Span => {
  const since = new Date(from);
  return { since, until: new Date(since.getTime() + days * 86_400_000) };
};
const asking = (scope: BulletinScope = CITY, span = day(), samples = false): Question => ({
  scope,
  span,
  samples,
});

/** Every method, asked the same. */
const METHODS: Readonly<Record<string, (q: Question) => Promise<unknown>>> = {
  hasReal: (q) => source.hasReal(q.span.until),
  begunAt: (q) => source.begunAt(q.samples),
  feeds: (q) => source.feeds(q, 24),
  raised: (q) => source.raised(q, 50),
  open: (q) => source.open(q),
  moves: (q) => source.moves(q, 50),
  risers: (q) => source.risers(q, 50),
  yields: (q) => source.yields(q, 10, 50),
  complained: (q) => source.complained(q, 50),
  owing: (q) => source.owing(q),
  overdue: (q) => source.overdue(q, 50),
  handOvers: (q) => source.handOvers(q, 50),
  outcomes: (q) => source.outcomes(q, 50),
  figures: (q) => source.figures(q, [q.span, day('2026-11-01T00:00:00+08:00')]),
  trend: (q) => source.trend(q, 3),
};
const all = async (q: Question): Promise<Record<string, unknown>> => {
  const told: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(METHODS)) told[name] = await ask(q);
  return told;
};

/** A day on which everything happens that can be told, to two firms in two counties. */
async function eventfulDay() {
  town.clock.goTo('2026-11-01T10:00:00+08:00');
  const [a, b, c] = [
    await town.found('甲'),
    await town.found('乙', { regionCode: '431003' }),
    await town.found('丙'),
  ];
  await town.hear({ about: [a], reporter: 'p', codes: ['a'] });
  const before = await town.alert(c, 'blue');

  town.clock.goTo('2026-11-02T09:00:00+08:00');
  await town.hear({ about: [a], reporter: 'p', codes: ['a'] });
  await town.hear({ about: [a], id: 'changed', reporter: 'q' });
  await town.hear({
    feed: 'advertisement',
    about: [b],
    percent: 18,
    region: '431003',
    hoursOld: 30,
  });
  await town.spoil('complaint-desk');
  const first = await town.alert(a, 'orange');
  const second = await town.alert(b, 'yellow', { regionCode: '431003' });
  await town.alert(c, 'yellow');
  town.wait(1);
  await town.step('acknowledged', { alertId: first });
  const given = await town.handOver(first);
  await town.receive(given.id, 'material');
  await town.end(a, { verdict: 'transferred', scheme: null });
  await town.step('paused', { alertId: second });
  await town.decide(c, null, 'red', 'yellow');
  town.wait(4);
  await town.tick();
  return { a, b, c, first, second, before, given: given.id };
}

type Scene = Awaited<ReturnType<typeof eventfulDay>>;

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
  [
    'entities merged and parted',
    async ({ a, c }) => {
      await town.join(c, a);
      town.wait(1);
      await town.part(c);
    },
  ],
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
  ['duties that climb', () => town.tick()],
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
    const scene = await eventfulDay();
    const scopes: BulletinScope[] = [
      CITY,
      { kind: 'region', code: '431003' },
      { kind: 'unit', code: 'county' },
      { kind: 'entity', code: scene.a },
      { kind: 'entity', code: scene.c },
    ];
    const asked = scopes.map((scope) => asking(scope));
    const told = [];
    for (const q of asked) told.push(await all(q));
    // At the very end of the day: what happens then belongs to the next one.
    town.clock.goTo('2026-11-03T00:00:00+08:00');
    await happen(scene);
    town.wait(30);
    await town.tick();
    for (const [at, q] of asked.entries()) expect(await all(q)).toEqual(told[at]);
  });

  it('is told by every method', async () => {
    await eventfulDay();
    const told = await all(asking());
    process.stderr.write(JSON.stringify(told, null, 1));
  });
});

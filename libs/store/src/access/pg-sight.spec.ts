import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Sighted } from '@risk/access';
import { WHOLE_CITY, type Sight } from '@risk/domain';
import { SightedCity, type SightedAlert } from '../testing/sighted-city.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgSight } from './pg-sight.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let city: SightedCity;
let sight: PgSight;
beforeAll(async () => {
  db = await storeDatabase();
  city = await SightedCity.empty(db.database);
  sight = new PgSight(db.database);
});
afterAll(() => db.drop());

const [HERE, THERE] = ['431002', '431003'];
const EYES = {
  city: WHOLE_CITY,
  scj: { units: ['scj'], regions: 'all' },
  gaj: { units: ['gaj'], regions: 'all' },
  here: { units: 'all', regions: [HERE] },
  there: { units: 'all', regions: [THERE] },
  nobody: { units: [], regions: 'all' },
  nowhere: { units: 'all', regions: [] },
  'scj here': { units: ['scj'], regions: [HERE] },
} as const satisfies Record<string, Sight>;
type Eyes = keyof typeof EYES;

/** Who of all sees a thing. */
async function seersOf(kind: Sighted, id: string): Promise<Eyes[]> {
  const all = Object.entries(EYES) as [Eyes, Sight][];
  const seen = await Promise.all(all.map(([, eyes]) => sight.sees(kind, id, eyes)));
  return all.filter((_, at) => seen[at]).map(([name]) => name);
}

const TOLD: Partial<SightedAlert> = { region: HERE, told: ['scj'] };
const OWED: Partial<SightedAlert> = { region: HERE, owed: ['scj'] };
const UNTOLD: Partial<SightedAlert> = { region: HERE };
const BOUNDLESS: Partial<SightedAlert> = { told: ['scj'] };
const of = (make: (alertId: string) => Promise<string>, alert: Partial<SightedAlert>) => async () =>
  make(await city.alert(alert));

/** What lies about an alert is seen by whoever sees the alert. */
const ABOUT_ALERT: readonly [string, Partial<SightedAlert>, Eyes[]][] = [
  ['a unit was told of', TOLD, ['city', 'scj', 'here', 'scj here']],
  ['a unit owes something for', OWED, ['city', 'scj', 'here', 'scj here']],
  ['nobody was told of', UNTOLD, ['city', 'here']],
  ['of no region', BOUNDLESS, ['city', 'scj']],
];

describe.each<[Sighted, (alertId: string) => Promise<string>]>([
  ['alert', (id) => Promise.resolve(id)],
  ['verification', (id) => city.verification(id)],
  ['attachment', (id) => city.attachment(id)],
  ['letter', (id) => city.letter(id)],
])('%s', (kind, make) => {
  it.each(ABOUT_ALERT)('of an alert %s', async (_what, alert, seers) => {
    expect(await seersOf(kind, await of(make, alert)())).toEqual(seers);
  });
});

describe('entity', () => {
  it.each(ABOUT_ALERT)('with an alert %s', async (_what, alert, seers) => {
    const entity = await city.entity();
    await city.alert(alert, entity);
    expect(await seersOf('entity', entity)).toEqual(seers);
  });

  it('without an alert is seen by the whole city alone', async () => {
    expect(await seersOf('entity', await city.entity())).toEqual(['city']);
  });

  it('is seen with every part of it, whichever has the alert', async () => {
    const root = await city.entity();
    const [one, other, stranger] = [
      await city.entity(root),
      await city.entity(root),
      await city.entity(),
    ];
    await city.alert(TOLD, one);
    const seen = await sight.among('entity', [root, one, other, stranger], EYES.scj);
    expect(seen).toEqual(new Set([root, one, other]));
  });
});

describe.each<[Sighted, string, () => Promise<string>, Eyes[]]>([
  ['record', 'of a region', () => city.record(HERE), ['city', 'here']],
  ['record', 'of no region', () => city.record(null), ['city']],
  ['notice', 'to a unit', of((id) => city.notice('gaj', id), TOLD), ['city', 'gaj', 'here']],
  ['notice', 'of no region', of((id) => city.notice('gaj', id), BOUNDLESS), ['city', 'gaj']],
  ['notice', 'about no alert', () => city.notice('gaj', null), ['city', 'gaj']],
  [
    'handover',
    'to the police',
    of((id) => city.handover(id, 'gaj'), TOLD),
    ['city', 'gaj', 'here'],
  ],
  ['handover', 'of no region', of((id) => city.handover(id, 'gaj'), BOUNDLESS), ['city', 'gaj']],
  ['meeting', 'of a unit', () => city.meeting(['jrb', 'scj']), ['city', 'scj']],
  ['meeting', 'of the office', () => city.meeting(['jrb']), ['city']],
  ['task', 'of a unit', () => city.task('scj'), ['city', 'scj']],
  ['task', 'about an alert', of((id) => city.task('scj', id), UNTOLD), ['city', 'scj']],
  ['tip', 'of a region', () => city.tip(HERE), ['city', 'here']],
  ['tip', 'of no region', () => city.tip(null), ['city']],
  ['bulletin', 'of the city', () => city.bulletin('city'), ['city']],
  ['bulletin', 'of a unit', () => city.bulletin('unit:scj'), ['city', 'scj']],
  ['bulletin', 'of a region', () => city.bulletin(`region:${HERE}`), ['city', 'here']],
  ['bulletin', 'of a unit, not issued yet', () => city.bulletin('unit:scj', 'reviewed'), ['city']],
  [
    'bulletin',
    'of a region, not issued yet',
    () => city.bulletin(`region:${HERE}`, 'draft'),
    ['city', 'here'],
  ],
  ['bulletin', 'sent to a unit', () => sent('city', 'issued'), ['city', 'gaj']],
  ['bulletin', 'sent to a unit and withdrawn', () => sent('city', 'withdrawn'), ['city', 'gaj']],
])('%s', (kind, what, make, seers) => {
  it(what, async () => {
    expect(await seersOf(kind, await make())).toEqual(seers);
  });
});

async function sent(scope: string, state: string): Promise<string> {
  const id = await city.bulletin(scope, state);
  await city.notice('gaj', null, id);
  return id;
}

describe('what is asked about', () => {
  it('is told apart in one question', async () => {
    const [told, untold] = [await city.alert(TOLD), await city.alert(UNTOLD)];
    expect(await sight.among('alert', [told, untold, '987654'], EYES.scj)).toEqual(new Set([told]));
    expect(await sight.among('alert', [], EYES.scj)).toEqual(new Set());
  });

  it('and is not there is not seen', async () => {
    expect(await sight.sees('alert', '987654', EYES.scj)).toBe(false);
    expect(await sight.sees('alert', '987654', EYES.here)).toBe(false);
  });

  it('does not matter to whoever sees the whole city', async () => {
    expect(await sight.sees('alert', 'x', WHOLE_CITY)).toBe(true);
  });
});

/** The rule of sight once more, plainly. */
const twin = ({ region, told, owed }: SightedAlert, { units, regions }: Sight): boolean =>
  (units === 'all' || [...told, ...owed].some((unit) => units.includes(unit))) &&
  (regions === 'all' || (region !== null && regions.includes(region)));

describe('alerts of any small world', () => {
  const UNITS = ['scj', 'gaj', 'jyj'];
  const someUnits = fc.subarray(UNITS);
  const alert = fc.record({
    region: fc.constantFrom(null, HERE, THERE),
    told: someUnits,
    owed: someUnits,
  });
  const eyes = fc.record({
    units: fc.oneof(fc.constant('all' as const), someUnits),
    regions: fc.oneof(fc.constant('all' as const), fc.subarray([HERE, THERE])),
  });

  it('are seen as the rule says, and so are their entities', async () => {
    const world = fc.array(alert, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.array(eyes, { minLength: 1, maxLength: 6 }),
        async (alerts, all) => {
          const entities: string[] = [];
          const ids: string[] = [];
          for (const one of alerts) {
            entities.push(await city.entity());
            ids.push(await city.alert(one, entities.at(-1)));
          }
          for (const one of all) {
            const isSeen = alerts.map((what) => twin(what, one));
            const expected = (of: string[]) => new Set(of.filter((_, at) => isSeen[at]));
            expect(await sight.among('alert', ids, one)).toEqual(expected(ids));
            expect(await sight.among('entity', entities, one)).toEqual(expected(entities));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

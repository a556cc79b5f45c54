import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AlertTier, OutcomeVerdict } from '@risk/domain';
import { chinaDay } from '@risk/kit';
import { NOTHING_OPEN } from './testing/nothing-open.js';
import { measureOutcomes, reasonPrecisions } from './measure-outcomes.js';
import type { AlertedCase, KnownOutcome, OpenCases } from './ports.js';
import { quantileOf, shareOf } from './statistics.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const noon = (day: string): Date => new Date(`${day}T12:00:00+08:00`);
const ended = (
  verdict: OutcomeVerdict,
  exposedOn: string | null = null,
  more: Partial<KnownOutcome> = {},
): KnownOutcome => ({ verdict, exposedOn, losses: null, people: null, ...more });

let number = 0;
/** An alert on an entity. */
const alerted = (
  entityId: string,
  outcome: KnownOutcome | null,
  more: Partial<AlertedCase> = {},
): AlertedCase => ({
  alertId: String(++number),
  entityId,
  raisedAt: noon('2026-06-01'),
  byPerson: false,
  tier: 'orange',
  handedOver: false,
  outcome,
  ...more,
});

const measured = (
  period: typeof YEAR,
  list: readonly AlertedCase[],
  unalerted: Parameters<typeof measureOutcomes>[2] = [],
  open = NOTHING_OPEN,
) => measureOutcomes(period, list, unalerted, open);

describe('Wilson’s interval', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  it.each([
    [81, 263, 0.308, 0.2553, 0.3662],
    [15, 148, 0.1014, 0.0624, 0.1605],
    [0, 20, 0, 0, 0.1611],
    [1, 29, 0.0345, 0.0061, 0.1718],
  ])('%i of %i', (hits, n, value, low, high) => {
    const share = shareOf(hits, n);
    expect(share.value).toBeCloseTo(value, 4);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it('holds the share, lies between 0 and 1, mirrors, and narrows with more cases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, some) => {
        const hits = some % (n + 1);
        const { value, low, high } = shareOf(hits, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(value).toBeGreaterThanOrEqual(low - 1e-12);
        expect(value).toBeLessThanOrEqual(high + 1e-12);
        const mirrored = shareOf(n - hits, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
        const more = shareOf(hits * 3, n * 3);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  it('of nothing knows nothing', () => {
    expect(shareOf(0, 0)).toEqual({ value: null, n: 0, low: 0, high: 1 });
  });
});

describe('quantiles', () => {
  it.each([
    [[], 0.5, null],
    [[7], 0.25, 7],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[-5, 10, 40], 0.75, 25],
  ])('%j at %d', (list, part, value) => {
    expect(quantileOf(list, part)).toBe(value);
  });
});

const isCounted = ({ byPerson, raisedAt }: AlertedCase): boolean =>
  !byPerson && raisedAt.getUTCFullYear() === 2026;

/** The plain twin: walks through the list and counts. */
function countedOneByOne(list: readonly AlertedCase[]) {
  const firstOf = new Map<string, AlertedCase>();
  let [alerts, confirmedAlerts, n, negative] = [0, 0, 0, 0];
  for (const one of list) {
    const first = firstOf.get(one.entityId);
    if (!first || one.raisedAt < first.raisedAt) firstOf.set(one.entityId, one);
    if (!isCounted(one)) continue;
    alerts += 1;
    confirmedAlerts += Number(one.outcome?.verdict === 'confirmed');
  }
  for (const first of firstOf.values()) {
    const exposedOn = first.outcome?.exposedOn;
    if (first.byPerson || !exposedOn?.startsWith('2026')) continue;
    n += 1;
    if (first.raisedAt.toISOString().slice(0, 10) > exposedOn) negative += 1;
  }
  return { alerts, confirmedAlerts, leadTime: { n, negative } };
}

describe('a report', () => {
  const report = measured(
    YEAR,
    [
      alerted('1', ended('confirmed', '2026-07-01')),
      alerted('1', ended('confirmed', '2026-07-01'), { raisedAt: noon('2026-06-20') }),
      alerted('2', ended('refuted')),
      alerted('3', ended('confirmed', '2026-05-22')),
      alerted('4', ended('transferred')),
      alerted('5', null),
      alerted('6', ended('confirmed')),
      alerted('7', ended('confirmed', '2026-09-01'), { byPerson: true }),
      alerted('8', ended('confirmed', '2026-12-31'), { raisedAt: noon('2025-12-31') }),
    ],
    [{ entityId: '9', outcome: ended('confirmed', '2026-03-03') }],
  );

  it('counts how alerts ended', () => {
    expect(report.overall).toMatchObject({ alerts: 7, confirmed: 4, refuted: 1, undecided: 2 });
  });

  it('leaves out what people raised and what lies outside of the period, and says so', () => {
    expect(report).toMatchObject({ alerts: 7, byPerson: 1 });
  });

  it('divides alerts by confirmed cases, each entity one', () => {
    expect(report.confirmedCases).toBe(3);
    expect(report.alertsPerConfirmedCase).toBeCloseTo(7 / 3);
    expect(measured(YEAR, [alerted('1', null)]).alertsPerConfirmedCase).toBeNull();
  });

  it('measures lead time from the first alert, counts what came too late and what is not known', () => {
    expect(report.leadTime).toEqual({
      median: 30,
      lowerQuartile: 10,
      upperQuartile: 197.5,
      n: 3,
      negative: 1,
      unknown: 1,
      missed: 1,
    });
  });

  it('counts a case into the period in which it came to light, whenever it was alerted first', () => {
    const case1 = ended('confirmed', '2027-01-05');
    const list = [
      alerted('1', case1, { raisedAt: noon('2026-11-01') }),
      alerted('1', case1, { raisedAt: noon('2027-01-03') }),
    ];
    const next = { from: '2027-01-01', to: '2027-12-31' };
    expect(measured(YEAR, list).leadTime).toMatchObject({ n: 0, unknown: 0 });
    expect(measured(next, list).leadTime).toMatchObject({ n: 1, median: 65 });
  });

  it('agrees with counting one by one', () => {
    const verdict = fc.constantFrom<OutcomeVerdict | null>(
      null,
      'confirmed',
      'refuted',
      'administrative',
      'transferred',
    );
    const some = fc.array(
      fc.record({
        entity: fc.constantFrom('1', '2', '3', '4'),
        day: fc.integer({ min: 0, max: 500 }),
        byPerson: fc.boolean(),
        tier: fc.constantFrom<AlertTier>('red', 'orange', 'yellow', 'blue'),
      }),
      { maxLength: 12 },
    );
    const verdicts = fc.tuple(verdict, verdict, verdict, verdict);
    fc.assert(
      fc.property(some, verdicts, fc.integer({ min: -50, max: 450 }), (drawn, ends, exposed) => {
        const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n, 4));
        const exposedOn = day(exposed).toISOString().slice(0, 10);
        const list = drawn.map((d) => {
          const end = ends[Number(d.entity) - 1] ?? null;
          const known = end && ended(end, end === 'refuted' ? null : exposedOn);
          const raisedAt = day(d.day);
          return alerted(d.entity, known, { raisedAt, byPerson: d.byPerson, tier: d.tier });
        });
        const report = measured(YEAR, list);

        const { confirmedAlerts, ...counted } = countedOneByOne(list);
        expect(report).toMatchObject(counted);
        expect(report.overall.confirmed).toBe(confirmedAlerts);

        // Whether alerts of which nothing is known are told one by one or counted, it is the same report.
        const isOpen = ({ outcome, handedOver }: AlertedCase) => outcome === null && !handedOver;
        const told = list.filter((one) => !isOpen(one));
        expect(measured(YEAR, told, [], countOf(list.filter(isOpen)))).toEqual(report);
      }),
    );
  });
});

function countOf(list: readonly AlertedCase[]): OpenCases {
  const inYear = list.filter(({ raisedAt }) => chinaDay(raisedAt).startsWith('2026'));
  const its = inYear.filter(({ byPerson }) => !byPerson);
  const tier = (name: string) => its.filter((one) => one.tier === name).length;
  return {
    byPerson: inYear.length - its.length,
    tiers: {
      ...{ red: tier('red'), orange: tier('orange') },
      ...{ yellow: tier('yellow'), blue: tier('blue') },
    },
    entities: new Set(its.map(({ entityId }) => entityId)).size,
  };
}

describe('how right codes were', () => {
  const tally = (code: string, alerts: number, confirmed: number, refuted: number) => ({
    ...{ code, engine: 'keywords' as const, alerts, confirmed, refuted },
  });

  it('is told of what was decided, of the most alerts first, of equals by name', () => {
    const told = reasonPrecisions([
      tally('b', 1, 0, 0),
      tally('guarantee', 5, 3, 1),
      tally('a', 1, 1, 0),
    ]);
    expect(told).toMatchObject([
      { code: 'guarantee', alerts: 5, confirmed: 3, refuted: 1, undecided: 1, n: 4, value: 0.75 },
      { code: 'a', undecided: 0, value: 1 },
      { code: 'b', undecided: 1, value: null },
    ]);
  });

  it('takes a code that no record knows for a rule about the whole', () => {
    const [one] = reasonPrecisions([{ ...tally('E1', 1, 0, 0), engine: null }]);
    expect(one?.engine).toBe('rules');
  });
});

describe('figures of the life of a case', () => {
  const of = (
    list: readonly AlertedCase[],
    unalerted: Parameters<typeof measureOutcomes>[2] = [],
  ) => measured(YEAR, list, unalerted);

  it('tell precision by tier, also of tiers that never alerted', () => {
    const { tiers } = of([
      alerted('1', ended('confirmed'), { tier: 'red' }),
      alerted('2', ended('refuted'), { tier: 'red' }),
      alerted('3', null, { tier: 'blue' }),
    ]);
    expect(tiers.map((t) => [t.tier, t.alerts, t.value, t.undecided])).toEqual([
      ['red', 2, 0.5, 0],
      ['orange', 0, null, 0],
      ['yellow', 0, null, 0],
      ['blue', 1, null, 1],
    ]);
  });

  it.each<[string, KnownOutcome | null, boolean, string]>([
    ['settled administratively', ended('administrative'), false, 'hit'],
    ['settled after the police declined or not', ended('administrative'), true, 'hit'],
    ['transferred', ended('transferred'), false, 'miss'],
    ['confirmed and handed over', ended('confirmed'), true, 'miss'],
    ['handed over before any finding', null, true, 'miss'],
    ['confirmed, nobody says what came of it', ended('confirmed'), false, 'unknown'],
    ['without enough evidence', ended('insufficient'), false, 'undecided'],
    ['without an outcome', null, false, 'undecided'],
    ['refuted', ended('refuted'), true, 'none'],
  ])('count what was %s', (_name, outcome, handedOver, side) => {
    const { settled } = of([alerted('1', outcome, { handedOver })]);
    const { hits, n, unknown, undecided } = settled;
    expect({ hits, miss: n - hits, unknown, undecided }).toEqual({
      hits: Number(side === 'hit'),
      miss: Number(side === 'miss'),
      unknown: Number(side === 'unknown'),
      undecided: Number(side === 'undecided'),
    });
  });

  it('count an entity once, however many alerts it had', () => {
    const twice = [alerted('1', ended('administrative')), alerted('1', ended('administrative'))];
    expect(of(twice).settled).toMatchObject({ hits: 1, n: 1 });
  });

  it.each<[number | null, number | null, 'hit' | 'miss' | 'unknown']>([
    [9_999_999.99, 99, 'hit'],
    [10_000_000, 99, 'miss'],
    [0, 100, 'miss'],
    [20_000_000, null, 'miss'],
    [null, 100, 'miss'],
    [1, null, 'unknown'],
    [null, 1, 'unknown'],
    [null, null, 'unknown'],
  ])('%s yuan and %s people: %s', (losses, people, side) => {
    const outcome = ended('confirmed', null, { losses, people });
    for (const { small } of [of([alerted('1', outcome)]), of([], [{ entityId: '1', outcome }])])
      expect([small.hits, small.n - small.hits, small.unknown]).toEqual(
        ['hit', 'miss', 'unknown'].map((one) => Number(one === side)),
      );
  });
});

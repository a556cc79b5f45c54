import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SpanFigures } from '@risk/bulletins';
import { FEEDS, OUTCOME_VERDICTS, TIERS, type Span, type Tier } from '@risk/domain';
import { chinaDay, days, hours } from '@risk/kit';
import fc from 'fast-check';
import { CITY } from '../testing/eventful-day.js';
import { PgTown } from '../testing/pg-town.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgBulletinSource } from './pg-bulletin-source.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let source: PgBulletinSource;
beforeAll(async () => {
  db = await storeDatabase();
  source = new PgBulletinSource(db.database);
});
afterAll(() => db.drop());

const BEGIN = Date.parse('2026-11-01T16:00:00+08:00');
const momentAt = (hour: number): Date => new Date(BEGIN + hours(hour));

/** Whole hours, so that much happens at the very ends of spans. */
const hour = fc.integer({ min: 0, max: 80 });
const tier = fc.constantFrom(...TIERS);
const happening = fc.record({
  records: fc.array(fc.record({ feed: fc.constantFrom(...FEEDS), at: hour })),
  alerts: fc.array(
    fc.record({
      at: hour,
      tier,
      moves: fc.array(
        fc.record({
          kind: fc.constantFrom('upgraded', 'lowered', 'differs', 'acknowledged'),
          after: fc.nat(30),
          tier,
        }),
        { maxLength: 4 },
      ),
      decisions: fc.array(fc.record({ at: hour, tier: fc.option(tier) }), { maxLength: 2 }),
      given: fc.array(hour, { maxLength: 2 }),
      outcomes: fc.array(fc.record({ at: hour, verdict: fc.constantFrom(...OUTCOME_VERDICTS) }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 12 },
  ),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;
type OneAlert = Happening['alerts'][number];

const cut = fc.tuple(hour, hour).map(([a, b]) => ({
  since: momentAt(Math.min(a, b)),
  until: momentAt(Math.max(a, b)),
}));

/** Everything in the tables, each alert about an entity of its own; lines of logs in the order of time. */
async function write({ records, alerts }: Happening): Promise<void> {
  await PgTown.empty(db.database);
  const rows = (sql: string, told: readonly object[]) =>
    db.database.rows(sql, [JSON.stringify(told)]);
  await rows(
    `insert into record (feed, source, source_id, fingerprint, occurred_at, received_at, day, operation, door,
       origin, changes, related, payload, secret, sample, current)
     select feed, 'desk', gen_random_uuid(), gen_random_uuid(), at, at, '2026-11-01', 'upsert', 'api', '{}', 0,
       '{}', '{}', false, false, true
     from jsonb_to_recordset($1) as t (feed text, at timestamptz)`,
    records.map(({ feed, at }) => ({ feed, at: momentAt(at) })),
  );
  const numbered = alerts.map((alert, n) => ({ ...alert, id: n + 1, raised: momentAt(alert.at) }));
  await rows(
    `insert into entity (id, root_id, identity, name, folded_name, provisional, founded_at, sample)
     overriding system value
     select id, id, id::text, '甲', '甲', true, raised, false
     from jsonb_to_recordset($1) as t (id bigint, raised timestamptz)`,
    numbered,
  );
  await rows(
    `insert into alert (id, entity_id, entity_name, status, tier, index, raised_at, changed_at, revision, sample)
     overriding system value
     select id, id, '甲', 'open', 'none', '{}', raised, raised, 1, false
     from jsonb_to_recordset($1) as t (id bigint, raised timestamptz)`,
    numbered,
  );
  await rows(
    `insert into alert_change (alert_id, kind, to_tier, at, news)
     select id, kind, tier, at, '{}'
     from jsonb_to_recordset($1) as t (id bigint, kind text, tier text, at timestamptz)`,
    numbered.flatMap((alert) => logOf(alert).map((line) => ({ ...line, id: alert.id }))),
  );
  await rows(
    `insert into tier_decision (entity_id, from_tier, to_tier, decided_by, because, decided_at, model_tier,
       model_score, versions)
     select id, 'red', tier, '张', '核实', at, 'red', 1, '{}'
     from jsonb_to_recordset($1) as t (id bigint, tier text, at timestamptz)`,
    numbered.flatMap(({ id, decisions }) => inTime(decisions).map((one) => ({ ...one, id }))),
  );
  await rows(
    `insert into handover (alert_id, facts, package_name, package_size, sha256, sm3, to_unit, duty_id, due_at,
       made_by, approver, made_at)
     select id, '{}', 'x', 1, repeat('a', 64), repeat('a', 64), 'gaj', 1, at, '张', '刘', at
     from jsonb_to_recordset($1) as t (id bigint, at timestamptz)`,
    numbered.flatMap(({ id, given }) => given.map((at) => ({ id, at: momentAt(at) }))),
  );
  await rows(
    `insert into outcome (entity_id, verdict, scheme, decided_by, because, decided_at)
     select id, verdict, 'other', '张', '函', at
     from jsonb_to_recordset($1) as t (id bigint, verdict text, at timestamptz)`,
    numbered.flatMap(({ id, outcomes }) => inTime(outcomes).map((one) => ({ ...one, id }))),
  );
}

/** In the order of time, with moments for hours. */
const inTime = <T extends { readonly at: number }>(
  some: readonly T[],
): (Omit<T, 'at'> & { readonly at: Date })[] =>
  some.toSorted((a, b) => a.at - b.at).map((one) => ({ ...one, at: momentAt(one.at) }));

const logOf = ({ at, tier: first, moves }: OneAlert) => [
  { kind: 'raised', tier: first, at: momentAt(at) },
  ...inTime(moves.map(({ kind, after, tier: to }) => ({ kind, tier: to, at: at + after }))),
];

const isIn = (span: Span, at: Date): boolean => at >= span.since && at < span.until;

/** The tier that counted before a moment: a person's while it stands, else what the log says. */
function tierBefore(alert: OneAlert, until: Date): Tier {
  const person = inTime(alert.decisions).findLast(({ at }) => at < until)?.tier;
  const lines = logOf(alert).filter((line) => line.at < until && line.kind !== 'differs');
  return person ?? lines.at(-1)!.tier;
}

const counted = <T extends string>(keys: readonly T[]): Partial<Record<T, number>> => {
  const counts: Partial<Record<T, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

/** The same figures, counted one by one. */
function figuresByHand({ records, alerts }: Happening, span: Span): SpanFigures {
  const moves = alerts
    .filter(({ at }) => momentAt(at) < span.since)
    .flatMap((alert) => logOf(alert).filter(({ at }) => isIn(span, at)));
  const ends = alerts.flatMap(({ outcomes }) => {
    const last = inTime(outcomes).findLast(({ at }) => at < span.until);
    return last && last.at >= span.since ? [last.verdict] : [];
  });
  const came = records.filter(({ at }) => isIn(span, momentAt(at)));
  const raised = alerts.filter(({ at }) => isIn(span, momentAt(at)));
  const count = (all: readonly string[], one: string) => all.filter((key) => key === one).length;
  const kinds = moves.map(({ kind }) => kind);
  return {
    records: {
      ...{ registration: 0, complaint: 0, advertisement: 0 },
      ...counted(came.map(({ feed }) => feed)),
    },
    raised: counted(raised.map((alert) => tierBefore(alert, span.until))),
    upgraded: count(kinds, 'upgraded'),
    lowered: count(kinds, 'lowered'),
    handedOver: alerts.flatMap(({ given }) => given).filter((at) => isIn(span, momentAt(at)))
      .length,
    confirmed: count(ends, 'confirmed'),
    refuted: count(ends, 'refuted'),
  };
}

function trendByHand({ alerts }: Happening, until: Date, length: number) {
  const last = until.getTime() - 1;
  const listed = Array.from({ length }, (_, n) => chinaDay(new Date(last - days(length - 1 - n))));
  return listed.map((day) => {
    const raised = alerts.filter(
      ({ at }) => momentAt(at) < until && chinaDay(momentAt(at)) === day,
    );
    return { day, raised: counted(raised.map((alert) => tierBefore(alert, until))) };
  });
}

const asking = { scope: CITY, samples: false };
const RUNS = { numRuns: 12 };

describe('figures', () => {
  it('are those that one gets by counting, for each span as of its own end', async () => {
    await fc.assert(
      fc.asyncProperty(happening, fc.array(cut, { maxLength: 4 }), async (happened, spans) => {
        await write(happened);
        const told = await source.figures(asking, spans);
        expect(told).toEqual(spans.map((span) => figuresByHand(happened, span)));
      }),
      RUNS,
    );
  });

  it('of spans that follow each other add up', async () => {
    await fc.assert(
      fc.asyncProperty(happening, cut, hour, async (happened, { since, until }, middle) => {
        await write(happened);
        const between = new Date(
          Math.min(Math.max(momentAt(middle).getTime(), since.getTime()), until.getTime()),
        );
        const [first, second, whole] = await source.figures(asking, [
          { since, until: between },
          { since: between, until },
          { since, until },
        ]);
        const sums = ({ records, raised, handedOver }: SpanFigures) => [
          ...FEEDS.map((feed) => records[feed]),
          Object.values(raised).reduce((sum, n) => sum + n, 0),
          handedOver,
        ];
        expect(sums(first!).map((n, at) => n + sums(second!)[at]!)).toEqual(sums(whole!));
      }),
      RUNS,
    );
  });
});

describe('the trend', () => {
  it('is what one gets by counting the days of China, also when the last one is not over', async () => {
    await fc.assert(
      fc.asyncProperty(
        happening,
        hour,
        fc.integer({ min: 1, max: 5 }),
        async (happened, end, n) => {
          await write(happened);
          const until = momentAt(end);
          const told = await source.trend({ ...asking, span: { since: until, until } }, n);
          expect(told).toEqual(trendByHand(happened, until, n));
        },
      ),
      RUNS,
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  Assessing,
  promisesOfAssessing,
  type Heard,
} from '../../assessment/src/testing/assessing.contract.js';
import { NOW, daysAgo, feedRecord, mention, signal } from '../../assessment/src/testing/judged.js';
import { memoryBed } from '../../assessment/src/testing/knowledge-bed.js';
import type { EntityState } from '@risk/assessment';
import type { Feed } from '@risk/domain';
import { uniqueBy } from '@risk/kit';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
const open = () => emptyPgBed(db.database);
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

describe('assessing over PostgreSQL', () => {
  promisesOfAssessing(open);
});

describe('two batches at the same time', () => {
  it('that name the same strangers found them once and count both', async () => {
    const desk = new Assessing(await open());
    const names = Array.from({ length: 20 }, (_, n) => mention([`uscc:${n}`]));
    const say = (sourceId: string, mentions: typeof names) =>
      desk.complaint(sourceId, {}, { mentions, signals: [signal(sourceId)] });
    await Promise.all([say('x', names), say('y', [...names].reverse())]);
    const ids = (await db.database.rows<{ id: string }>('select id from entity')).map((r) => r.id);
    expect(ids).toHaveLength(20);
    for (const id of ids) expect(await desk.story.counting(id)).toEqual({ x: 40, y: 40 });
    const scores = await db.database.rows('select distinct score from entity');
    expect(scores).toEqual([{ score: 80 }]);
  });
});

const KEYS = [
  ['name:甲'],
  ['name:甲', 'phone:1'],
  ['uscc:A', 'name:甲'],
  ['uscc:B', 'name:乙'],
  ['name:乙', 'website:b.example'],
  ['website:b.example'],
  ['phone:1'],
];

/** A record about some of a few parties, one of a few pieces. */
const heard: fc.Arbitrary<Heard> = fc
  .record({
    feed: fc.constantFrom<Feed>('complaint', 'complaint', 'advertisement', 'registration'),
    sourceId: fc.constantFrom('1', '2', '3', '4', '5'),
    source: fc.constantFrom('desk', 'sample-desk'),
    days: fc.integer({ min: 0, max: 100 }),
    operation: fc.constantFrom('upsert', 'upsert', 'upsert', 'withdraw'),
    related: fc.subarray(['1', '2', '3', '4', '5'], { maxLength: 2 }),
    reporterKey: fc.constantFrom(null, null, 'p', 'q'),
    amount: fc.constantFrom(undefined, 100, 2500.5),
    text: fc.nat(3),
    parties: fc.uniqueArray(fc.nat(KEYS.length - 1), { maxLength: 2 }),
    role: fc.constantFrom('target', 'publisher'),
    codes: fc.subarray(['u', 'v', 'w']),
    weight: fc.constantFrom(0, 8, 40),
  })
  .map((p) => {
    const isSubject = p.feed === 'registration';
    const changes = isSubject ? { changes: [{ field: '住所' }] } : {};
    const record = feedRecord(p.feed, p.sourceId, {
      source: `${p.source}-${p.feed}`,
      occurredAt: daysAgo(p.days),
      operation: p.operation as 'upsert',
      related: p.feed === 'complaint' ? p.related.filter((id) => id !== p.sourceId) : [],
      reporterKey: p.reporterKey,
      payload: { text: `${p.text}`, ...(p.amount && { amount: p.amount }), ...changes },
    });
    return {
      record,
      mentions: p.parties.map((at) =>
        mention(KEYS[at]!, { role: isSubject ? 'subject' : (p.role as 'target') }),
      ),
      signals: p.codes.map((code) => signal(code, { weight: p.weight })),
    };
  });

/** A state without what may differ: ids of one store, the last bits of numbers, the order of lists. */
function comparable({ entityId: _id, signals, quotes, feeds, ...state }: EntityState) {
  const round = (n: number): number => Math.round(n * 100) / 100;
  return {
    ...state,
    formerScore: round(state.formerScore),
    feeds: [...feeds].sort(),
    quotes: [...quotes].sort(),
    signals: signals.map((s) => ({ ...s, weight: round(s.weight), because: null })),
  };
}

describe('the store in memory and PostgreSQL', () => {
  it('come to the same, whatever comes in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(heard, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        async (batches) => {
          const desks = [new Assessing(memoryBed()), new Assessing(await open())];
          for (const batch of oncePerPiece(batches))
            for (const desk of desks) await desk.hear(...batch);
          const [twin, real] = await Promise.all(desks.map(everybody));
          expect(real).toEqual(twin);
        },
      ),
      { numRuns: 40, interruptAfterTimeLimit: 15_000 },
    );
  });
});

/** As the intake does it: no second delivery, and one version of a piece in force in each batch. */
function oncePerPiece(batches: readonly (readonly Heard[])[]): Heard[][] {
  const delivered = new Set<string>();
  return batches.map((batch) =>
    uniqueBy(batch, ({ record }) => `${record.source}/${record.sourceId}`).filter(({ record }) => {
      const isFirst = !delivered.has(record.fingerprint);
      delivered.add(record.fingerprint);
      return isFirst;
    }),
  );
}

async function everybody({ bed, story }: Assessing) {
  const roots = await story.rootsOf(...Array.from({ length: 60 }, (_, n) => String(n + 1)));
  const states = await bed.work.run((tx) => bed.entities.statesOf(tx, roots, NOW));
  const told = states.map((state) => JSON.stringify(comparable(state)));
  return told.sort().map((state) => JSON.parse(state) as unknown);
}

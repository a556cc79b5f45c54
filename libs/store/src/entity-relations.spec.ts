import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityFacts, ToldTies } from '@risk/domain';
import fc from 'fast-check';
import { promisesOfEntityRelations } from '../../assessment/src/testing/entity-relations.contract.js';
import { daysAgo, feedRecord } from '../../assessment/src/testing/judged.js';
import { Story, memoryBed, type KnowledgeBed } from '../../assessment/src/testing/knowledge-bed.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
const open = () => emptyPgBed(db.database);
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

describe('who is related, in PostgreSQL', () => promisesOfEntityRelations(open));

const FIRMS = 5;
const firm = fc.nat({ max: FIRMS - 1 });
const age = fc.integer({ min: 0, max: 500 });
const values = (...list: string[]) => fc.subarray(list);
const ties = fc.record<ToldTies>(
  {
    representative: values('张三@4310', '李四@4310'),
    shareholder: values('张三@4310', '宏图控股'),
    address: values('一号', '二号'),
    parent: values('firm0', 'firm1'),
  },
  { requiredKeys: [] },
);
const step = fc.oneof(
  fc.record({
    kind: fc.constant('describe' as const),
    firm,
    age,
    ties,
    founded: fc.option(fc.integer({ min: 0, max: 100 })),
  }),
  fc.record({
    kind: fc.constant('hear' as const),
    feed: fc.constantFrom('complaint' as const, 'advertisement' as const),
    about: fc.uniqueArray(firm, { minLength: 1, maxLength: 2 }),
    age: fc.integer({ min: 0, max: 100 }),
    reporterKey: fc.option(fc.constantFrom('p1', 'p2')),
    related: fc.option(fc.nat({ max: 12 })),
  }),
  fc.record({ kind: fc.constant('merge' as const), firm, into: firm }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Plays the same life on a bed and answers the facts of all firms at some moments. */
async function play(bed: KnowledgeBed, steps: readonly Step[]): Promise<EntityFacts[]> {
  const story = new Story(bed);
  const ids: string[] = [];
  for (let n = 0; n < FIRMS; n++) {
    const keys = [`name:firm${n}`, `phone:${n % 2}`];
    ids.push(await story.foundAs(keys, {}, daysAgo(n * 100)));
  }
  for (const [n, one] of steps.entries()) await take(story, ids, one, n);
  const facts: EntityFacts[] = [];
  for (const days of [0, 50, 250])
    for (const id of await story.rootsOf(...ids)) {
      facts.push((await story.state(id, daysAgo(days))).facts);
    }
  return facts;
}

async function take(story: Story, ids: readonly string[], one: Step, n: number): Promise<void> {
  const idOf = (at: number): string => ids[at] ?? '';
  if (one.kind === 'merge') return story.merge(idOf(one.firm), idOf(one.into));
  if (one.kind === 'describe') {
    const establishedOn =
      one.founded === null ? null : daysAgo(one.founded).toISOString().slice(0, 10);
    const more = { ties: one.ties, establishedOn };
    return story.describe(idOf(one.firm), more, daysAgo(one.age));
  }
  const record = feedRecord(one.feed, `c${n}`, {
    occurredAt: daysAgo(one.age),
    reporterKey: one.feed === 'complaint' ? one.reporterKey : null,
    related: one.feed === 'complaint' && one.related !== null ? [`c${one.related}`] : [],
    payload: { amount: n * 10, regionCode: `43100${n % 3}` },
  });
  await story.tell(record, { about: one.about.map(idOf) });
}

describe('any life', () => {
  it('comes to the same facts in memory and in PostgreSQL', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        expect(await play(await open(), steps)).toEqual(await play(memoryBed(), steps));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

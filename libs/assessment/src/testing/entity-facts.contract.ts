import { describe, expect, it } from '@jest/globals';
import { NO_FACTS } from '@risk/domain';
import { daysAgo, feedRecord } from './judged.js';
import { Story, type KnowledgeBed } from './knowledge-bed.js';

/** What the state of an entity says of the records about it; the fake and the real store both pass it. */
export function promisesOfEntityFacts(open: () => Promise<KnowledgeBed>): void {
  const begin = async (): Promise<Story> => new Story(await open());

  describe('facts', () => {
    it('count records within 7, 30 and 90 days; a day more is outside', async () => {
      const story = await begin();
      const id = await story.found('name:a');
      for (const days of [0, 6.9, 7, 29, 30, 89, 90, 400])
        await story.complaint(id, `c${days}`, { occurredAt: daysAgo(days) });
      await story.tell(feedRecord('advertisement', 'ad'), { about: [id], role: 'advertiser' });
      await story.tell(
        feedRecord('registration', 'r', {
          occurredAt: daysAgo(20),
          payload: { changes: [{ field: '法定代表人' }, { field: '住所' }] },
        }),
        { about: [id], role: 'subject' },
      );
      const { facts, feeds } = await story.state(id);
      expect(facts).toMatchObject({
        complaints: { d7: 2, d30: 4, d90: 6 },
        advertisements: { d7: 1, d30: 1, d90: 1 },
        changes: { d7: 0, d30: 2, d90: 2 },
        firstSeenAt: daysAgo(400),
      });
      expect([...feeds].sort()).toEqual(['advertisement', 'complaint', 'registration']);
    });

    it('look at the past from any moment', async () => {
      const story = await begin();
      const id = await story.found('name:a');
      await story.complaint(id, 'c1', { occurredAt: daysAgo(100) });
      const before = await story.state(id, daysAgo(95));
      expect(before.facts.complaints).toEqual({ d7: 1, d30: 1, d90: 1 });
      expect((await story.state(id)).facts.complaints).toEqual({ d7: 0, d30: 0, d90: 0 });
    });

    it('of nobody spoken of are empty', async () => {
      const story = await begin();
      const id = await story.found('name:a');
      expect((await story.state(id)).facts).toEqual(NO_FACTS);
    });

    it('add sums by person and take the largest number of people', async () => {
      const story = await begin();
      const id = await story.found('name:a');
      const say = (sourceId: string, reporterKey: string | null, payload: object) =>
        story.complaint(id, sourceId, { reporterKey, payload });
      await say('c1', 'p1', { amount: 10_000, people: 3 });
      await say('c2', 'p1', { amount: 12_000 });
      await say('c3', 'p2', { amount: 0.5, people: 200 });
      await say('c4', null, { regionCode: '431003' });
      await say('c5', null, { regionCode: '431003' });
      await say('c6', null, { regionCode: '431021' });
      expect((await story.state(id)).facts).toMatchObject({
        complaintAmount: 12_000.5,
        complaintPeople: 200,
        complaintRegions: 2,
        complainants: { d7: 5, d30: 5, d90: 5 },
      });
    });

    it('add the largest sum of each person and tell counties apart, window by window', async () => {
      const story = await begin();
      const id = await story.found('name:a');
      const say = (days: number, reporterKey: string | null, amount: number, regionCode?: string) =>
        story.complaint(id, `c${days}`, {
          occurredAt: daysAgo(days),
          reporterKey,
          payload: { amount, regionCode },
        });
      await say(2, 'p1', 5_000, '431002');
      await say(20, 'p1', 8_000, '431002');
      await say(25, null, 0.5, '431021');
      await say(80, 'p2', 100);
      await say(200, 'p1', 90_000, '431003');
      expect((await story.state(id)).facts).toMatchObject({
        complaintSums: { d7: 5_000, d30: 8_000.5, d90: 8_100.5 },
        complaintAmount: 90_100.5,
        recentRegions: { d7: 1, d30: 2, d90: 2 },
        complaintRegions: 3,
      });
    });

    it('know the highest yield, and the others at the same phone', async () => {
      const story = await begin();
      const id = await story.found('name:a', 'phone:1');
      const draft = await story.found('name:b', 'phone:2');
      await story.merge(draft, id);
      for (const keys of [
        ['name:c', 'phone:1'],
        ['name:d', 'phone:2', 'phone:1'],
        ['name:e', 'phone:3'],
      ])
        await story.found(...keys);
      for (const [n, annualYield] of [12.5, 24, 8].entries())
        await story.complaint(id, `c${n}`, {}, { annualYield });
      expect((await story.state(id)).facts).toMatchObject({ highestAnnualYield: 24, samePhone: 2 });
    });

    it('take no notice of publishers, withdrawals and fields of other feeds', async () => {
      const story = await begin();
      const id = await story.found('name:a');
      const ad = feedRecord('advertisement', 'ad', {
        payload: { amount: '三万', changes: 5, people: -1 },
      });
      await story.tell(ad, { about: [id], role: 'publisher' });
      expect((await story.state(id)).facts.advertisements.d7).toBe(0);
      await story.tell(
        feedRecord('advertisement', 'ad2', { payload: { amount: '三万', changes: 5 } }),
        { about: [id] },
      );
      await story.complaint(id, 'c1');
      await story.complaint(id, 'c1', { operation: 'withdraw', occurredAt: daysAgo(0) });
      expect(await story.state(id)).toMatchObject({
        feeds: ['advertisement'],
        facts: {
          complaints: { d90: 0 },
          complaintAmount: 0,
          complaintPeople: 0,
          changes: { d90: 0 },
        },
      });
    });

    it('count a record once that names two members of one entity', async () => {
      const story = await begin();
      const [a, b] = [await story.found('name:a'), await story.found('name:b')];
      await story.merge(b, a);
      const changes = [{ field: '名称' }];
      await story.tell(feedRecord('registration', 'r', { payload: { changes } }), {
        about: [a, b],
        role: 'subject',
      });
      await story.tell(feedRecord('complaint', 'c', { payload: { amount: 7 } }), { about: [a, b] });
      const { facts, signals } = await story.state(a);
      expect(facts).toMatchObject({
        complaints: { d7: 1 },
        changes: { d7: 1 },
        complaintAmount: 7,
      });
      expect(signals).toMatchObject([{ code: 's', times: 2, persons: 2 }]);
    });
  });

  describe('persons', () => {
    /** Pieces as they come in; answers how many persons and pieces count. */
    const heard = async (
      ...pieces: [sourceId: string, related: string[], reporterKey?: string][]
    ) => {
      const story = await begin();
      const id = await story.found('name:a');
      for (const [n, [sourceId, related, reporterKey = null]] of pieces.entries())
        await story.complaint(id, sourceId, {
          related,
          reporterKey,
          occurredAt: daysAgo(5 - n / 10),
          payload: { text: `第${n}次` },
        });
      const { facts, signals } = await story.state(id);
      expect(signals[0]?.persons).toBe(facts.complainants.d7);
      return { persons: facts.complainants.d7, pieces: facts.complaints.d7 };
    };

    it.each<[string, Parameters<typeof heard>, number, number]>([
      [
        'two strangers',
        [
          ['a', []],
          ['b', []],
        ],
        2,
        2,
      ],
      [
        'the same reporter twice',
        [
          ['a', [], 'p'],
          ['b', [], 'p'],
        ],
        1,
        2,
      ],
      [
        'a repeat',
        [
          ['a', []],
          ['b', ['a']],
        ],
        1,
        2,
      ],
      [
        'a repeat that comes first',
        [
          ['b', ['a']],
          ['a', []],
        ],
        1,
        2,
      ],
      [
        'a chain of repeats',
        [
          ['a', []],
          ['b', ['a']],
          ['c', ['b']],
        ],
        1,
        3,
      ],
      [
        'a chain that comes backwards',
        [
          ['c', ['b']],
          ['b', ['a']],
          ['a', []],
        ],
        1,
        3,
      ],
      [
        'two groups joined by a third piece',
        [
          ['a', []],
          ['b', ['a']],
          ['x', []],
          ['y', ['x']],
          ['m', ['a', 'x']],
        ],
        1,
        5,
      ],
      [
        'a merged piece of two reporters',
        [
          ['a', [], 'p'],
          ['b', ['a'], 'q'],
        ],
        2,
        2,
      ],
      [
        'a repeat without a name',
        [
          ['a', [], 'p'],
          ['b', ['a']],
        ],
        1,
        2,
      ],
      [
        'a repeat that tells the name',
        [
          ['a', []],
          ['b', ['a'], 'p'],
        ],
        1,
        2,
      ],
      [
        'a first piece with news',
        [
          ['a', []],
          ['b', ['a']],
          ['a', []],
        ],
        1,
        2,
      ],
      [
        'a repeat with news',
        [
          ['a', []],
          ['b', ['a']],
          ['b', ['a']],
        ],
        1,
        2,
      ],
      [
        'a repeat with news that no longer names the first',
        [
          ['a', []],
          ['b', ['a']],
          ['b', []],
        ],
        1,
        2,
      ],
      [
        'repeats of a first piece with news',
        [
          ['a', []],
          ['a', []],
          ['b', ['a']],
        ],
        1,
        2,
      ],
      [
        'repeats around news of a first piece',
        [
          ['a', []],
          ['b', ['a']],
          ['a', []],
          ['c', ['a']],
        ],
        1,
        3,
      ],
      ['a repeat of a piece that never came', [['b', ['z']]], 1, 1],
    ])('%s', async (_name, pieces, persons, count) => {
      expect(await heard(...pieces)).toEqual({ persons, pieces: count });
    });
  });
}

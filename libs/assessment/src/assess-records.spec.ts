import { describe, expect, it } from '@jest/globals';
import { FakeTransaction } from '../../kit/src/testing/fake-transaction.js';
import { AssessRecords } from './assess-records.js';
import { AttachMentions } from './attach-mentions.js';
import { Assessing, promisesOfAssessing } from './testing/assessing.contract.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { InMemoryCuts } from './testing/in-memory-cuts.js';
import { InMemoryEntities } from './testing/in-memory-entities.js';
import { InMemoryKnowledge } from './testing/in-memory-knowledge.js';
import { InMemoryVerdicts } from './testing/in-memory-verdicts.js';
import { NOW, daysAgo, founder, signal, sumIndex } from './testing/judged.js';
import { memoryBed } from './testing/knowledge-bed.js';

describe('assessing over the stores in memory', () => {
  promisesOfAssessing(() => Promise.resolve(memoryBed()));
});

describe('the history of an index', () => {
  it('has a line for every move, and none for standing still', async () => {
    const known = new InMemoryKnowledge();
    const desk = new Assessing(memoryBed(known));
    await desk.complaint('c1');
    await desk.complaint('c2', {}, { signals: [] });
    await desk.complaint('c3', {}, { signals: [signal('t')] });
    expect(known.history.map(({ index, at }) => [index.score, at])).toEqual([
      [40, NOW],
      [78, NOW],
    ]);
  });

  it.each([
    ['less than a twentieth of a point', 40.04, 'yellow' as const, 0],
    ['a twentieth of a point', 40.06, 'yellow' as const, 1],
    ['down as well as up', 39.9, 'yellow' as const, 1],
    ['nothing but the tier', 40, 'none' as const, 1],
  ])('moves by %s: %p, %p', async (_name, score, tier, lines) => {
    const known = new InMemoryKnowledge();
    const entities = new InMemoryEntities(known);
    const { fresh } = await entities.found(new FakeTransaction(), [founder(['name:a'])]);
    const id = [...fresh][0]!;
    Object.assign(known.entity(id), { score: 40, tier: 'yellow' });
    const assess = new AssessRecords(
      new AttachMentions(entities),
      entities,
      new InMemoryVerdicts(known),
      {
        indexOf: (state) => ({ ...sumIndex(state), score, tier }),
        clock: new FakeClock(),
        cuts: new InMemoryCuts(known),
      },
    );
    await assess.reindex(new FakeTransaction(), [id]);
    expect(known.history).toHaveLength(lines);
  });
});

describe('the tier of an index', () => {
  it('is measured by the cuts kept last, and by those of its moment', async () => {
    const desk = new Assessing(memoryBed());
    const cuts = { red: 100, orange: 90, yellow: 20, blue: 10 };
    const keep = (at: Date, because: string) =>
      desk.bed.cuts.keep(new FakeTransaction(), { at, cuts, scoring: 's1', because });
    await keep(daysAgo(1), '昨天');
    await keep(new Date(NOW.getTime() + 1), '以后');
    const asked: (string | undefined)[] = [];
    const assess = new AssessRecords(
      new AttachMentions(desk.bed.entities),
      desk.bed.entities,
      desk.bed.verdicts,
      {
        indexOf: (state, _at, kept) => {
          asked.push(kept?.because);
          return sumIndex(state);
        },
        clock: desk.clock,
        cuts: desk.bed.cuts,
      },
    );
    const [heard] = await desk.complaint('c1');
    await assess.reindex(new FakeTransaction(), [heard!.entityId]);
    expect(asked).toEqual(['昨天']);
  });
});

describe('a record out of force', () => {
  it('keeps its verdict all the same, for the explanation', async () => {
    const known = new InMemoryKnowledge();
    const desk = new Assessing(memoryBed(known));
    await desk.complaint('c1', { occurredAt: NOW });
    await desk.complaint('c1', { payload: { text: '更早的一版' } });
    expect(known.versions.map((v) => v.current)).toEqual([true, false]);
    expect(known.verdicts.size).toBe(2);
    expect(known.links).toHaveLength(1);
  });
});

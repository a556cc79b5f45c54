import { describe, expect, it } from '@jest/globals';
import { FakeTransaction } from '../../kit/src/testing/fake-transaction.js';
import { AssessRecords } from './assess-records.js';
import { AttachMentions } from './attach-mentions.js';
import { Assessing, promisesOfAssessing } from './testing/assessing.contract.js';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { InMemoryEntities } from './testing/in-memory-entities.js';
import { InMemoryKnowledge } from './testing/in-memory-knowledge.js';
import { InMemoryVerdicts } from './testing/in-memory-verdicts.js';
import { NOW, founder, signal, sumIndex } from './testing/judged.js';
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
    const ids = await entities.found(new FakeTransaction(), [founder(['name:a'])], NOW);
    const id = [...ids.values()][0]!;
    Object.assign(known.entity(id), { score: 40, tier: 'yellow' });
    const assess = new AssessRecords(
      new AttachMentions(entities),
      entities,
      new InMemoryVerdicts(known),
      { indexOf: (state) => ({ ...sumIndex(state), score, tier }), clock: new FakeClock() },
    );
    await assess.reindex(new FakeTransaction(), [id]);
    expect(known.history).toHaveLength(lines);
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

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { promisesOfEntityFacts } from '../../assessment/src/testing/entity-facts.contract.js';
import { promisesOfEntityStore } from '../../assessment/src/testing/entity-store.contract.js';
import { NOW, daysAgo, founder, profile } from '../../assessment/src/testing/judged.js';
import { Story } from '../../assessment/src/testing/knowledge-bed.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
const open = () => emptyPgBed(db.database);
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

describe('the entity store in PostgreSQL', () => {
  promisesOfEntityStore(open);
  promisesOfEntityFacts(open);
});

describe('two batches at the same time', () => {
  it('found the same entities once, in whatever order they name them', async () => {
    const { entities, work } = await open();
    const names = Array.from({ length: 40 }, (_, n) => `name:${n}`);
    const found = (order: string[]) =>
      work.run((tx) =>
        entities.found(
          tx,
          order.map((name) => founder([name])),
          NOW,
        ),
      );
    const [first, second] = await Promise.all([found(names), found([...names].reverse())]);
    expect([...second.idOf].sort()).toEqual([...first.idOf].sort());
    expect(first.fresh.size + second.fresh.size).toBe(40);
    expect(await db.database.rows('select id from entity')).toHaveLength(40);
  });

  it('wait for each other over an entity that both touch, in one order', async () => {
    const story = new Story(await open());
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    const { entities, work } = story.bed;
    const steps: string[] = [];
    const touch = (name: string, ids: string[]) =>
      work.run(async (tx) => {
        await entities.lockRoots(tx, ids);
        steps.push(`${name} in`);
        await new Promise(setImmediate);
        await entities.statesOf(tx, ids, NOW);
        steps.push(`${name} out`);
      });
    await Promise.all([touch('x', [a, b]), touch('y', [b, a])]);
    expect([steps[0]?.[0], steps[2]?.[0]].sort()).toEqual(['x', 'y']);
    expect(steps[0]?.[0]).toBe(steps[1]?.[0]);
  });

  it('merge one draft into one entity only', async () => {
    const story = new Story(await open());
    const [draft, a, b] = [
      await story.found('name:d'),
      await story.found('uscc:1'),
      await story.found('uscc:2'),
    ];
    await Promise.all([story.merge(draft, a), story.merge(draft, b)]);
    const [root] = await story.rootsOf(draft);
    expect([a, b]).toContain(root);
    expect(await db.database.rows('select id from entity_merge')).toHaveLength(1);
  });
});

describe('what was merged', () => {
  it('is written down, with who took it apart and when', async () => {
    const story = new Story(await open());
    const [draft, coded] = [await story.found('name:d'), await story.found('uscc:1')];
    await story.merge(draft, coded);
    await story.undoMerge(draft);
    expect(await db.database.rows('select * from entity_merge')).toMatchObject([
      {
        member_id: draft,
        into_id: coded,
        because: '名称相同',
        merged_at: NOW,
        undone_at: NOW,
        undone_by: '李科长',
      },
    ]);
  });
});

describe('moments', () => {
  const key = (value: string) => ({ kind: 'name' as const, value });

  it('of keys are kept: founded and learnt, the first time counts', async () => {
    const story = new Story(await open());
    const id = await story.foundAs(['name:a'], {}, daysAgo(5));
    for (const days of [3, 1])
      await story.bed.work.run((tx) =>
        story.bed.entities.addKeys(tx, [{ entityId: id, key: key('b') }], daysAgo(days)),
      );
    expect(await db.database.rows('select value, known_at from entity_key order by value')).toEqual(
      [
        { value: 'a', known_at: daysAgo(5) },
        { value: 'b', known_at: daysAgo(3) },
      ],
    );
  });

  it('of adoption are kept until another parent is named', async () => {
    const story = new Story(await open());
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    const branch = await story.found('name:c');
    const parent = () =>
      db.database.rows('select parent_id, parent_since from entity where id = $1', [branch]);
    await story.describe(branch, { parentKeys: [key('a')] }, daysAgo(9));
    await story.describe(branch, { parentKeys: [key('a')] }, daysAgo(8));
    expect(await parent()).toEqual([{ parent_id: a, parent_since: daysAgo(9) }]);
    await story.describe(branch, { parentKeys: [key('b')] }, daysAgo(7));
    expect(await parent()).toEqual([{ parent_id: b, parent_since: daysAgo(7) }]);
  });

  it('of ties are kept, former ones too', async () => {
    const story = new Story(await open());
    const id = await story.found('name:a');
    await story.describe(id, { ties: { representative: ['甲', '乙'] } }, daysAgo(9));
    await story.describe(id, { ties: { representative: ['乙', '丙'] } }, daysAgo(4));
    const ties = 'select value, known_at, ended_at from entity_tie order by known_at, value';
    expect(await db.database.rows(ties)).toEqual([
      { value: '乙', known_at: daysAgo(9), ended_at: null },
      { value: '甲', known_at: daysAgo(9), ended_at: daysAgo(4) },
      { value: '丙', known_at: daysAgo(4), ended_at: null },
    ]);
  });

  it('of several words of one batch are one: the last on each kind', async () => {
    const story = new Story(await open());
    const id = await story.found('name:a');
    const said = (ties: object) => profile(id, { name: '甲', ties });
    await story.bed.work.run((tx) =>
      story.bed.entities.describe(
        tx,
        [said({ representative: ['甲'], address: ['一号'] }), said({ representative: ['乙'] })],
        NOW,
      ),
    );
    const rows = await db.database.rows('select kind, value from entity_tie order by kind');
    expect(rows).toEqual([
      { kind: 'address', value: '一号' },
      { kind: 'representative', value: '乙' },
    ]);
  });
});

describe('a description', () => {
  it('is written only where it changes something', async () => {
    const story = new Story(await open());
    const id = await story.foundAs(['name:a'], { name: '甲', address: '一号' });
    const places = async (more: object) => {
      await story.describe(id, { name: '甲', ...more });
      const [row] = await db.database.rows<{ place: string }>(
        'select ctid::text as place from entity',
      );
      return row?.place;
    };
    const before = await places({});
    expect(await places({ address: '一号' })).toBe(before);
    expect(await places({ address: '一号', establishedOn: '2020-05-06' })).not.toBe(before);
    expect(await story.state(id)).toMatchObject({ address: '一号', regionCode: '431002' });
  });
});

describe('a key that very many bear', () => {
  it('brings a bounded number of candidates', async () => {
    const story = new Story(await open());
    const { entities, work } = story.bed;
    await story.foundAll(
      Array.from({ length: 60 }, (_, n) => founder([`name:${n}`, 'phone:12345'])),
    );
    const candidates = await work.run((tx) =>
      entities.candidates(tx, [{ kind: 'phone', value: '12345' }]),
    );
    expect(candidates).toHaveLength(20);
  });
});

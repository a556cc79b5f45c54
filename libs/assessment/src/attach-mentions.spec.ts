import { describe, expect, it } from '@jest/globals';
import type { FeedRecord, ResolvedMention } from '@risk/domain';
import { FakeTransaction } from '../../kit/src/testing/fake-transaction.js';
import { AttachMentions } from './attach-mentions.js';
import type { JudgedRecord } from './ports.js';
import { InMemoryEntities } from './testing/in-memory-entities.js';
import { InMemoryKnowledge } from './testing/in-memory-knowledge.js';
import { NOW, assessment, feedRecord, mention } from './testing/judged.js';

const CODE = 'uscc:91431002MA4L000017';
const NAME = 'name:郴州鑫源投资';

/** A desk that takes batches of mentions and shows what came of them. */
function desk() {
  const known = new InMemoryKnowledge();
  const attach = new AttachMentions(new InMemoryEntities(known));
  let count = 0;
  const judged = (record: FeedRecord, mentions: readonly ResolvedMention[]): JudgedRecord => ({
    ...known.receive(record, record.source.startsWith('sample-')),
    record,
    assessment: assessment(),
    mentions,
    sample: record.source.startsWith('sample-'),
  });
  /** One complaint for each list of mentions, all in one batch; answers the root of each link. */
  const batch = async (...lists: ResolvedMention[][]): Promise<string[]> => {
    const records = lists.map((mentions) => {
      count += 1;
      return judged(feedRecord('complaint', `c${count}`), mentions);
    });
    return take(...records);
  };
  const take = async (...records: JudgedRecord[]): Promise<string[]> => {
    const { links } = await attach.run(new FakeTransaction(), records, NOW);
    return records.flatMap(({ recordId }) =>
      links.filter((l) => l.recordId === recordId).map((l) => known.rootOf(l.entityId)),
    );
  };
  return { known, attach, batch, take, judged };
}

describe('within one batch', () => {
  it('the same name founds one entity', async () => {
    const { known, batch } = desk();
    const [a, b] = await batch([mention([NAME])], [mention([NAME])]);
    expect(a).toBe(b);
    expect(known.entities).toMatchObject([
      { identity: `${NAME}@4310`, provisional: true, name: '郴州鑫源投资', uscc: null },
    ]);
  });

  it.each([
    ['first', [[CODE, NAME], [NAME]]],
    ['last', [[NAME], [CODE, NAME]]],
  ])(
    'a mention with a code that stands %s founds, the name alone joins it',
    async (_name, order) => {
      const { known, batch } = desk();
      const [a, b] = await batch(...order.map((keys) => [mention(keys)]));
      expect(a).toBe(b);
      expect(known.entities).toMatchObject([{ identity: CODE, provisional: false }]);
      expect(known.merges).toEqual([]);
    },
  );

  it('two mentions of one record are tied each', async () => {
    const { known, batch } = desk();
    await batch([mention([NAME]), mention(['name:长沙宏图建材'], { role: 'advertiser' })]);
    expect(known.links.map((l) => [l.recordId, l.role])).toEqual([
      ['1', 'target'],
      ['1', 'advertiser'],
    ]);
    expect(known.entities).toHaveLength(2);
  });

  it('one named twice is tied once, as surely as its clearest words', async () => {
    const { known, batch } = desk();
    const site = 'website:xinyuan.example';
    await batch([mention([NAME, site])]);
    await batch([mention([site]), mention([NAME, site]), mention([site])]);
    expect(known.links.slice(1)).toMatchObject([{ recordId: '2', confidence: 0.95 }]);
  });

  it('a contact leads to whom an earlier mention of the batch brought', async () => {
    const { known, batch } = desk();
    const site = 'website:xinyuan.example';
    const [a, b] = await batch([mention([NAME, site])], [mention([site])]);
    expect(a).toBe(b);
    expect(known.links[1]).toMatchObject({ confidence: 0.8 });
  });

  it('a contact of a draft leads to the coded one that swallows it', async () => {
    const { known, batch } = desk();
    const site = 'website:xinyuan.example';
    await batch([mention([NAME, site])]);
    const [coded, bySite] = await batch([mention([CODE, NAME])], [mention([site])]);
    expect(bySite).toBe(coded);
    expect(known.entities).toHaveLength(2);
  });

  it('namesakes of other cities stay apart', async () => {
    const { known, batch } = desk();
    const [here, there] = await batch(
      [mention([NAME], { regionCode: '431002' })],
      [mention([NAME], { regionCode: '440300' })],
    );
    expect(here).not.toBe(there);
    expect(known.entities.map((e) => e.identity)).toEqual([`${NAME}@4310`, `${NAME}@4403`]);
  });

  it('namesakes that cannot be told apart share one entity that says so', async () => {
    const { known, batch } = desk();
    const at = { regionCode: null };
    await batch([mention([CODE, NAME])], [mention(['uscc:91431002MA4L000025', NAME])]);
    const [x, y] = await batch([mention([NAME], at)], [mention([NAME], at)]);
    expect(x).toBe(y);
    expect(known.entities.at(-1)).toMatchObject({ identity: `${NAME}@?`, provisional: true });
  });

  it('a mention without any key is tied to nobody', async () => {
    const { known, batch } = desk();
    expect(await batch([mention([])])).toEqual([]);
    expect(known.entities).toEqual([]);
  });
});

describe('from batch to batch', () => {
  it('an entity is found again, and what the link says is kept', async () => {
    const { known, batch } = desk();
    const [a] = await batch([mention([CODE, NAME])]);
    const [b] = await batch([mention([NAME], { confidence: 0.9, flags: ['代码缺失'] })]);
    expect(b).toBe(a);
    expect(known.links.at(-1)).toMatchObject({
      role: 'target',
      confidence: 0.86,
      because: '名称相同，地区相符，只此一家',
      flags: ['代码缺失'],
      sample: false,
    });
  });

  it('keys learnt from one record find the entity by the next', async () => {
    const { batch } = desk();
    const [a] = await batch([mention([NAME])]);
    await batch([mention([NAME, 'wechat:xinyuan888'])]);
    expect(await batch([mention(['wechat:xinyuan888'])])).toEqual([a]);
  });

  it('a draft merges into the coded entity that comes later, with the reason', async () => {
    const { known, batch } = desk();
    const [draft] = await batch([mention([NAME, 'phone:1'])]);
    const [coded] = await batch([mention([CODE, NAME])]);
    expect(known.rootOf(draft!)).toBe(coded);
    expect(known.merges).toMatchObject([
      { memberId: draft, intoId: coded, because: expect.stringContaining('名称相同') },
    ]);
    expect(await batch([mention(['phone:1'])])).toEqual([coded]);
  });

  it('a draft that a person took out stays out', async () => {
    const { known, batch } = desk();
    const [draft] = await batch([mention([NAME])]);
    await batch([mention([CODE, NAME])]);
    await new InMemoryEntities(known).undoMerge(new FakeTransaction(), draft!);
    await batch([mention([CODE, NAME])]);
    expect(known.rootOf(draft!)).toBe(draft);
  });

  it('two batches that know nothing of each other found one entity', async () => {
    const { known, attach, judged } = desk();
    const one = () => [
      judged(feedRecord('complaint', `c${known.versions.length}`), [mention([CODE])]),
    ];
    const both = [
      attach.run(new FakeTransaction(), one(), NOW),
      attach.run(new FakeTransaction(), one(), NOW),
    ];
    const [first, second] = await Promise.all(both);
    expect(first?.links[0]?.entityId).toBe(second?.links[0]?.entityId);
    // Only the one that founded it may take it for its own; the other has to lock it.
    expect([first, second].map((each) => each?.ownRoots.size)).toEqual([1, 0]);
    expect(known.entities).toHaveLength(1);
  });
});

describe('a registration', () => {
  const PAYLOAD = {
    name: '郴州鑫源投资有限公司',
    address: '郴州市北湖区人民路1号',
    establishedOn: '2020-05-06',
    regionCode: '431002',
  };

  it('describes its firm; what others say of it does not', async () => {
    const { known, judged, take } = desk();
    const told = { ...PAYLOAD, address: '听说在桂阳' };
    await take(
      judged(feedRecord('registration', 'r', { payload: PAYLOAD }), [
        mention([CODE, NAME], { role: 'subject' }),
      ]),
      judged(feedRecord('complaint', 'c', { payload: told }), [mention([CODE, NAME])]),
    );
    expect(known.entities).toMatchObject([PAYLOAD]);
  });

  it('told last describes it, although whoever bears a code is looked up first', async () => {
    const { known, judged, take } = desk();
    const moved = { ...PAYLOAD, address: '郴州市苏仙区白露塘路2号', establishedOn: '2021-01-01' };
    await take(
      judged(feedRecord('registration', 'r0', { payload: PAYLOAD }), [
        mention([CODE, NAME], { role: 'subject' }),
      ]),
    );
    await take(
      judged(feedRecord('registration', 'r1', { payload: moved }), [
        mention([NAME], { role: 'subject' }),
      ]),
      judged(feedRecord('registration', 'r2', { payload: PAYLOAD }), [
        mention([CODE, NAME], { role: 'subject' }),
      ]),
      judged(feedRecord('registration', 'r3', { payload: moved }), [
        mention([NAME], { role: 'subject' }),
      ]),
      judged(feedRecord('registration', 'r4', { payload: { ...PAYLOAD, address: undefined } }), [
        mention([CODE, NAME], { role: 'subject' }),
      ]),
    );
    expect(known.entities).toMatchObject([{ address: moved.address, establishedOn: '2020-05-06' }]);
  });

  it('describes nobody but its subject', async () => {
    const { known, judged, take } = desk();
    const owner = mention(['name:郴州大股东投资'], { role: 'target' });
    await take(judged(feedRecord('registration', 'r', { payload: PAYLOAD }), [owner]));
    expect(known.entities).toMatchObject([{ name: '郴州大股东投资', address: null }]);
  });

  it('keeps what it is tied to, from the moment on which it is heard', async () => {
    const { known, judged, take } = desk();
    const subject = mention([CODE, NAME], {
      role: 'subject',
      ties: { representative: ['张三@4310'] },
    });
    const payload = { name: '郴州鑫源投资有限公司' };
    const [id] = await take(judged(feedRecord('registration', 'r', { payload }), [subject]));
    expect(known.ties).toEqual([
      { entityId: id, kind: 'representative', value: '张三@4310', knownAt: NOW, endedAt: null },
    ]);
  });

  it('of a branch ties it to its parent', async () => {
    const { known, batch, judged, take } = desk();
    const [parent] = await batch([mention([CODE, NAME])]);
    const branch = mention(['name:郴州鑫源投资桂阳分公司'], {
      role: 'subject',
      parentKeys: [{ kind: 'name', value: '郴州鑫源投资' }],
    });
    const payload = { name: '郴州鑫源投资有限公司桂阳分公司' };
    const [id] = await take(judged(feedRecord('registration', 'b', { payload }), [branch]));
    expect(known.entity(id!)).toMatchObject({ parentId: parent });
  });

  it('takes its place from the mention when it does not tell', async () => {
    const { known, judged, take } = desk();
    const subject = mention([CODE, NAME], { role: 'subject', regionCode: '431021' });
    await take(judged(feedRecord('registration', 'r', { payload: { name: '甲' } }), [subject]));
    expect(known.entities).toMatchObject([{ regionCode: '431021', address: null }]);
  });
});

describe('samples', () => {
  it.each([
    ['samples alone found samples', ['sample-a', 'sample-b'], true],
    ['a real record makes a sample real', ['sample-a', 'desk'], false],
    ['a sample does not make a real one a sample', ['desk', 'sample-a'], false],
  ])('%s', async (_name, sources, sample) => {
    const { known, judged, take } = desk();
    for (const source of sources)
      await take(judged(feedRecord('complaint', source, { source }), [mention([NAME])]));
    expect(known.entities).toMatchObject([{ sample }]);
  });
});

/** Entities that write down what they are asked to do, and with whom. */
function watched(entities: InMemoryEntities, asked: [string, unknown][]): InMemoryEntities {
  return new Proxy(entities, {
    get: (target, name) => {
      const method = Reflect.get(target, name, target) as (...said: unknown[]) => unknown;
      return (...said: unknown[]) => {
        asked.push([String(name), said[1]]);
        return method.apply(target, said);
      };
    },
  });
}

describe('an entity that the batch founds', () => {
  it('is its own root unless it is joined to another at once', async () => {
    const { attach, batch, judged, known } = desk();
    await batch([mention([CODE])]);
    await batch([mention([NAME, 'phone:07351234567'])]);
    const records = [
      judged(feedRecord('complaint', 'c1'), [mention(['name:丙'])]),
      judged(feedRecord('complaint', 'c2'), [mention([CODE, NAME])]),
    ];
    const { ownRoots } = await attach.run(new FakeTransaction(), records, NOW);
    expect([...ownRoots].map((id) => known.entity(id).identity)).toEqual(['name:丙@4310']);
  });

  it('is founded with what its registration in the same batch tells, whoever named it first', async () => {
    const { known, judged } = desk();
    const asked: [string, unknown][] = [];
    const entities = watched(new InMemoryEntities(known), asked);
    const payload = {
      name: '郴州鑫源投资有限公司',
      address: '北湖区',
      establishedOn: '2020-05-06',
    };
    const batch = [
      judged(feedRecord('complaint', 'c'), [mention([CODE, NAME])]),
      judged(feedRecord('registration', 'r', { payload }), [
        mention([CODE, NAME], { role: 'subject' }),
      ]),
    ];
    await new AttachMentions(entities).run(new FakeTransaction(), batch, NOW);
    expect(asked[1]?.[0]).toBe('found');
    expect(asked[1]?.[1]).toMatchObject([{ identity: CODE, ...payload }]);
  });
});

describe('beside another batch', () => {
  it('everybody concerned who was there before is locked at once, before anything of them is changed', async () => {
    const { known, take, judged } = desk();
    await take(judged(feedRecord('complaint', 'c0'), [mention([NAME]), mention(['name:乙'])]));
    const asked: [string, unknown][] = [];
    const entities = watched(new InMemoryEntities(known), asked);
    const batch = [
      judged(feedRecord('complaint', 'c1'), [mention(['name:丙']), mention(['name:乙'])]),
      judged(feedRecord('registration', 'r1'), [mention([CODE, NAME], { role: 'subject' })]),
    ];
    const before = known.entities.map(({ id }) => id).sort();
    await new AttachMentions(entities).run(new FakeTransaction(), batch, NOW);
    expect(before).toHaveLength(2);
    expect(known.entities).toHaveLength(4);
    const steps = ['candidates', 'found', 'lockRoots', 'link', 'addKeys', 'merge', 'describe'];
    expect(asked.map(([step]) => step)).toEqual(steps);
    expect([...(asked[2]?.[1] as string[])].sort()).toEqual(before);
  });
});

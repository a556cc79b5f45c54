import { beforeEach, describe, expect, it } from '@jest/globals';
import { BULLETIN_STATES, type BulletinState } from '@risk/domain';
import { Invalid } from '@risk/kit';
import { cityPolicy, releaseBed, type ReleaseBed } from '../testing/release-bed.js';
import { PERSON_STEPS, type PersonStep } from './take-step.js';

/** How an edition comes into each state. */
const WAYS: Readonly<Record<BulletinState, readonly PersonStep[]>> = {
  draft: [],
  reviewed: ['reviewed'],
  issued: ['reviewed', 'signed'],
  withdrawn: ['withdrawn'],
};
const TO: Readonly<Partial<Record<`${BulletinState} ${PersonStep}`, BulletinState>>> = {
  'draft reviewed': 'reviewed',
  'draft withdrawn': 'withdrawn',
  'reviewed returned': 'draft',
  'reviewed signed': 'issued',
  'reviewed withdrawn': 'withdrawn',
};

let bed: ReleaseBed;
let id: string;
beforeEach(async () => {
  bed = releaseBed({}, { policy: cityPolicy() });
  await bed.due();
  id = bed.store.all.find(({ kind }) => kind === 'monthly')?.id ?? '';
});

/** Somebody who saw everything takes a step; each step another person unless told otherwise. */
async function take(kind: PersonStep, by = `做${kind}的`): Promise<void> {
  const { steps } = await bed.find(id);
  await bed.step.run({ id, kind, by, because: '核对过', seen: steps.at(-1)?.id ?? null });
}

describe('who may go where', () => {
  const table = BULLETIN_STATES.flatMap((state) =>
    PERSON_STEPS.map((step) => [state, step, TO[`${state} ${step}`] ?? null] as const),
  );

  it.each([...table])('%s, %s: %s', async (from, step, to) => {
    for (const way of WAYS[from]) await take(way);
    expect((await bed.find(id)).state).toBe(from);
    if (to === null)
      await expect(take(step)).rejects.toMatchObject({
        kind: 'invalid',
        message: expect.stringContaining('本期'),
      });
    else await take(step);
    expect((await bed.find(id)).state).toBe(to ?? from);
  });

  it('names from where a step may be taken', async () => {
    await expect(take('signed')).rejects.toThrow('本期草稿，不能签发；可以签发的是：已审核');
  });
});

describe('a signature', () => {
  it('sends it with a number, as it was drafted', async () => {
    const before = (await bed.find(id)).content;
    await take('reviewed');
    bed.clock.advance(3_600_000);
    await take('signed', '刘主任');
    const { state, number, issuedAt, content, steps } = await bed.find(id);
    expect([state, number, issuedAt]).toEqual(['issued', 1, bed.clock.now()]);
    expect(content).toEqual(before);
    expect(steps.map(({ kind, by }) => [kind, by])).toEqual([
      ['composed', '平台'],
      ['reviewed', '做reviewed的'],
      ['signed', '刘主任'],
      ['issued', '平台'],
    ]);
    expect(bed.post.sent.at(-1)).toMatchObject({
      bulletin: { id, number: 1 },
      groups: ['office', 'convener'],
      scope: { kind: 'city' },
    });
  });

  it.each([
    ['王某', '王某'],
    ['王某', ' 王某 '],
    ['王某', '王\u200b某'],
  ])('of whoever reviewed it is refused: %s, “%s”', async (one, same) => {
    await take('reviewed', one);
    await expect(take('signed', same)).rejects.toThrow(
      '审核和签发须由不同的人办理，王某 已经审核过',
    );
    expect((await bed.find(id)).state).toBe('reviewed');
  });

  it('looks at the latest review only', async () => {
    await take('reviewed', '王某');
    await take('returned', '刘某');
    await take('reviewed', '李某');
    await expect(take('signed', '李某')).rejects.toMatchObject({ kind: 'invalid' });
    await take('signed', '王某');
    expect((await bed.find(id)).state).toBe('issued');
  });

  it('that cannot be printed leaves everything as it was', async () => {
    await take('reviewed');
    const sent = bed.post.sent.length;
    bed.press.failing = new Error('no font');
    await expect(take('signed')).rejects.toThrow('no font');
    const { state, number, steps } = await bed.find(id);
    expect([state, number, steps.length]).toEqual(['reviewed', null, 2]);
    expect(bed.post.sent).toHaveLength(sent);
  });

  it('of two at the same time is one', async () => {
    await take('reviewed');
    const tries = await Promise.allSettled([take('signed', '甲'), take('signed', '乙')]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(bed.post.sent.filter(({ bulletin }) => bulletin.id === id)).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it('who did not see the latest step', async () => {
    const seen = (await bed.find(id)).steps.at(-1)?.id ?? null;
    await take('reviewed');
    const stale = { id, kind: 'withdrawn', by: '刘某', because: '不用了', seen } as const;
    await expect(bed.step.run(stale)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('审核（核对过）'),
    });
    await expect(bed.step.run({ ...stale, seen: null })).rejects.toMatchObject({
      kind: 'conflict',
    });
    await expect(bed.step.run({ ...stale, seen: '9999' })).rejects.toMatchObject({
      kind: 'invalid',
    });
    expect((await bed.find(id)).state).toBe('reviewed');
  });

  it.each([
    ['nobody', { by: ' ' }, 'by：'],
    ['no reason', { because: '' }, 'because：'],
  ])('%s', async (_what, more, words) => {
    const wish = { id, kind: 'reviewed', by: '甲', because: '好', seen: null, ...more } as const;
    await expect(async () => bed.step.run(wish)).rejects.toThrow(words);
  });

  it('what is not there', async () => {
    const wish = { id: '9999', kind: 'reviewed', by: '甲', because: '好', seen: null } as const;
    await expect(bed.step.run(wish)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('what is broken cannot be reviewed, only withdrawn', async () => {
    bed = releaseBed({}, { policy: cityPolicy() });
    bed.source.failing = new Invalid('维护中');
    await bed.due();
    id = bed.store.all.find(({ kind }) => kind === 'monthly')?.id ?? '';
    await expect(take('reviewed')).rejects.toThrow(
      '本期不完整，不能审核或签发：新增预警（维护中）',
    );
    await take('withdrawn');
    expect((await bed.find(id)).state).toBe('withdrawn');
    expect(await bed.store.unfinished(9)).not.toContainEqual(expect.objectContaining({ id }));
  });
});

describe('composing a draft again', () => {
  const again = () => bed.finish.again(id, '王某', '补录数据');

  it('tells of the same span, under a name', async () => {
    const before = await bed.find(id);
    await again();
    const { steps, span, content } = await bed.find(id);
    expect(steps.at(-1)).toMatchObject({ kind: 'recomposed', by: '王某', because: '补录数据' });
    expect([span, content]).toEqual([before.span, before.content]);
  });

  it.each(['reviewed', 'issued', 'withdrawn'] as const)(
    'is refused of one that is %s',
    async (state) => {
      for (const way of WAYS[state]) await take(way);
      await expect(again()).rejects.toThrow('只有草稿可以重新编制');
    },
  );

  it('is refused without a name, and of nothing', async () => {
    await expect(bed.finish.again(id, ' ', '因为')).rejects.toThrow('by：');
    await expect(bed.finish.again('9999', '甲', '因为')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { cityPolicy, releaseBed, type ReleaseBed } from '../testing/release-bed.js';

const WISH = { entityId: '7', by: '王某', because: '领导要求' };
let bed: ReleaseBed;
beforeEach(() => {
  bed = releaseBed({}, { policy: cityPolicy() });
  bed.subjects.known.set('7', { entityId: '7', name: '甲投资', samples: false });
});

/** Two people release it. */
async function release(id: string): Promise<void> {
  for (const kind of ['reviewed', 'signed'] as const) {
    const seen = (await bed.find(id)).steps.at(-1)?.id ?? null;
    await bed.step.run({ id, kind, by: kind, because: '好', seen });
  }
}

describe('a special report', () => {
  it('is a draft of everything up to now, in the name of who wanted it', async () => {
    const made = await bed.order.run(WISH);
    expect(made).toMatchObject({
      ...{ kind: 'special', scope: 'entity:7', state: 'draft', number: null },
      ...{ slot: '2026-11-25T00:30:00.000Z', title: '关于甲投资有关风险线索的专报' },
      span: { since: new Date(0), until: bed.clock.now() },
    });
    const { steps, content } = await bed.find(made.id);
    expect(steps).toMatchObject([{ kind: 'composed', by: '王某', because: '领导要求' }]);
    expect(content.heading.covers).toBe('数据截至2026年11月25日8时30分。');
    expect(bed.post.sent).toEqual([]);
  });

  it('goes to the office when two people released it', async () => {
    const { id } = await bed.order.run(WISH);
    bed.clock.goTo('2026-12-25T08:30:00+08:00');
    await release(id);
    expect(bed.post.sent).toMatchObject([
      {
        subject: '【专报】关于甲投资有关风险线索的专报（第1期）',
        groups: ['office', 'office-head'],
        scope: { kind: 'entity', code: '7' },
      },
    ]);
  });

  it('is numbered among those on the same entity', async () => {
    const numbers: (number | null)[] = [];
    bed.subjects.known.set('8', { entityId: '8', name: '乙投资', samples: false });
    for (const entityId of ['7', '7', '8']) {
      bed.clock.advance(60_000);
      const { id } = await bed.order.run({ ...WISH, entityId });
      await release(id);
      numbers.push((await bed.find(id)).number);
    }
    expect(numbers).toEqual([1, 2, 1]);
  });

  it('of samples says so', async () => {
    bed.subjects.known.set('7', { entityId: '7', name: '甲投资', samples: true });
    const { id } = await bed.order.run(WISH);
    expect((await bed.find(id)).content.heading.samples).toBe(true);
  });

  it('can be corrected as of its own moment', async () => {
    const { id } = await bed.order.run(WISH);
    await release(id);
    bed.clock.advance(86_400_000);
    const made = await bed.correct.run({ id, by: '王某', because: '笔误' });
    expect(made).toMatchObject({ kind: 'special', revision: 1, state: 'draft', corrects: id });
    expect(made.span.until).toEqual(new Date('2026-11-25T00:30:00Z'));
  });

  it('can be composed again, unless its entity is gone', async () => {
    const { id } = await bed.order.run(WISH);
    await bed.finish.again(id, '王某', '补录');
    expect((await bed.find(id)).steps.at(-1)?.kind).toBe('recomposed');
    bed.subjects.known.clear();
    await expect(bed.finish.again(id, '王某', '补录')).rejects.toThrow('专报所述的主体已不存在');
  });

  it('is looked at without being kept', async () => {
    const asOf = bed.clock.now();
    const { title, kept } = await bed.preview.run({ kind: 'special', entityId: '7', asOf });
    expect([title, kept, bed.store.all]).toEqual(['关于甲投资有关风险线索的专报', null, []]);
  });
});

describe('what is refused', () => {
  it('a report on nobody', async () => {
    await expect(bed.order.run({ ...WISH, entityId: '9' })).rejects.toMatchObject({
      ...{ kind: 'not-found', message: '没有编号为 9 的主体' },
    });
  });

  it.each([
    ['nobody’s wish', { by: ' ' }, 'by：'],
    ['a wish without reason', { because: '' }, 'because：'],
  ])('%s', async (_what, more, words) => {
    await expect(bed.order.run({ ...WISH, ...more })).rejects.toThrow(words);
  });

  it('two at the same moment', async () => {
    await bed.order.run(WISH);
    await expect(bed.order.run(WISH)).rejects.toMatchObject({ kind: 'conflict' });
    expect(bed.store.all).toHaveLength(1);
  });
});

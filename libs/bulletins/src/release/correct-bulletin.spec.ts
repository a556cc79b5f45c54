import { beforeEach, describe, expect, it } from '@jest/globals';
import { anAlertLine } from '../testing/fixed-source.js';
import { cityPolicy, releaseBed, type ReleaseBed } from '../testing/release-bed.js';

const WISH = { by: '王某', because: '漏统一件' };
let bed: ReleaseBed;
let id: string;
beforeEach(async () => {
  bed = releaseBed({ raised: [anAlertLine()] }, { policy: cityPolicy() });
  await bed.due();
  id = bed.store.all[0]?.id ?? '';
});
const correct = (of = id) => bed.correct.run({ id: of, ...WISH });

describe('a correction', () => {
  it('is a new edition with the same number; the one that went out stays what it was', async () => {
    const before = await bed.find(id);
    bed.source.answers = { raised: [anAlertLine(), anAlertLine({ tier: 'red' })] };
    const made = await correct();
    expect(made).toMatchObject({ state: 'issued', revision: 1, corrects: id });
    const { number, content, steps, span } = await bed.find(made.id);
    expect([number, span]).toEqual([before.number, before.span]);
    expect(content.heading.correction).toEqual({
      because: '漏统一件',
      differences: [{ label: '新增预警', before: '1', after: '2' }],
    });
    expect(steps[0]).toMatchObject({ kind: 'composed', ...WISH });
    expect(await bed.find(id)).toEqual(before);
  });

  it('goes out under a mark, in the subject and on the paper', async () => {
    await correct();
    const { subject, body } = bed.post.sent.at(-1)!;
    expect(subject).toMatch(/^【更正】【日报】.*（第1期）$/);
    expect(body).toMatch(/（更正）[\s\S]*更正原因：漏统一件[\s\S]*主要数字没有变化/);
  });

  it('does not take a number from the next issue', async () => {
    await correct();
    bed.clock.goTo('2026-11-26T08:30:00+08:00');
    const [next] = await bed.due();
    expect((await bed.find(next!.id)).number).toBe(2);
  });

  it('twice of the same edition is a conflict; the later edition can be corrected', async () => {
    const first = await correct();
    await expect(correct()).rejects.toMatchObject({
      kind: 'conflict',
      message: '这一版已有更正版，请更正最新的一版',
    });
    const second = await correct(first.id);
    expect(second).toMatchObject({ revision: 2, corrects: first.id });
    expect((await bed.find(second.id)).number).toBe(1);
  });

  it('of what two people sign waits for two people', async () => {
    const monthly = bed.store.all.find(({ kind }) => kind === 'monthly')?.id ?? '';
    const sign = async (of: string, ways: readonly ('reviewed' | 'signed' | 'withdrawn')[]) => {
      for (const kind of ways) {
        const seen = (await bed.find(of)).steps.at(-1)?.id ?? null;
        await bed.step.run({ id: of, kind, by: kind, because: '好', seen });
      }
    };
    await sign(monthly, ['reviewed', 'signed']);
    const draft = await correct(monthly);
    expect([draft.state, draft.number]).toEqual(['draft', null]);
    await sign(draft.id, ['withdrawn']);
    // What was withdrawn is in nobody's way.
    const other = await correct(monthly);
    expect(other).toMatchObject({ state: 'draft', revision: 2, corrects: monthly });
    await sign(other.id, ['reviewed', 'signed']);
    expect((await bed.find(other.id)).number).toBe(1);
  });

  it('that cannot be read stays a draft under its mark until it can', async () => {
    bed.source.failing = new Error('down');
    const made = await correct();
    expect(made.state).toBe('draft');
    bed.source.failing = null;
    await bed.due();
    const { state, content, number } = await bed.find(made.id);
    expect([state, number]).toEqual(['issued', 1]);
    expect(content.heading.correction?.because).toBe('漏统一件');
  });
});

describe('what cannot be corrected', () => {
  it('a draft', async () => {
    const draft = bed.store.all.find(({ state }) => state === 'draft')?.id;
    await expect(correct(draft)).rejects.toThrow('只有已签发的简报可以更正');
  });

  it('what is not there', async () => {
    await expect(correct('9999')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('anything without a reason', async () => {
    await expect(bed.correct.run({ id, by: '王某', because: ' ' })).rejects.toThrow('because：');
  });
});

import { describe, expect, it } from '@jest/globals';
import { minutes } from '@risk/kit';
import { AskState } from './ask-state.js';
import { aTip } from './testing/a-tip.js';
import { tipBed } from './testing/tip-bed.js';

const FROM = '10.0.0.7';
const WRONG = '0000-0000-0000-0000-0000';

async function begin() {
  const bed = tipBed();
  const code = await bed.take.run({ form: bed.aForm(), tip: aTip(), files: [] });
  const ask = new AskState(bed.store, bed.clock, bed.policy);
  return { ...bed, code, ask };
}

describe('whoever has the code', () => {
  it('is told how far the report has come', async () => {
    const { ask, code, store } = await begin();
    expect(await ask.run(code, FROM)).toBe('received');
    store.fates.set(store.kept[0]!.sourceId, { stages: ['verifying'], hasOutcome: false });
    expect(await ask.run(code.toLowerCase().replaceAll('-', ' '), FROM)).toBe('verifying');
  });

  it('may ask as often as he likes', async () => {
    const { ask, code } = await begin();
    for (let n = 0; n < 50; n += 1) expect(await ask.run(code, FROM)).toBe('received');
  });
});

describe('whoever has none', () => {
  it.each([WRONG, '', '查询码', `' or 1=1 --`, 'x'.repeat(10_000)])(
    'is told the same for “%s”',
    async (typed) => {
      expect(await (await begin()).ask.run(typed, FROM)).toBeNull();
    },
  );

  it('guesses ten times, then waits, with the right code too', async () => {
    const { ask, code, clock } = await begin();
    for (let n = 0; n < 10; n += 1) await ask.run(WRONG, FROM);
    await expect(ask.run(code, FROM)).rejects.toThrow('查询失败次数过多');
    expect(await ask.run(code, '10.0.0.8')).toBe('received');
    clock.advance(minutes(10));
    expect(await ask.run(code, FROM)).toBe('received');
  });

  it('guesses many at once no oftener', async () => {
    const { ask } = await begin();
    const all = await Promise.allSettled(Array.from({ length: 30 }, () => ask.run(WRONG, FROM)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });
});

import { describe, expect, it } from '@jest/globals';
import { seconds } from './duration.js';
import { FakeClock } from './testing/fake-clock.js';
import { ToldLately } from './told-lately.js';

const setUp = (most?: number) => {
  const clock = new FakeClock('2026-11-28T08:00:00+08:00');
  const lately = new ToldLately<number>(clock, seconds(10), most);
  let readings = 0;
  const ask = (question = 'all') => lately.tell(question, () => Promise.resolve((readings += 1)));
  return { clock, lately, ask };
};

describe('what was told lately', () => {
  it('is told again to whoever asks the same, until it is old', async () => {
    const { clock, ask } = setUp();
    expect(await Promise.all([ask(), ask(), ask('red')])).toEqual([1, 1, 2]);
    clock.advance(seconds(9.9));
    expect(await ask()).toBe(1);
    clock.advance(seconds(0.1));
    expect(await ask()).toBe(3);
  });

  it('is not what failed', async () => {
    const { lately, ask } = setUp();
    await expect(lately.tell('all', () => Promise.reject(new Error('gone')))).rejects.toThrow(
      'gone',
    );
    expect(await ask()).toBe(1);
  });

  it('is of so many questions, and no more', async () => {
    const { ask } = setUp(2);
    for (const question of ['a', 'b', 'c']) await ask(question);
    expect([await ask('b'), await ask('c'), await ask('a')]).toEqual([2, 3, 4]);
  });
});

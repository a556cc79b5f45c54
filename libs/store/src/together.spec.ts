import { describe, expect, it } from '@jest/globals';
import { Together } from './together.js';

/** Work that ends when the test says so, and remembers what came together. */
function bench() {
  const rounds: number[][] = [];
  const ends: (() => void)[] = [];
  const together = new Together<number, number>(async (items) => {
    rounds.push([...items]);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (items.includes(13)) throw new Error('no');
    return items.map((n) => n * 10);
  });
  const end = async (): Promise<void> => {
    while (ends.length === 0) await Promise.resolve();
    ends.shift()?.();
  };
  return { rounds, together, end };
}

describe('working together', () => {
  it('does at once what comes alone, and in one go what came meanwhile; each gets its own answer', async () => {
    const { rounds, together, end } = bench();
    const first = together.do(1);
    await Promise.resolve();
    await Promise.resolve();
    const later = [together.do(2), together.do(3)];
    await end();
    expect(await first).toBe(10);
    await end();
    expect(await Promise.all(later)).toEqual([20, 30]);
    expect(rounds).toEqual([[1], [2, 3]]);
  });

  it('tells all of a go that failed, and goes on', async () => {
    const { together, end } = bench();
    const failing = Promise.allSettled([together.do(13), together.do(4)]);
    await end();
    expect((await failing).map((one) => one.status)).toEqual(['rejected', 'rejected']);
    const next = together.do(5);
    await end();
    expect(await next).toBe(50);
  });
});

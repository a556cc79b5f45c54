import { describe, expect, it } from '@jest/globals';
import { evenly } from './evenly.js';
import { Lanes } from './lanes.js';

describe('an even answer', () => {
  it('waits for the same while, whether something was found or it failed', async () => {
    const waits: number[] = [];
    const wait = ((ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    }) as never;
    await expect(evenly(Promise.resolve('found'), wait)).resolves.toBe('found');
    await expect(evenly(Promise.reject(new Error('failed')), wait)).rejects.toThrow('failed');
    expect(new Set(waits).size).toBe(1);
  });

  it('does not come before the while is over', async () => {
    const order: string[] = [];
    const wait = (() => Promise.resolve().then(() => order.push('waited'))) as never;
    await evenly(Promise.resolve('found'), wait).then(() => order.push('answered'));
    expect(order).toEqual(['waited', 'answered']);
  });
});

describe('lanes', () => {
  it('let so many in at once, and the next when one is out', async () => {
    const lanes = new Lanes(1);
    let out = (): void => undefined;
    const long = lanes.run(() => new Promise<void>((resolve) => (out = resolve)));
    await expect(lanes.run(() => Promise.resolve(1))).rejects.toThrow('人太多');
    out();
    await long;
    await expect(lanes.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(lanes.run(() => Promise.resolve(2))).resolves.toBe(2);
  });
});

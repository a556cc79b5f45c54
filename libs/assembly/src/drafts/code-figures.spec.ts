import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ReasonPrecision } from '@risk/cases';
import { minutes } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { CountCodes } from './code-figures.js';

const reason = (code: string): ReasonPrecision => ({
  ...{ engine: 'rules', code, value: 0.5, n: 2, low: 0.1, high: 0.9 },
  ...{ alerts: 3, confirmed: 1, refuted: 1, undecided: 1 },
});

class Scene {
  readonly clock = new FakeClock();
  readonly log = new FakeLog();
  readonly asked: string[] = [];
  real: readonly ReasonPrecision[] = [reason('CP-A')];
  isDown = false;
  /** Who counts waits for this; who looks loses patience with `lose`. */
  counted: Promise<unknown> = Promise.resolve();
  lose: () => void = () => undefined;
  readonly count = new CountCodes({
    clock: this.clock,
    log: this.log,
    patience: () => new Promise((resolve) => (this.lose = resolve)),
    strikes: async () => {
      this.asked.push('strikes');
      await this.counted;
      if (this.isDown) throw new Error('no database');
      return [{ code: 'CP-B', records: 4, entities: 2 }];
    },
    reasons: (_from, samples) => {
      this.asked.push(samples ? 'samples' : 'real');
      return Promise.resolve(samples ? [reason('CP-S')] : this.real);
    },
  });
}

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
});

describe('figures of rules and words', () => {
  it('join strikes with outcomes', async () => {
    const { of, isSample } = await scene.count.read();
    expect(isSample).toBe(false);
    expect(of.get('CP-B')).toEqual({ records: 4, entities: 2, precision: null });
    expect(of.get('CP-A')).toMatchObject({ records: 0, precision: { confirmed: 1, alerts: 3 } });
  });

  it('are those of the sample city only where nothing real is known, and say so', async () => {
    scene.real = [];
    const { of, isSample } = await scene.count.read();
    expect([isSample, of.has('CP-S')]).toEqual([true, true]);
  });

  it('are counted once in ten minutes, and shown while they are counted anew', async () => {
    const first = await scene.count.read();
    await scene.count.read();
    expect(scene.asked).toEqual(['strikes', 'real']);
    scene.clock.advance(minutes(11));
    expect(await scene.count.read()).toBe(first);
    await nextTurn();
    expect(scene.asked).toHaveLength(4);
  });

  it('are not waited for long by whoever looks, but by whoever takes a file along', async () => {
    let goOn: (value?: unknown) => void = () => undefined;
    scene.counted = new Promise((resolve) => (goOn = resolve));
    const looking = scene.count.read();
    const taking = scene.count.readWhole();
    scene.lose();
    expect(await looking).toMatchObject({ asOf: null, isSample: false });
    goOn();
    expect((await taking).asOf).toEqual(scene.clock.now());
    expect((await scene.count.read()).of.size).toBe(2);
    expect(scene.asked).toEqual(['strikes', 'real']);
  });

  it('are empty, and asked for again, while they cannot be counted', async () => {
    scene.isDown = true;
    expect(await scene.count.read()).toMatchObject({ asOf: null });
    expect(scene.log.lines).toMatchObject([{ level: 'warn' }]);
    scene.isDown = false;
    expect((await scene.count.read()).of.size).toBe(2);
  });
});

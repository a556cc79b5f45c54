import { beforeEach, describe, expect, it } from '@jest/globals';
import type { OutcomeReport } from '@risk/cases';
import { minutes } from '@risk/kit';
import { FakeClock } from '../../../kit/src/testing/fake-clock.js';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { CountCodes } from './code-figures.js';

const part = (code: string): OutcomeReport['parts'][number] => ({
  ...{ engine: 'rules', code, value: 0.5, n: 2, low: 0.1, high: 0.9 },
  ...{ alerts: 3, confirmed: 1, refuted: 1, undecided: 1 },
});

class Scene {
  readonly clock = new FakeClock();
  readonly log = new FakeLog();
  readonly asked: string[] = [];
  real: OutcomeReport['parts'] = [part('CP-A')];
  isDown = false;
  readonly count = new CountCodes({
    clock: this.clock,
    log: this.log,
    strikes: () => {
      this.asked.push('strikes');
      if (this.isDown) return Promise.reject(new Error('no database'));
      return Promise.resolve([{ code: 'CP-B', records: 4, entities: 2 }]);
    },
    outcomes: (_from, samples) => {
      this.asked.push(samples ? 'samples' : 'real');
      return Promise.resolve({ parts: samples ? [part('CP-S')] : this.real });
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
    expect(scene.asked).toHaveLength(4);
  });

  it('are empty, and asked for again, while they cannot be counted', async () => {
    scene.isDown = true;
    expect((await scene.count.read()).of.size).toBe(0);
    expect(scene.log.lines).toMatchObject([{ level: 'warn' }]);
    scene.isDown = false;
    expect((await scene.count.read()).of.size).toBe(2);
  });
});

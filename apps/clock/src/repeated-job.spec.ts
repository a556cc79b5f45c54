import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { House } from '@risk/assembly';
import { FakeLog } from '../../../libs/kit/src/testing/fake-log.js';
import { JOBS } from './jobs.js';
import { repeatedJob } from './repeated-job.js';

type Job = OnApplicationBootstrap & OnApplicationShutdown & { tick(): Promise<void> };

const house = { log: new FakeLog() } as unknown as House;

/** A job that counts its runs, each of which takes until it is let go. */
function counting(atStart: boolean) {
  const runs: House[] = [];
  let letGo: () => void = () => undefined;
  const job = repeatedJob({
    name: 'count',
    when: Interval(1_000),
    atStart,
    run: (at) => {
      runs.push(at);
      return new Promise<void>((resolve) => (letGo = resolve));
    },
  });
  const made = new job(house) as Job;
  return {
    made,
    runs,
    end: () => {
      letGo();
    },
  };
}

describe('a repeated job', () => {
  it('does its work for the house at each tick, never two at once', async () => {
    const { made, runs, end } = counting(false);
    const first = made.tick();
    await made.tick();
    expect(runs).toEqual([house]);
    end();
    await first;
    const second = made.tick();
    end();
    await second;
    expect(runs).toHaveLength(2);
  });

  it('is done at the start only when it says so', async () => {
    const [eager, patient] = [counting(true), counting(false)];
    const started = Promise.all([
      eager.made.onApplicationBootstrap(),
      patient.made.onApplicationBootstrap(),
    ]);
    eager.end();
    await started;
    expect([eager.runs.length, patient.runs.length]).toEqual([1, 0]);
  });

  it('ends its last run before the house closes, and begins no other', async () => {
    const { made, runs, end } = counting(false);
    const last = made.tick();
    let closed = false;
    const closing = Promise.resolve(made.onApplicationShutdown()).then(() => (closed = true));
    expect(closed).toBe(false);
    end();
    await Promise.all([last, closing]);
    await made.tick();
    expect(runs).toHaveLength(1);
  });

  it('is a class of its own for each work of the house', () => {
    expect(new Set(JOBS).size).toBe(JOBS.length);
  });
});

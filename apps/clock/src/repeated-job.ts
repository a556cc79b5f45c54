import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Type,
} from '@nestjs/common';
import { House } from '@risk/assembly';
import { OneAtATime } from './one-at-a-time.js';

/** Work that is done again and again. */
export interface RepeatedWork {
  readonly name: string;
  /** `@Interval(…)` or `@Cron(…)` of @nestjs/schedule. */
  readonly when: MethodDecorator;
  readonly run: (house: House) => Promise<unknown>;
  /** Also done when the app has started. */
  readonly atStart?: boolean;
}

/** A job that does its work at each tick, never two at once, and lets the last one end before the house closes. */
export function repeatedJob({ name, when, run, atStart = false }: RepeatedWork): Type {
  @Injectable()
  class RepeatedJob implements OnApplicationBootstrap, OnApplicationShutdown {
    private readonly runner: OneAtATime;

    constructor(house: House) {
      this.runner = new OneAtATime(name, house.log, () => run(house));
    }

    async onApplicationBootstrap(): Promise<void> {
      if (atStart) await this.tick();
    }

    @when
    tick(): Promise<void> {
      return this.runner.tick();
    }

    onApplicationShutdown(): Promise<void> {
      return this.runner.idle();
    }
  }
  return RepeatedJob;
}

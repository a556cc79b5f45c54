import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { House } from '@risk/assembly';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 5_000;

/** Lets editions of the rules that run in shadow look at what came in. */
@Injectable()
export class ShadowJob implements OnApplicationShutdown {
  private readonly runner: OneAtATime;

  constructor(house: House) {
    this.runner = new OneAtATime('shadow', house.log, () => house.editions.shadows.run());
  }

  @Interval(EVERY_MS)
  tick(): Promise<void> {
    return this.runner.tick();
  }

  onApplicationShutdown(): Promise<void> {
    return this.runner.idle();
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { House } from '@risk/assembly';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 5_000;

/** Sees to it that the tiers keep to what the office can handle; the look itself knows when it is time to count. */
@Injectable()
export class KeepWithinCapacityJob implements OnApplicationShutdown {
  private readonly runner: OneAtATime;

  constructor(house: House) {
    this.runner = new OneAtATime('keep-within-capacity', house.log, () =>
      house.keepWithinCapacity.look(),
    );
  }

  @Interval(EVERY_MS)
  tick(): Promise<void> {
    return this.runner.tick();
  }

  onApplicationShutdown(): Promise<void> {
    return this.runner.idle();
  }
}

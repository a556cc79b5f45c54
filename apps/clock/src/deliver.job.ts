import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { House } from '@risk/assembly';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 100;

/** Sends what lies due in the outbox. */
@Injectable()
export class DeliverJob implements OnApplicationShutdown {
  private readonly runner: OneAtATime;

  constructor(house: House) {
    this.runner = new OneAtATime('deliver', house.log, () => house.deliver.run());
  }

  @Interval(EVERY_MS)
  tick(): Promise<void> {
    return this.runner.tick();
  }

  onApplicationShutdown(): Promise<void> {
    return this.runner.idle();
  }
}

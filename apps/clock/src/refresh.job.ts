import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { House } from '@risk/assembly';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 60_000;

/** Computes indices anew once a day and when rules or scoring changed; a tick asks whether that is due. */
@Injectable()
export class RefreshJob implements OnApplicationShutdown {
  private readonly runner: OneAtATime;

  constructor(house: House) {
    this.runner = new OneAtATime('refresh', house.log, () => house.refreshIndices.run());
  }

  @Interval(EVERY_MS)
  tick(): Promise<void> {
    return this.runner.tick();
  }

  onApplicationShutdown(): Promise<void> {
    return this.runner.idle();
  }
}

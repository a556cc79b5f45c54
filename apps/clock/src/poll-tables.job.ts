import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { House } from '@risk/assembly';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 5_000;

/** Reads what changed in front-end tables (库表交换). */
@Injectable()
export class PollTablesJob implements OnApplicationShutdown {
  private readonly runner: OneAtATime;

  constructor(house: House) {
    this.runner = new OneAtATime('poll-tables', house.log, () => house.pollTables.run());
  }

  @Interval(EVERY_MS)
  tick(): Promise<void> {
    return this.runner.tick();
  }

  onApplicationShutdown(): Promise<void> {
    return this.runner.idle();
  }
}

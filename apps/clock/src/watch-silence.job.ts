import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { House } from '@risk/assembly';
import { OneAtATime } from './one-at-a-time.js';

/** Looks every five minutes whether a feed fell silent. */
@Injectable()
export class WatchSilenceJob implements OnApplicationShutdown {
  private readonly runner: OneAtATime;

  constructor(house: House) {
    this.runner = new OneAtATime('watch-silence', house.log, () => house.watchSilence.run());
  }

  @Cron('0 */5 * * * *', { timeZone: 'Asia/Shanghai' })
  tick(): Promise<void> {
    return this.runner.tick();
  }

  onApplicationShutdown(): Promise<void> {
    return this.runner.idle();
  }
}

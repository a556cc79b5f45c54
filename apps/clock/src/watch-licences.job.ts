import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { House } from '@risk/assembly';
import { OneAtATime } from './one-at-a-time.js';

/** Looks at the start and every ten minutes, so also just after midnight, which entries of the register end. */
@Injectable()
export class WatchLicencesJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly runner: OneAtATime;

  constructor(house: House) {
    this.runner = new OneAtATime('watch-licences', house.log, () => house.watchLicences.run());
  }

  onApplicationBootstrap(): Promise<void> {
    return this.tick();
  }

  @Cron('5 */10 * * * *', { timeZone: 'Asia/Shanghai' })
  tick(): Promise<void> {
    return this.runner.tick();
  }

  onApplicationShutdown(): Promise<void> {
    return this.runner.idle();
  }
}

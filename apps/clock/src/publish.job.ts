import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { House, PublishEvents } from '@risk/assembly';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 1_000;

/** Publishes alert changes and dead letters on Kafka, when there is a Kafka. */
@Injectable()
export class PublishJob implements OnApplicationShutdown {
  private readonly runner: OneAtATime;
  private readonly events: PublishEvents | null;

  constructor(house: House) {
    this.events = PublishEvents.over(house);
    this.runner = new OneAtATime('publish', house.log, async () => this.events?.run());
  }

  @Interval(EVERY_MS)
  tick(): Promise<void> {
    return this.runner.tick();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner.idle();
    await this.events?.close();
  }
}

import { Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { House, kafkaOf } from '@risk/assembly';
import { FeedConsumer } from '@risk/feed';
import { FeedBatches } from './feed-batches.js';

/** Kafka in, alerts out: one consumer of the three feeds; scales by partitions. */
@Module({})
export class PipelineModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private consumer: FeedConsumer | null = null;

  constructor(private readonly house: House) {}

  onApplicationBootstrap(): void {
    const kafka = kafkaOf(this.house.environment);
    if (!kafka) return;
    const { connection, topics, groupId } = kafka;
    const consumer = new FeedConsumer(
      { connection, topics, groupId, batchesAtOnce: 2 },
      new FeedBatches(this.house),
      this.house.log,
      this.house.clock,
    );
    this.house.watch(() => {
      const health = consumer.health();
      return health.ok ? null : `Kafka：${health.why}`;
    });
    consumer.start();
    this.consumer = consumer;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.consumer?.stop();
  }
}

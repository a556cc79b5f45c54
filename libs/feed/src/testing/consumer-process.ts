import { once } from 'node:events';
import { SilentLog } from '@risk/kit';
import { BatchHandler } from '../batch-handler.js';
import { FeedConsumer, type FeedConsumerOptions } from '../feed-consumer.js';
import type { FeedMessage } from '../feed-message.js';

/** Asks the parent to store a batch and waits for its word, as for a database. */
class ParentKeepsIt extends BatchHandler {
  async handle(batch: readonly FeedMessage[]): Promise<void> {
    const places = batch.map(({ topic, partition, offset, value }) => ({
      topic,
      partition,
      offset,
      text: value?.toString('utf8') ?? null,
    }));
    const answer = once(process, 'message');
    process.send?.(places);
    await answer;
  }
}

const options = JSON.parse(process.argv[2] ?? '') as FeedConsumerOptions;
new FeedConsumer(options, new ParentKeepsIt(), new SilentLog()).start();

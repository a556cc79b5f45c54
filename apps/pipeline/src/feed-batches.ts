import type { House } from '@risk/assembly';
import { BatchHandler, type FeedMessage } from '@risk/feed';
import type { RawItem } from '@risk/intake';

const TOMBSTONE = Buffer.alloc(0);

/** Hands what Kafka delivers to the house; resolves after the commit, so offsets never run ahead. */
export class FeedBatches extends BatchHandler {
  constructor(private readonly house: House) {
    super();
  }

  async handle(batch: readonly FeedMessage[]): Promise<void> {
    await this.house.process.run(batch.map(itemOf));
  }
}

const itemOf = ({ feed, topic, partition, offset, value }: FeedMessage): RawItem => ({
  feed,
  door: 'kafka',
  bytes: value ?? TOMBSTONE,
  origin: { topic, partition, offset },
});

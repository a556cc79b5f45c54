import type { Feed } from '@risk/domain';
import { partitionKeyOf, type RawEnvelope } from './partition-key.js';
import type { OutgoingMessage, TopicProducer } from './topic-producer.js';

/** Puts records into the feeds as another system would: for the command line, benches and tests. */
export class FeedSender {
  constructor(
    private readonly producer: TopicProducer,
    private readonly topics: Readonly<Record<Feed, string>>,
  ) {}

  /** Envelopes as CONTRACTS.md describes them; the key is found in them. */
  send(feed: Feed, envelopes: readonly RawEnvelope[]): Promise<void> {
    return this.sendBytes(
      feed,
      envelopes.map((envelope) => ({
        key: partitionKeyOf(feed, envelope),
        value: JSON.stringify(envelope),
      })),
    );
  }

  /** Whatever bytes: the feeds must stand those, too. */
  sendBytes(feed: Feed, messages: readonly OutgoingMessage[]): Promise<void> {
    return this.producer.send(this.topics[feed], messages);
  }
}

import { FeedSender, partitionKeyOf, TopicProducer, type RawEnvelope } from '@risk/feed';
import type { RawItem } from '@risk/intake';
import { groupBy, type Log } from '@risk/kit';
import type { Environment } from '@risk/settings';
import { Inlet, type Accepted } from './inlet.js';
import { kafkaOf } from './kafka.js';

/** With Kafka every door leads into the topics: answered when the broker has the bytes for good. */
export class KafkaInlet extends Inlet {
  private constructor(
    private readonly sender: FeedSender,
    private readonly producer: TopicProducer,
  ) {
    super();
  }

  static over(environment: Environment, log: Log): KafkaInlet | null {
    const kafka = kafkaOf(environment);
    if (!kafka) return null;
    const producer = new TopicProducer(kafka.connection, log);
    return new KafkaInlet(new FeedSender(producer, kafka.topics), producer);
  }

  async accept(items: readonly RawItem[]): Promise<Accepted> {
    for (const [feed, heap] of groupBy(items, (item) => item.feed)) {
      await this.sender.sendBytes(feed, heap.map(messageOf));
    }
    return { kept: false, queued: items.length };
  }

  async close(): Promise<void> {
    await this.producer.close();
  }
}

function messageOf(item: RawItem) {
  const value =
    item.value === undefined ? Buffer.from(item.bytes) : Buffer.from(JSON.stringify(item.value));
  return { key: keyOf(item), value, headers: { origin: JSON.stringify(item.origin) } };
}

function keyOf(item: RawItem): string | null {
  try {
    const envelope =
      item.value ?? (JSON.parse(Buffer.from(item.bytes).toString('utf8')) as unknown);
    return partitionKeyOf(item.feed, envelope as RawEnvelope);
  } catch {
    return null;
  }
}

import type { Feed } from '@risk/domain';
import type { IHeaders, KafkaMessage } from 'kafkajs';

/** One message as Kafka delivered it, before anybody looked into it. */
export interface FeedMessage {
  readonly feed: Feed;
  readonly topic: string;
  readonly partition: number;
  /** A 64-bit number as text. */
  readonly offset: string;
  readonly key: string | null;
  /** The original bytes; null is Kafka's tombstone. */
  readonly value: Buffer | null;
  readonly timestamp: Date;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where a message stood. */
export interface FeedPlace {
  readonly feed: Feed;
  readonly topic: string;
  readonly partition: number;
}

/** Takes a message out of kafkajs's dress. */
export function feedMessageOf(place: FeedPlace, message: KafkaMessage): FeedMessage {
  return {
    ...place,
    offset: message.offset,
    key: message.key?.toString('utf8') ?? null,
    value: message.value,
    timestamp: new Date(Number(message.timestamp)),
    headers: headersOf(message.headers),
  };
}

function headersOf(headers: IHeaders | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name, first.toString()]];
    }),
  );
}

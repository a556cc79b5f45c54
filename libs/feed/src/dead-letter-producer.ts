import type { Feed } from '@risk/domain';
import type { OutgoingMessage, TopicProducer } from './topic-producer.js';

/** A message that could not be used, as it came. */
export interface DeadLetter {
  readonly feed: Feed;
  /** In plain words, Chinese. */
  readonly reason: string;
  /** The original bytes; null for a tombstone. */
  readonly value: Buffer | null;
  readonly key: string | null;
  /** Where it came from; unknown for a record that came by another door than Kafka. */
  readonly from?: { readonly topic: string; readonly partition: number; readonly offset: string };
}

/** Publishes dead letters; called from an outbox, so that none is lost and one may come twice. */
export class DeadLetterProducer {
  constructor(
    private readonly producer: TopicProducer,
    private readonly topic: string,
  ) {}

  publish(letters: readonly DeadLetter[]): Promise<void> {
    return this.producer.send(this.topic, letters.map(deadLetterMessageOf));
  }
}

/** The original bytes as the value, everything else in headers (UTF-8). */
export function deadLetterMessageOf(letter: DeadLetter): OutgoingMessage {
  const { feed, reason, from } = letter;
  const place: Record<string, string> = from
    ? { 'source-topic': from.topic, partition: String(from.partition), offset: from.offset }
    : {};
  const tombstone: Record<string, string> = letter.value === null ? { tombstone: 'true' } : {};
  return {
    key: letter.key,
    value: letter.value ?? Buffer.alloc(0),
    headers: { reason, feed, ...place, ...tombstone },
  };
}

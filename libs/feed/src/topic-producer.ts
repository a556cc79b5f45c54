import type { Log } from '@risk/kit';
import { Partitioners, type Message, type Producer } from 'kafkajs';
import { kafkaClient, type KafkaConnection } from './kafka-connection.js';
import { sendFailureOf } from './kafka-failure.js';

/** A message on its way out. */
export interface OutgoingMessage {
  /** Keeps one subject's messages in one partition; null spreads them. */
  readonly key: string | Buffer | null;
  readonly value: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Below the broker's usual limit of 1 MiB for what goes to one partition at once. */
const MOST_BYTES = 800 * 1024;

/**
 * Sends to any topic and resolves when all in-sync replicas have it; a lost answer may double messages,
 * never lose or reorder them. Failures are Unavailable (try again) or Invalid (refused for good).
 */
export class TopicProducer {
  private readonly producer: Producer;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(connection: KafkaConnection, log: Log) {
    this.producer = kafkaClient(connection, log).producer({
      allowAutoTopicCreation: false,
      maxInFlightRequests: 1,
      metadataMaxAge: 60_000,
      // The same partitions for the same keys as the Java clients of other systems.
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 3, initialRetryTime: 150, maxRetryTime: 1_000 },
    });
  }

  /** One send at a time: the order of the calls is the order in the topic. */
  send(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    const sent = this.turn.then(() => this.sendNow(topic, messages));
    this.turn = sent.catch(() => undefined);
    return sent;
  }

  async close(): Promise<void> {
    await this.turn;
    await this.producer.disconnect();
  }

  private async sendNow(topic: string, messages: readonly OutgoingMessage[]): Promise<void> {
    try {
      await this.producer.connect();
      for (const chunk of chunksByBytes(messages, MOST_BYTES)) {
        await this.producer.send({ topic, acks: -1, messages: chunk.map(kafkaMessageOf) });
      }
    } catch (error) {
      throw sendFailureOf(error, topic);
    }
  }
}

/** Cuts a list so that each piece stays below `most` bytes; a giant goes alone and may be refused. */
export function chunksByBytes(
  messages: readonly OutgoingMessage[],
  most: number,
): OutgoingMessage[][] {
  const chunks: OutgoingMessage[][] = [];
  let room = 0;
  for (const message of messages) {
    const size = sizeOf(message);
    const chunk = chunks.at(-1);
    if (chunk && size <= room) {
      chunk.push(message);
      room -= size;
    } else {
      chunks.push([message]);
      room = most - size;
    }
  }
  return chunks;
}

function sizeOf({ key, value, headers = {} }: OutgoingMessage): number {
  const frame = 32;
  const texts = [key ?? '', value, ...Object.entries(headers).flat()];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), frame);
}

function kafkaMessageOf({ key, value, headers }: OutgoingMessage): Message {
  return headers ? { key, value, headers } : { key, value };
}

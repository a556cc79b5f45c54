import type { Log } from '@risk/kit';
import { Kafka, logLevel, type KafkaConfig, type LogEntry, type SASLOptions } from 'kafkajs';

/** How to reach Kafka. */
export interface KafkaConnection {
  readonly brokers: readonly string[];
  /** Shows up in the broker's logs. */
  readonly clientId: string;
  readonly ssl?: boolean;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
}

/**
 * A client of its own for every consumer and producer: kafkajs keeps committed offsets per client,
 * so two members of one group on the same client would read each other's.
 */
export function kafkaClient(connection: KafkaConnection, log: Log): Kafka {
  const config: KafkaConfig = {
    brokers: [...connection.brokers],
    clientId: connection.clientId,
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    // Short: the owner of the client has its own, longer back-off and must stay stoppable.
    retry: { retries: 4, initialRetryTime: 150, maxRetryTime: 1_000 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      passOn(entry, log);
    },
  };
  if (connection.ssl !== undefined) config.ssl = connection.ssl;
  if (connection.sasl) config.sasl = connection.sasl as SASLOptions;
  return new Kafka(config);
}

/**
 * kafkajs cries error for what heals itself, and what does not heal comes back as an error anyway;
 * only a jump over offsets, which may mean lost records, would go unseen.
 */
function passOn({ log: { message, topic, partition } }: LogEntry, log: Log): void {
  if (!message.startsWith('Offset out of range')) return;
  log.error('Kafka 中的位点已不存在（保留期已过或主题被重建），从现存最早的消息读起', {
    topic: topic as unknown,
    partition: partition as unknown,
  });
}

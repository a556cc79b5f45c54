import { FEED_TOPICS, type FeedTopics, type KafkaConnection } from '@risk/feed';
import type { Environment } from '@risk/settings';

/** How this installation speaks with Kafka. */
export interface KafkaSettings {
  readonly connection: KafkaConnection;
  readonly topics: FeedTopics;
  readonly groupId: string;
}

/** Kafka's settings from the environment; null when there is no Kafka. */
export function kafkaOf(environment: Environment): KafkaSettings | null {
  const { kafkaBrokers, kafkaGroup, kafkaTopicPrefix } = environment;
  if (!kafkaBrokers) return null;
  const topics = Object.fromEntries(
    Object.entries(FEED_TOPICS).map(([role, name]) => [role, `${kafkaTopicPrefix}${name}`]),
  );
  return {
    connection: { brokers: kafkaBrokers, clientId: 'risk-platform' },
    topics: topics as unknown as FeedTopics,
    groupId: kafkaGroup,
  };
}

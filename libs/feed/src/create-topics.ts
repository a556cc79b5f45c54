import { setTimeout as sleep } from 'node:timers/promises';
import { FEEDS } from '@risk/domain';
import { days, type Log } from '@risk/kit';
import type { Admin, ITopicConfig } from 'kafkajs';
import type { FeedTopics } from './feed-topics.js';
import { withAdmin } from './kafka-admin.js';
import type { KafkaConnection } from './kafka-connection.js';
import { protocolErrorOf } from './kafka-failure.js';

export interface TopicPlan {
  readonly topics: FeedTopics;
  /** Of each source topic: as many pipeline processes can work at once. */
  readonly partitions: number;
  /** 1 on a single broker, 3 where there are three. */
  readonly replicas: number;
}

/** A topic as it stands now; its partitions may differ from the plan when it was there before. */
export interface StandingTopic {
  readonly topic: string;
  readonly partitions: number;
  readonly created: boolean;
}

/** 本地默认: an outage of the pipeline shorter than this loses nothing. */
const KEEP_SOURCE = days(14);
const KEEP_OUTPUT = days(90);
/** A dead letter is the original, up to the usual 1 MiB, plus its headers. */
const DEAD_LETTER_BYTES = 2 * 1_048_576;

/** Creates the topics that are missing and says how each stands; never changes one that exists. */
export function createTopics(
  connection: KafkaConnection,
  plan: TopicPlan,
  log: Log,
): Promise<readonly StandingTopic[]> {
  return withAdmin(connection, log, async (admin) => {
    const wanted = topicConfigsOf(plan);
    const before = new Set(await admin.listTopics());
    const missing = wanted.filter(({ topic }) => !before.has(topic));
    // Not kafkajs's waitForLeaders: it fails when the broker has not yet heard of a topic that exists.
    if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: false });
    const standing = await standingOf(admin, wanted);
    return standing.map((topic) => ({ ...topic, created: !before.has(topic.topic) }));
  });
}

/** What each topic is to look like. */
export function topicConfigsOf({ topics, partitions, replicas }: TopicPlan): ITopicConfig[] {
  const config = (
    topic: string,
    numPartitions: number,
    entries: Record<string, number>,
  ): ITopicConfig => ({
    topic,
    numPartitions,
    replicationFactor: replicas,
    configEntries: Object.entries({ ...entries, 'min.insync.replicas': Math.min(2, replicas) }).map(
      ([name, value]) => ({ name, value: String(value) }),
    ),
  });
  return [
    ...FEEDS.map((feed) => config(topics[feed], partitions, { 'retention.ms': KEEP_SOURCE })),
    config(topics.deadLetter, 1, {
      'retention.ms': KEEP_OUTPUT,
      'max.message.bytes': DEAD_LETTER_BYTES,
    }),
    config(topics.alerts, Math.min(3, partitions), { 'retention.ms': KEEP_OUTPUT }),
  ];
}

/** Asks until the broker knows every topic with a leader for each partition. */
async function standingOf(
  admin: Admin,
  wanted: readonly ITopicConfig[],
): Promise<{ topic: string; partitions: number }[]> {
  const topics = wanted.map(({ topic }) => topic);
  for (let asked = 1; ; asked += 1) {
    try {
      const metadata = await admin.fetchTopicMetadata({ topics });
      return metadata.topics.map(({ name, partitions }) => ({
        topic: name,
        partitions: partitions.length,
      }));
    } catch (error) {
      if (asked >= ASK_TIMES || !isTooEarly(error)) throw error;
    }
    await sleep(ASK_EVERY);
  }
}

const NOT_YET = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE']);
/** kafkajs stumbles over its own empty answer (TypeError) where the second of two questions failed. */
const isTooEarly = (error: unknown): boolean =>
  error instanceof TypeError || NOT_YET.has(protocolErrorOf(error) ?? '');
const ASK_EVERY = 100;
const ASK_TIMES = 150;

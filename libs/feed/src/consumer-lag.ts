import type { Log } from '@risk/kit';
import { withAdmin } from './kafka-admin.js';
import type { KafkaConnection } from './kafka-connection.js';

/** How far a group is behind in one partition. */
export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  /** The next offset to read; null when the group never committed here. */
  readonly committed: bigint | null;
  readonly begin: bigint;
  readonly end: bigint;
  readonly lag: bigint;
}

/** Asks the broker how much a group has still to read. */
export function consumerLag(
  connection: KafkaConnection,
  groupId: string,
  topics: readonly string[],
  log: Log,
): Promise<readonly PartitionLag[]> {
  return withAdmin(connection, log, async (admin) => {
    const committed = await admin.fetchOffsets({ groupId, topics: [...topics] });
    const lags = committed.map(async ({ topic, partitions }) => {
      const ends = await admin.fetchTopicOffsets(topic);
      return ends.map(({ partition, low, high }) => {
        const offset = partitions.find((one) => one.partition === partition)?.offset ?? '-1';
        return lagOf({
          topic,
          partition,
          committed: BigInt(offset),
          begin: BigInt(low),
          end: BigInt(high),
        });
      });
    });
    return (await Promise.all(lags)).flat();
  });
}

/** Kafka says -1 for never committed; reading then begins at what is still there. */
export function lagOf(at: {
  readonly topic: string;
  readonly partition: number;
  readonly committed: bigint;
  readonly begin: bigint;
  readonly end: bigint;
}): PartitionLag {
  const from = at.committed < at.begin ? at.begin : at.committed;
  return { ...at, committed: at.committed < 0n ? null : at.committed, lag: at.end - from };
}

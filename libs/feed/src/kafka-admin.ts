import { RiskError, Unavailable, type Log } from '@risk/kit';
import type { Admin } from 'kafkajs';
import { kafkaClient, type KafkaConnection } from './kafka-connection.js';
import { sentenceOf } from './kafka-failure.js';

/** Lends an admin client for one piece of work. */
export async function withAdmin<T>(
  connection: KafkaConnection,
  log: Log,
  work: (admin: Admin) => Promise<T>,
): Promise<T> {
  const admin = kafkaClient(connection, log).admin();
  try {
    await admin.connect();
    return await work(admin);
  } catch (error) {
    if (error instanceof RiskError) throw error;
    throw new Unavailable(`Kafka 管理操作失败：${sentenceOf(error)}`, {}, { cause: error });
  } finally {
    await admin.disconnect();
  }
}

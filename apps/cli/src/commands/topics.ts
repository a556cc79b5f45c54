import { parseArgs } from 'node:util';
import { kafkaOf, PinoLog } from '@risk/assembly';
import { createTopics } from '@risk/feed';
import { Invalid } from '@risk/kit';
import { readEnvironment } from '@risk/settings';
import type { Command } from '../command.js';

/** Creates the topics of the feeds. */
export const topicsCommand: Command = {
  summary: '建立 Kafka 主题',
  help: `用法: risk topics [--partitions 6] [--replicas 1]

按 KAFKA_BROKERS 建立三路数据、死信和预警事件的主题；已有的不动。`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        partitions: { type: 'string', default: '6' },
        replicas: { type: 'string', default: '1' },
      },
    });
    const kafka = kafkaOf(readEnvironment());
    if (!kafka) throw new Invalid('请先设置环境变量 KAFKA_BROKERS');
    const plan = {
      topics: kafka.topics,
      partitions: countOf('--partitions', values.partitions),
      replicas: countOf('--replicas', values.replicas),
    };
    const standing = await createTopics(kafka.connection, plan, new PinoLog('risk-cli', 'warn'));
    for (const topic of standing) io.stdout.write(`${JSON.stringify(topic)}\n`);
    return 0;
  },
};

function countOf(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 1000) return count;
  throw new Invalid(`${option} 应为 1 到 1000 的整数`);
}

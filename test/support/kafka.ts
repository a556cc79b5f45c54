import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { kafkaMissing, startKafka, type LocalKafka } from '../../tools/kafka.mjs';

/** Why tests with a real broker cannot run here; null when they can. In CI they always must. */
function reasonToSkip(): string | null {
  const reason = process.env['RISK_KAFKA'] === 'off' ? 'RISK_KAFKA=off' : kafkaMissing();
  if (reason !== null && process.env['CI'] === 'true') {
    throw new Error(`CI 中不得跳过 Kafka 测试：${reason}`);
  }
  return reason;
}

/** A group of tests around a real Kafka of their own; skipped, loudly, where there can be none. */
export function describeWithKafka(name: string, tests: (kafka: () => LocalKafka) => void): void {
  const reason = reasonToSkip();
  if (reason !== null) {
    process.stderr.write(`\n!!! 跳过真实 Kafka 测试“${name}”：${reason}\n\n`);
    describe.skip(name, () => {
      tests(() => {
        throw new Error(reason);
      });
    });
    return;
  }
  describe(name, () => {
    const dir = mkdtempSync(join(tmpdir(), 'risk-kafka-'));
    let kafka: LocalKafka | undefined;
    beforeAll(async () => {
      kafka = await startKafka({ dir });
    }, 180_000);
    afterAll(async () => {
      await kafka?.stop();
      rmSync(dir, { recursive: true, force: true });
    }, 30_000);
    tests(() => {
      if (!kafka) throw new Error('Kafka 尚未启动');
      return kafka;
    });
  });
}

import { once } from 'node:events';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { FEEDS } from '@risk/domain';
import { Invalid, SilentLog, Unavailable } from '@risk/kit';
import { describeWithKafka } from '../../../test/support/kafka.js';
import { AlertEventProducer } from './alert-event-producer.js';
import { BatchHandler } from './batch-handler.js';
import { consumerLag } from './consumer-lag.js';
import { createTopics } from './create-topics.js';
import { DeadLetterProducer } from './dead-letter-producer.js';
import type { FeedMessage } from './feed-message.js';
import { forkTypescript } from './testing/fork-typescript.js';
import { KafkaScene } from './testing/kafka-scene.js';
import { Keep, KeepingHandler } from './testing/keeping-handler.js';
import { until } from './testing/until.js';
import { TopicProducer } from './topic-producer.js';

jest.setTimeout(60_000);

describeWithKafka('the feeds on a real Kafka', (kafka) => {
  let keep: Keep;
  let scene: KafkaScene;

  beforeEach(async () => {
    keep = new Keep();
    scene = await new KafkaScene(kafka().brokers, keep).open();
  });
  afterEach(async () => {
    await scene.close();
  });

  const allKept = (ids: readonly string[]) => () => ids.every((id) => keep.records.has(id));
  const allCommitted = async () =>
    (await scene.committed()) === keep.handled.size && keep.handled.size > 0;

  /** The promise: nothing lost, no commit ahead of the handler, and in the end all is committed. */
  async function expectEverythingKept(ids: readonly string[]): Promise<void> {
    await until(allKept(ids));
    await until(allCommitted);
    expect([...keep.records.keys()].sort()).toEqual([...ids].sort());
    expect(scene.hasty).toEqual([]);
  }

  it('brings every record once, keeps duplicates and poison apart, and gathers partitions into batches', async () => {
    const ids = await scene.produce(600);
    await scene.produce(30); // the same sourceIds again
    const poison = ['', '{', '\u0000', '[1', '{"sourceId":'].map((text) => ({
      key: null,
      value: text,
    }));
    await scene.sender.sendBytes('complaint', poison);
    // nobody reads this one, or it would come back as poison
    await scene.producer.send(scene.topics.deadLetter, [{ key: null, value: 'not json' }]);
    const handler = new KeepingHandler(keep);
    scene.consumer(handler);
    await expectEverythingKept(ids);
    expect(keep.deadLetters.map(({ value }) => value?.toString()).sort()).toEqual(
      poison.map(({ value }) => value).sort(),
    );
    expect([...keep.handled.values()].every((times) => times === 1)).toBe(true);
    expect(Math.max(...handler.batches)).toBeGreaterThan(200); // 3 feeds x 3 partitions in one transaction
  });

  it('cuts a fetch into batches of the size that was asked for', async () => {
    const ids = await scene.produce(500);
    const handler = new KeepingHandler(keep);
    scene.consumer(handler, { maxBatchRecords: 64, batchesAtOnce: 2 });
    await expectEverythingKept(ids);
    expect(Math.max(...handler.batches)).toBeLessThanOrEqual(64);
  });

  it('loses nothing while members come and go', async () => {
    const handler = new KeepingHandler(keep);
    handler.takes = 20;
    const early = await scene.produce(1_000, 'early');
    const first = scene.consumer(handler, { maxBatchRecords: 20 });
    await until(() => keep.handled.size > 100);
    scene.consumer(handler, { maxBatchRecords: 20 });
    const late = await scene.produce(500, 'late');
    scene.consumer(handler, { maxBatchRecords: 20 });
    await until(() => keep.handled.size > 400);
    await first.stop();
    expect(first.health().ok).toBe(false);
    await expectEverythingKept([...early, ...late]);
    expect(scene.log.count('已加入 Kafka 消费组')).toBeGreaterThanOrEqual(5);
  });

  it('holds its partitions through a database outage longer than the session, then goes on', async () => {
    const handler = new KeepingHandler(keep);
    const outage = new Unavailable('数据库连接中断');
    handler.failures = [...Array.from({ length: 18 }, () => outage), new TypeError('who knows')];
    const consumer = scene.consumer(handler, { sessionTimeout: 3_000 });
    const ids = await scene.produce(90);
    await until(
      () => !consumer.health().ok && (consumer.health().why ?? '').includes('数据库连接中断'),
    );
    expect(await scene.committed()).toBe(0);
    const joined = scene.log.count('已加入 Kafka 消费组');
    await until(() => keep.handled.size > 0);
    expect(scene.log.count('已加入 Kafka 消费组')).toBe(joined);
    await expectEverythingKept(ids);
    await until(() => consumer.health().ok);
    expect(scene.log.count('这批消息暂时处理不了，稍后重试')).toBe(1);
  });

  it('stops in mid-batch: the batch in hand is finished and committed, the rest is left to the next', async () => {
    const ids = await scene.produce(300);
    const handler = new KeepingHandler(keep);
    handler.takes = 300;
    const consumer = scene.consumer(handler, { maxBatchRecords: 10 });
    await until(() => handler.batches.length === 2);
    await consumer.stop();
    const soFar = keep.handled.size;
    expect(soFar).toBeLessThan(100);
    expect(await scene.committed()).toBe(soFar);
    handler.takes = 0;
    scene.consumer(handler);
    await expectEverythingKept(ids);
    expect([...keep.handled.values()].every((times) => times === 1)).toBe(true);
  });

  it('stops at once while the database is down, and commits nothing', async () => {
    const ids = await scene.produce(30);
    const handler = new KeepingHandler(keep);
    handler.failures = Array.from({ length: 1_000 }, () => new Unavailable('数据库连接中断'));
    const consumer = scene.consumer(handler, { handlerBackOff: { first: 60_000, most: 60_000 } });
    await until(() => !consumer.health().ok && handler.failures.length < 1_000);
    await consumer.stop();
    expect(await scene.committed()).toBe(0);
    handler.failures = [];
    scene.consumer(handler);
    await expectEverythingKept(ids);
  });

  it('takes over from a member that was killed in mid-batch', async () => {
    const ids = await scene.produce(200);
    const options = scene.consumerOptions({ maxBatchRecords: 50 });
    const child = forkTypescript('libs/feed/src/testing/consumer-process.ts', [
      JSON.stringify(options),
    ]);
    const [batch] = (await once(child, 'message')) as [{ text: string }[]];
    child.kill('SIGKILL'); // after the batch reached the "database", before anybody answered
    await once(child, 'exit');
    expect(batch.length).toBeGreaterThan(0);
    scene.consumer(new KeepingHandler(keep));
    await expectEverythingKept(ids);
  });

  it('refuses the late commit of a member that was frozen past its session', async () => {
    const ids = await scene.produce(200);
    const options = scene.consumerOptions({ maxBatchRecords: 50 });
    const child = forkTypescript('libs/feed/src/testing/consumer-process.ts', [
      JSON.stringify(options),
    ]);
    await once(child, 'message');
    child.kill('SIGSTOP');
    const handler = new KeepingHandler(keep);
    scene.consumer(handler);
    await until(allKept(ids));
    await until(allCommitted);
    child.on('message', (batch: (FeedMessage & { text: string })[]) => {
      keep.store(batch.map((message) => ({ ...message, value: Buffer.from(message.text) })));
      child.send('kept');
    });
    child.send('kept'); // the answer to the batch that it held when it froze: its commit comes too late
    child.kill('SIGCONT');
    await until(() => scene.log.count('已加入 Kafka 消费组') >= 2); // it is back and the group shares anew
    const late = await scene.produce(300, 'late');
    await expectEverythingKept([...ids, ...late]);
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('lives through a broker that is killed and comes back', async () => {
    const handler = new KeepingHandler(keep);
    const consumer = scene.consumer(handler);
    const before = await scene.produce(300, 'before');
    await until(() => keep.handled.size > 0);
    await kafka().kill();
    const lost = scene.produce(3, 'never');
    await expect(lost).rejects.toThrow(Unavailable);
    await until(() => !consumer.health().ok);
    await kafka().restart();
    const after = await scene.produce(300, 'after');
    await expectEverythingKept([...before, ...after]);
    await until(() => consumer.health().ok);
  });

  it('waits for a broker that is down at the start', async () => {
    const ids = await scene.produce(30);
    await kafka().stop();
    const consumer = scene.consumer(new KeepingHandler(keep));
    await until(() => (consumer.health().why ?? '').startsWith('连不上 Kafka'));
    await kafka().restart();
    await expectEverythingKept(ids);
    expect(scene.log.count('Kafka 连接中断或尚未建立，将自动重连')).toBe(1);
  });

  it('waits for topics that do not exist yet, and creates no topic by itself', async () => {
    const late = new KafkaScene(kafka().brokers, keep);
    const consumer = late.consumer(new KeepingHandler(keep));
    await until(() => (consumer.health().why ?? '').includes('主题不存在'));
    await late.open();
    const ids = await late.produce(9);
    await until(allKept(ids));
    await late.close();
  });

  it('publishes dead letters and alert events with their headers', async () => {
    await new DeadLetterProducer(scene.producer, scene.topics.deadLetter).publish([
      {
        feed: 'complaint',
        reason: '第 3 行：不是 JSON',
        key: '郴州某某',
        value: Buffer.from([0xff, 0x00, 0x7b]),
        from: { topic: scene.topics.complaint, partition: 2, offset: '41' },
      },
    ]);
    await new AlertEventProducer(scene.producer, scene.topics.alerts).publish([
      {
        id: 'e1',
        type: 'risk.alert.raised',
        alertId: 'a1',
        at: new Date(0),
        data: { tier: 'red' },
      },
    ]);
    const seen = new Map<string, FeedMessage>();
    const collector = new (class extends BatchHandler {
      async handle(batch: readonly FeedMessage[]): Promise<void> {
        for (const message of batch) seen.set(message.topic, message);
        return Promise.resolve();
      }
    })();
    const { deadLetter, alerts, registration } = scene.topics;
    scene.consumer(collector, {
      groupId: 'collector',
      topics: { registration: deadLetter, complaint: alerts, advertisement: registration },
    });
    await until(() => seen.size === 2);
    expect(seen.get(deadLetter)).toMatchObject({
      key: '郴州某某',
      value: Buffer.from([0xff, 0x00, 0x7b]),
      headers: {
        reason: '第 3 行：不是 JSON',
        feed: 'complaint',
        'source-topic': scene.topics.complaint,
        partition: '2',
        offset: '41',
      },
    });
    expect(JSON.parse(seen.get(alerts)?.value?.toString() ?? '')).toEqual({ tier: 'red' });
    expect(seen.get(alerts)?.headers).toMatchObject({
      ce_id: 'e1',
      ce_type: 'risk.alert.raised',
      ce_time: '1970-01-01T00:00:00.000Z',
    });
  });

  it('sends more at once than Kafka takes at once, and refuses a giant for good', async () => {
    const text = 'x'.repeat(100_000);
    const many = Array.from({ length: 30 }, (_, i) => ({
      sourceId: `big-${i}`,
      payload: { text },
    }));
    await scene.sender.send('complaint', many);
    scene.consumer(new KeepingHandler(keep));
    await expectEverythingKept(many.map(({ sourceId }) => sourceId));
    const giant = { key: null, value: Buffer.alloc(1_500_000, 97) };
    await expect(scene.sender.sendBytes('complaint', [giant])).rejects.toThrow(Invalid);
    await scene.producer.send(scene.topics.deadLetter, [giant]); // the dead letter of a record near the limit fits
  });

  it('says how far a group is behind', async () => {
    await scene.produce(30);
    const topics = FEEDS.map((feed) => scene.topics[feed]);
    const lags = () => consumerLag(scene.connection, scene.groupId, topics, new SilentLog());
    const before = await lags();
    expect(before).toHaveLength(9);
    expect(before.every(({ committed, lag, end }) => committed === null && lag === end)).toBe(true);
    expect(before.reduce((sum, { lag }) => sum + lag, 0n)).toBeGreaterThanOrEqual(30n);
    scene.consumer(new KeepingHandler(keep));
    await until(async () => (await lags()).every(({ lag }) => lag === 0n));
  });

  it('creates missing topics once and reports what stands', async () => {
    const standing = await createTopics(
      scene.connection,
      { topics: scene.topics, partitions: 12, replicas: 1 },
      new SilentLog(),
    );
    expect(standing.map(({ created }) => created)).toEqual([false, false, false, false, false]);
    expect(standing.find(({ topic }) => topic === scene.topics.complaint)?.partitions).toBe(3);
  });

  it('says Unavailable where no Kafka answers', async () => {
    const nowhere = { brokers: ['127.0.0.1:1'], clientId: 'nowhere' };
    const producer = new TopicProducer(nowhere, new SilentLog());
    await expect(producer.send('t', [{ key: null, value: 'x' }])).rejects.toThrow(Unavailable);
    await producer.close();
    const plan = { topics: scene.topics, partitions: 1, replicas: 1 };
    await expect(createTopics(nowhere, plan, new SilentLog())).rejects.toThrow(Unavailable);
  });
});

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { simpleParser, type ParsedMail } from 'mailparser';
import { createTopics, FEED_TOPICS, FeedSender, TopicProducer } from '@risk/feed';
import { SilentLog } from '@risk/kit';
import { Database } from '@risk/store';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { describeWithKafka } from '../support/kafka.js';
import { AppProcess, risk, until } from '../support/process.js';

jest.setTimeout(180_000);

const log = new SilentLog();
const ORDINARY = 3_000;

/** Pipelines and a clock as processes on a real broker, through everything that can happen to them. */
describeWithKafka('the house on a real Kafka', (kafka) => {
  let dir: string;
  let made: TestDatabase;
  let database: Database;
  let smtp: SMTPServer;
  let env: Record<string, string>;
  let producer: TopicProducer;
  let sender: FeedSender;
  const mails: ParsedMail[] = [];
  const running: AppProcess[] = [];

  const run = async (app: string): Promise<AppProcess> => {
    const started = await AppProcess.start(app, env);
    running.push(started);
    return started;
  };
  const count = async (table: string, where = 'true'): Promise<number> => {
    const [row] = await database.rows<{ n: number }>(
      `select count(*)::int as n from ${table} where ${where}`,
    );
    return row?.n ?? 0;
  };
  const recordsReach = (n: number): Promise<void> =>
    until(async () => (await count('record')) >= n);

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-kafka-story-'));
    made = await createTestDatabase();
    smtp = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        void simpleParser(stream).then((mail) => {
          mails.push(mail);
          done();
        });
      },
    });
    smtp.listen(0, '127.0.0.1');
    await once(smtp.server, 'listening');
    const { port } = smtp.server.address() as { port: number };
    env = {
      RISK_DATA: dir,
      DATABASE_URL: made.url,
      KAFKA_BROKERS: kafka().brokers.join(','),
      SMTP_URL: `smtp://127.0.0.1:${port}`,
    };
    const connection = { brokers: kafka().brokers, clientId: 'story' };
    await createTopics(connection, { topics: FEED_TOPICS, partitions: 4, replicas: 1 }, log);
    producer = new TopicProducer(connection, log);
    sender = new FeedSender(producer, FEED_TOPICS);
    await run('clock');
    await run('pipeline');
    database = await Database.open({ url: made.url });
  }, 120_000);
  afterAll(async () => {
    for (const app of running) await app.end('SIGTERM');
    await producer.close();
    await database.close();
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    await made.drop();
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  const letter = (n: number) => ({
    source: 'hotline-12345',
    sourceId: `K-${n}`,
    occurredAt: '2026-11-02T09:00:00+08:00',
    payload: {
      channel: '12345',
      text: `第 ${n} 号来信：小区路灯不亮，请派人维修`,
      regionCode: '431002',
    },
  });
  const lure = {
    source: 'ad-monitor',
    sourceId: 'K-lure',
    occurredAt: '2026-11-02T09:00:00+08:00',
    payload: {
      medium: 'wechat',
      text: '郴州稳得利财富管理有限公司承诺保本保息，年化收益30%，零风险，拉人返现，老年人优先',
      advertiser: { name: '郴州稳得利财富管理有限公司' },
      regionCode: '431002',
    },
  };

  it('sees an advertisement come out as an alert and as e-mails, once', async () => {
    await sender.send('advertisement', [lure, lure]);
    await sender.send('advertisement', [lure]);
    await until(
      async () =>
        (await count('notice', "state = 'sent'")) > 0 &&
        (await count('notice', "state <> 'sent'")) === 0,
    );
    expect(await count('alert')).toBe(1);
    expect(mails).toHaveLength(await count('notice', "channel = 'email'"));
    expect(new Set(mails.map((m) => m.messageId)).size).toBe(mails.length);
    expect(mails[0]?.text).toContain('郴州稳得利财富管理有限公司');
  });

  it('sets poison aside with its bytes, and its neighbours pass', async () => {
    const good = JSON.stringify(letter(1));
    const poison = [
      '',
      '{',
      '\u0000',
      '[]',
      '{"source":"nobody"}',
      JSON.stringify({ ...letter(2), payload: { text: 'a\u0000b' } }),
      JSON.stringify({ ...letter(2), occurredAt: '+300000-01-01T00:00:00Z' }),
    ];
    await sender.sendBytes(
      'complaint',
      [...poison, good].map((value) => ({ key: 'same', value })),
    );
    await until(async () => (await count('record', "source_id = 'K-1'")) === 1);
    expect(await count('dead_letter')).toBe(poison.length);
    await until(async () => (await count('dead_letter', 'published_at is null')) === 0);
    const listed = await risk(env, 'dead-letters', 'list');
    expect(listed.out.split('\n').filter((line) => line !== '')).toHaveLength(poison.length);
  });

  it('keeps every record exactly once while consumers come, go and are killed, and the broker restarts', async () => {
    const before = await count('record');
    const second = await run('pipeline');
    const produce = (from: number, to: number) =>
      sender.send(
        'complaint',
        Array.from({ length: to - from }, (_, i) => letter(10 + from + i)),
      );
    await produce(0, ORDINARY / 3);
    await recordsReach(before + 50);
    await second.end('SIGKILL');
    await produce(ORDINARY / 3, (2 * ORDINARY) / 3);
    const third = await run('pipeline');
    await kafka().kill();
    await kafka().restart();
    await until(async () =>
      produce((2 * ORDINARY) / 3, ORDINARY).then(
        () => true,
        () => false,
      ),
    );
    await produce(0, 200);
    await recordsReach(before + ORDINARY);
    await third.end('SIGTERM');
    expect(await count('record')).toBe(before + ORDINARY);
    expect(await count('(select distinct source, source_id from record) d')).toBe(
      before + ORDINARY,
    );
    expect(await count('assessment')).toBe(before + ORDINARY);
  });

  it('balances its books at the end', async () => {
    const reconciled = await risk(env, 'reconcile');
    expect(reconciled.words).not.toContain('✗');
    expect(reconciled.code).toBe(0);
  });

  it('publishes what happened to alerts', async () => {
    await until(async () => (await count('alert_change', 'published_at is null')) === 0);
    expect(await count('alert_change')).toBeGreaterThan(0);
  });

  it('lets the HTTP door lead into Kafka and answers when the broker has it', async () => {
    const api = await AppProcess.start('api', { ...env, PORT: '0' });
    running.push(api);
    const response = await fetch(`${await api.url()}/api/feeds/complaint`, {
      method: 'POST',
      body: JSON.stringify(letter(9_999_999)),
    });
    expect([response.status, await response.json()]).toEqual([202, { kept: false, queued: 1 }]);
    await until(async () => (await count('record', "source_id = 'K-9999999'")) === 1);
  });
});

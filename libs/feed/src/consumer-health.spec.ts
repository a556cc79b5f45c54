import { describe, expect, it } from '@jest/globals';
import { isLost, judgeHealth, type ConsumerFacts } from './consumer-health.js';

const NOW = new Date('2026-11-02T09:00:00+08:00');
const ago = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1_000);
const joined = (secondsAgo: number) => ({ state: 'joined' as const, since: ago(secondsAgo) });
const batch = (seconds: number, failures = 0, because: string | null = null) => ({
  records: 500,
  since: ago(seconds),
  failures,
  because,
});
const facts = (over: Partial<ConsumerFacts>): ConsumerFacts => ({
  consumer: joined(3_600),
  lastFetchAt: ago(1),
  batches: [],
  ...over,
});

describe('the consumer is well', () => {
  it.each<[string, Partial<ConsumerFacts>]>([
    ['while it fetches', {}],
    ['just after it joined, before its first fetch', { consumer: joined(5), lastFetchAt: null }],
    ['just after it joined again', { consumer: joined(5), lastFetchAt: ago(600) }],
    [
      'while a batch takes its time, without fetching',
      { lastFetchAt: ago(200), batches: [batch(200)] },
    ],
  ])('%s', (_, over) => {
    expect(judgeHealth(facts(over), NOW)).toEqual({
      ok: true,
      lastFetchAt: facts(over).lastFetchAt,
    });
  });
});

describe('the consumer is not well', () => {
  it.each<[Partial<ConsumerFacts>, string]>([
    [{ consumer: { state: 'stopped' } }, 'Kafka 消费者已停止'],
    [{ consumer: { state: 'connecting', failures: 0, because: null } }, '正在连接 Kafka'],
    [
      { consumer: { state: 'connecting', failures: 3, because: 'ECONNREFUSED' } },
      '连不上 Kafka（已失败 3 次，仍在重试）：ECONNREFUSED',
    ],
    [
      { batches: [batch(1), batch(9, 4, '数据库连接中断')] },
      '一批 500 条消息处理失败 4 次，正在重试：数据库连接中断',
    ],
    [{ batches: [batch(301)] }, '一批 500 条消息已处理 301 秒仍未完成'],
    [{ lastFetchAt: ago(31) }, '已 31 秒没有从 Kafka 取数'],
    [{ consumer: joined(45), lastFetchAt: null }, '已 45 秒没有从 Kafka 取数'],
  ])('%j', (over, why) => {
    expect(judgeHealth(facts(over), NOW)).toMatchObject({ ok: false, why });
  });
});

describe('a silent client is given up', () => {
  it.each<[boolean, Partial<ConsumerFacts>]>([
    [false, { lastFetchAt: ago(119) }],
    [true, { lastFetchAt: ago(121) }],
    [false, { lastFetchAt: ago(900), consumer: joined(100) }],
    [false, { lastFetchAt: ago(900), batches: [batch(900)] }],
    [
      false,
      { lastFetchAt: ago(900), consumer: { state: 'connecting', failures: 1, because: 'x' } },
    ],
  ])('%s: %j', (lost, over) => {
    expect(isLost(facts(over), NOW)).toBe(lost);
  });
});

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { VitalSigns } from '@risk/domain';
import { seconds } from '@risk/kit';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { Meters } from './meters.js';
import { metricsServer } from './metrics-server.js';
import { parsedMetrics, type Sample } from './testing/parsed-metrics.js';

const SIGNS: VitalSigns = {
  feeds: [{ feed: 'complaint', stored: 7, duplicate: 2, deadLettered: 1 }],
  alerts: [{ tier: 'red', raised: 3, open: 2 }],
  notices: [{ state: 'sent', count: 9 }],
  ...{ oldestDueNotice: 61, deadLetters: 1, oldestDeadLetter: 3600, oldestUntoldChange: 4 },
  untoldChanges: 3,
  ...{ overdueDuties: 5, auditLines: 1234, tips: 6 },
};

let signs: VitalSigns | null;
let missing: string[];
let reads: number;
let clock: FakeClock;
let meters: Meters;
let server: Server;
beforeEach(async () => {
  [signs, missing, reads] = [SIGNS, [], 0];
  [clock, meters] = [new FakeClock(), new Meters()];
  const read = () => {
    reads += 1;
    return signs ? Promise.resolve(signs) : Promise.reject(new Error('the database is away'));
  };
  const pool = () => ({ total: 8, idle: 5, waiting: 0 });
  server = metricsServer(meters, { read, pool, missing: () => Promise.resolve(missing) }, clock);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

async function get(path: string, init: RequestInit = {}) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
    ...init,
    headers: { connection: 'close' },
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    text: await answer.text(),
  };
}
const scrape = async (): Promise<Sample[]> => parsedMetrics((await get('/metrics')).text);
const valueOf = (samples: readonly Sample[], name: string, labels = {}): number | undefined =>
  samples.find((one) => one.name === name && JSON.stringify(one.labels) === JSON.stringify(labels))
    ?.value;

describe('the metrics', () => {
  it('are what Prometheus reads, and tell how the house is', async () => {
    const { type, text } = await get('/metrics');
    expect(type).toContain('text/plain; version=0.0.4');
    const samples = parsedMetrics(text);
    const told = (name: string, labels = {}) => valueOf(samples, name, labels);
    expect(told('risk_records_total', { feed: 'complaint', outcome: 'stored' })).toBe(7);
    expect(told('risk_records_total', { feed: 'complaint', outcome: 'dead_letter' })).toBe(1);
    expect(told('risk_alerts_raised_total', { tier: 'red' })).toBe(3);
    expect(told('risk_notices', { state: 'sent' })).toBe(9);
    expect(told('risk_notice_oldest_due_seconds')).toBe(61);
    expect(told('risk_audit_lines_total')).toBe(1234);
    expect(told('risk_database_pool', { state: 'idle' })).toBe(5);
    expect([told('risk_ready'), told('risk_vitals_up')]).toEqual([1, 1]);
  });

  it('count answers by their door, and nothing that was typed', async () => {
    meters.answered({ method: 'GET', door: '/api/alerts/:id', status: 200, seconds: 0.03 });
    meters.answered({ method: 'BREW', door: 'none', status: 404, seconds: 0.001 });
    const samples = await scrape();
    const labels = { method: 'GET', door: '/api/alerts/:id', status: '200' };
    expect(valueOf(samples, 'risk_http_requests_total', labels)).toBe(1);
    const other = { method: 'other', door: 'none', status: '404' };
    expect(valueOf(samples, 'risk_http_requests_total', other)).toBe(1);
    const bucket = samples.filter(({ name }) => name === 'risk_http_request_seconds_bucket');
    expect(
      bucket.find(({ labels: { le, method } }) => le === '0.05' && method === 'GET')?.value,
    ).toBe(1);
  });

  it('count batches, kept and failed', async () => {
    meters.batch('kept', 0.2);
    meters.batch('failed', 0.1);
    const samples = await scrape();
    expect(valueOf(samples, 'risk_batches_total', { outcome: 'kept' })).toBe(1);
    expect(valueOf(samples, 'risk_batch_seconds_count')).toBe(2);
  });

  it('tell of the process, the lag of its loop too', async () => {
    meters.watchProcess();
    const names = new Set((await scrape()).map(({ name }) => name));
    expect(names.has('nodejs_eventloop_lag_seconds')).toBe(true);
    expect(names.has('process_resident_memory_bytes')).toBe(true);
  });

  it('ask the database no oftener than every ten seconds', async () => {
    await scrape();
    signs = { ...SIGNS, deadLetters: 9 };
    expect(valueOf(await scrape(), 'risk_dead_letters')).toBe(1);
    clock.advance(seconds(10));
    expect(valueOf(await scrape(), 'risk_dead_letters')).toBe(9);
    expect(reads).toBe(2);
  });

  it('go on without the database, and say so', async () => {
    await scrape();
    [signs, missing] = [null, ['数据库不可用']];
    clock.advance(seconds(10));
    const samples = await scrape();
    expect(valueOf(samples, 'risk_vitals_up')).toBe(0);
    expect(valueOf(samples, 'risk_ready')).toBe(0);
    expect(valueOf(samples, 'risk_dead_letters')).toBeUndefined();
    expect(samples.some(({ name }) => name === 'risk_records_total')).toBe(false);
  });

  it('are all in the table for those who run the house, and nothing else is', async () => {
    const page = readFileSync('docs/OPERATIONS.md', 'utf8');
    const written = [...page.matchAll(/^\| `(risk_\w+)`/gm)].map(([, name]) => name);
    const { text } = await get('/metrics');
    const there = [...text.matchAll(/^# TYPE (risk_\w+) /gm)].map(([, name]) => name);
    expect([...new Set(written)].sort()).toEqual(there.sort());
    const asked = [...page.matchAll(/\brisk_[a-z_]+\b/g)].map(([name]) => name);
    const known = (name: string) =>
      there.some(
        (one) => name === one || [`${one}_bucket`, `${one}_count`, `${one}_sum`].includes(name),
      );
    expect(asked.filter((name) => !known(name))).toEqual([]);
  });
});

describe('health', () => {
  it('is alive as long as it answers, and ready when nothing is missing', async () => {
    expect(await get('/health/live')).toMatchObject({ status: 200 });
    expect(await get('/health/ready')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    missing = ['数据库不可用'];
    const away = await get('/health/ready');
    expect(away.status).toBe(503);
    expect(JSON.parse(away.text)).toEqual({ status: 'unavailable', missing });
    expect((await get('/health/live')).status).toBe(200);
  });
});

describe('anything else', () => {
  it.each(['/', '/api/alerts', '/login', '/metrics/', '/__proto__', '/constructor'])(
    'is not here: %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('is not done here', async () => {
    expect((await get('/metrics', { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

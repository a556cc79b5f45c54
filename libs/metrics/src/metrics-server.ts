import { createServer, type Server, type ServerResponse } from 'node:http';
import { seconds, ToldLately, type Clock } from '@risk/kit';
import type { Meters } from './meters.js';
import { VitalMeters, type Vitals } from './vital-meters.js';

interface Said {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Whoever asks oftener is told what was read last: reading costs the database something. */
const FRESH = seconds(10);
const JSON_TYPE = 'application/json; charset=utf-8';
const ALIVE: Said = { status: 200, type: JSON_TYPE, body: '{"status":"ok"}' };
const NOWHERE: Said = { status: 404, type: JSON_TYPE, body: '{"status":"not found"}' };

/** Metrics for Prometheus and health, at a place where there is nothing else. */
export function metricsServer(meters: Meters, vitals: Vitals, clock: Clock): Server {
  const told = new VitalMeters(meters.registry, vitals);
  const lately = new ToldLately<void>(clock, FRESH);
  const ways: Readonly<Record<string, () => Said | Promise<Said>>> = {
    '/metrics': async () => {
      await lately.tell('vitals', () => told.refresh());
      const { registry } = meters;
      return { status: 200, type: registry.contentType, body: await registry.metrics() };
    },
    '/health/live': () => ALIVE,
    '/health/ready': async () => readiness(await vitals.missing()),
  };
  return createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const way = request.method === 'GET' && Object.hasOwn(ways, path) ? ways[path] : undefined;
    void Promise.resolve(way?.() ?? NOWHERE)
      .catch((): Said => ({ status: 500, type: JSON_TYPE, body: '{"status":"failed"}' }))
      .then((said) => {
        say(response, said);
      });
  });
}

const readiness = (missing: readonly string[]): Said =>
  missing.length === 0
    ? ALIVE
    : { status: 503, type: JSON_TYPE, body: JSON.stringify({ status: 'unavailable', missing }) };

function say(response: ServerResponse, { status, type, body }: Said): void {
  response.writeHead(status, {
    ...{ 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  });
  response.end(body);
}

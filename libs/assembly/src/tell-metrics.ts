import type { Server } from 'node:http';
import { metricsServer } from '@risk/metrics';
import { Unavailable } from '@risk/kit';
import type { House } from './house.js';

/** Metrics and health at their place, and how to end them. */
export interface ToldMetrics {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Opens the place of metrics and health where one was asked for; null otherwise. */
export async function tellMetrics(house: House): Promise<ToldMetrics | null> {
  const { metrics: place } = house.environment;
  if (place === null) return null;
  const { vitals } = house;
  house.meters.watchProcess();
  const server = metricsServer(
    house.meters,
    {
      read: () => vitals.read(house.clock.now()),
      pool: () => vitals.pool(),
      missing: () => house.missing(),
    },
    house.clock,
  );
  await listen(server, place.host, place.port);
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : place.port;
  const host = place.host.includes(':') ? `[${place.host}]` : place.host;
  return { url: `http://${host}:${String(port)}`, close: () => closed(server) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new Unavailable(`指标端口 ${String(port)} 已被占用，请换一个`) : error);
    });
    server.listen(port, host, resolve);
  });
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });

import { metricsServer } from '@risk/metrics';
import type { House } from './house.js';
import { closed, listening, urlOf } from './listening.js';

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
  await listening(server, place, '指标');
  return { url: urlOf(place.host, server), close: () => closed(server) };
}

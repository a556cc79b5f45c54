import type { Registry } from 'prom-client';

/** How this process is. */
export interface ProcessSigns {
  readonly startedAt: Date;
  readonly residentBytes: number;
  readonly heapBytes: number;
  /** How late the loop of events was at most for 99 of 100 turns since this was last read; null before it knows. */
  readonly lagSeconds: number | null;
}

/** Reads them from the metrics of the process: there is no second measure of the same. */
export async function processSigns(registry: Registry): Promise<ProcessSigns> {
  // The first of each family sets the others when it is read.
  await valueOf(registry, 'nodejs_eventloop_lag_seconds');
  await valueOf(registry, 'nodejs_heap_size_total_bytes');
  const lag = await valueOf(registry, 'nodejs_eventloop_lag_p99_seconds');
  const startedAt = await valueOf(registry, 'process_start_time_seconds');
  return {
    startedAt: new Date(startedAt * 1_000),
    residentBytes: await valueOf(registry, 'process_resident_memory_bytes'),
    heapBytes: await valueOf(registry, 'nodejs_heap_size_used_bytes'),
    lagSeconds: Number.isFinite(lag) && lag > 0 ? lag : null,
  };
}

async function valueOf(registry: Registry, name: string): Promise<number> {
  const told = await registry.getSingleMetric(name)?.get();
  return told?.values[0]?.value ?? Number.NaN;
}

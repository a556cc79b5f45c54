import type { RawItem } from '@risk/intake';
import type { Clock } from '@risk/kit';
import type { Meters } from '@risk/metrics';
import type { BatchPath, BatchReport } from './process-batch.js';

/** The path of a batch with a count of how many there were and how long they took. */
export function metered(
  process: BatchPath,
  meters: Pick<Meters, 'batch'>,
  clock: Clock,
): BatchPath {
  return {
    run: async (items: readonly RawItem[]): Promise<BatchReport> => {
      const begun = clock.now().getTime();
      const took = (): number => (clock.now().getTime() - begun) / 1000;
      try {
        const report = await process.run(items);
        meters.batch('kept', took());
        return report;
      } catch (error) {
        meters.batch('failed', took());
        throw error;
      }
    },
  };
}

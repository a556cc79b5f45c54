import type { House } from '@risk/assembly';

const AT = new Date('2026-11-22T01:00:00Z');

/** A house that tells of itself that all is well. */
export const houseStateSaying = (): House['running'] =>
  ({
    run: () =>
      Promise.resolve({
        ...{ at: AT, missing: [], feeds: [], sources: null, waiting: null, audit: null },
        ...{ database: null, switches: [], concerns: [] },
        process: {
          ...{ version: '0', commit: null, node: 'v20', startedAt: AT },
          ...{ residentBytes: 1, heapBytes: 1, lagSeconds: null },
        },
      }),
  }) as Partial<House['running']> as House['running'];

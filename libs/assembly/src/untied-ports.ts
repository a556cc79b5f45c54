import { Unavailable } from '@risk/kit';
import type { DeskPorts } from './tie-desk.js';

/** Stands for ports that nobody tied yet: every call says so. Replaced when alerting has its steps. */
export const untiedPorts = (): DeskPorts => ({
  steps: { take: () => absent('steps'), lock: () => absent('steps') },
  duties: { owe: () => absent('duties'), fulfil: () => absent('duties') },
  shelf: { of: () => Promise.resolve([]) },
  packages: { make: () => absent('packages') },
});

const absent = (part: string): Promise<never> =>
  Promise.reject(new Unavailable('这一步还没有接通', { part }));

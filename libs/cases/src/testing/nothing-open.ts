import type { OpenCases } from '../ports.js';

/** Of every alerted entity something is known. */
export const NOTHING_OPEN: OpenCases = {
  byPerson: 0,
  tiers: { red: 0, orange: 0, yellow: 0, blue: 0 },
  entities: 0,
};

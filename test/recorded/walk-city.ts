import type { Walk } from './people.js';

const COUNTED = 'from=2026-09-30T10:00:00%2B08:00&unit=jrb&tier=red';

/** How the city and the house stand, and what the documents say. */
export async function walkCity({ people, ask }: Walk): Promise<void> {
  const as = people.officer;
  await ask('get /api/situation', { as });
  await ask('get /api/situation/lead-time', { as });
  await ask('get /api/situation/map', { as });
  await ask('get /api/overview', { as });
  await ask('get /api/house-state', { as });
  await ask('get /api/calendar', { as, asks: 'year=2026' });
  await ask('get /api/calendar/count', { as, asks: COUNTED });
  await ask('get /api/health', { as: {} });
  await ask('get /api/health/live', { as: {} });
  await ask('get /api/asyncapi.json', { as });
  await ask('get /api/openapi.json', { as });
}

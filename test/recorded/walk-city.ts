import type { Walk } from './people.js';

/** How the city and the house stand, and what the documents say. */
export async function walkCity({ people, ask }: Walk): Promise<void> {
  const as = people.officer;
  await ask('get /api/situation', { as });
  await ask('get /api/situation/lead-time', { as });
  await ask('get /api/situation/map', { as });
  await ask('get /api/overview', { as });
  await ask('get /api/health', { as: {} });
  await ask('get /api/health/live', { as: {} });
  await ask('get /api/asyncapi.json', { as });
  await ask('get /api/openapi.json', { as });
}

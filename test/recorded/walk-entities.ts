import type { Walk } from './people.js';

/** Entities: looked up, read, and judged by people. */
export async function walkEntities({ people, ask }: Walk, ids: readonly string[]): Promise<void> {
  const as = people.officer;
  await ask('get /api/entities', { as, asks: 'sort=-score' });
  await ask('get /api/entities/export', { as, asks: 'tier=red' });
  await ask('get /api/entities/choices', { as });
  for (const id of ids) {
    const one = { as, at: { id } };
    await ask('get /api/entities/{id}', one);
    await ask('get /api/entities/{id}/history', one);
    await ask('get /api/entities/{id}/records', one);
    await ask('get /api/entities/{id}/records/export', one);
    await ask('get /api/entities/{id}/relations', one);
    await ask('get /api/entities/{id}/at', { ...one, asks: 'when=2026-11-20T00:00:00%2B08:00' });
    await ask('get /api/entities/{id}/why-not', one);
  }
  const at = { id: ids[0] ?? '' };
  await ask('post /api/entities/{id}/tier', {
    ...{ as, at },
    body: { tier: 'red', because: '现场走访，门店仍在收款', seen: null },
  });
  await ask('post /api/entities/{id}/outcomes', {
    ...{ as, at },
    body: {
      ...{ verdict: 'confirmed', scheme: 'illegal-fundraising', exposedOn: '2026-11-20' },
      ...{ losses: 3_200_000, people: 46, because: '三性均已查明', seen: null },
    },
  });
  await ask('get /api/entities/{id}', { as, at });
  const { alerts } = await ask<{ alerts: readonly { id: string }[] }>('get /api/entities/{id}', {
    ...{ as, at },
  });
  for (const { id } of alerts) await ask('get /api/alerts/{id}', { as, at: { id } });
  await ask('get /api/outcomes/report', { as, asks: 'samples=true' });
}

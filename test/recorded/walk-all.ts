import type { Walk } from './people.js';
import { walkAccess, walkOut, walkVault } from './walk-access.js';
import { walkAlerts, walkQuiet } from './walk-alerts.js';
import { walkBulletins } from './walk-bulletins.js';
import { walkCases } from './walk-cases.js';
import { walkCity } from './walk-city.js';
import { walkEntities } from './walk-entities.js';
import { walkIntake } from './walk-intake.js';
import { walkRules } from './walk-rules.js';
import { walkUnits } from './walk-units.js';

/** Through every door of the API, in an order in which each has something to say. */
export async function walkAll(walk: Walk): Promise<void> {
  const news = { as: walk.people.officer };
  const { last } = await walk.ask<{ last: string }>('get /api/alerts/news', news);
  const rows = await walkAlerts(walk);
  const [first, second, third] = rows.map(({ entityId }) => entityId);
  await walkCity(walk);
  await walkEntities(walk, [first ?? '', second ?? '', third ?? '']);
  await walkCases(walk, rows[3]?.id ?? '', rows[4]?.id ?? '');
  await walkQuiet(walk, rows.slice(5));
  await walkUnits(walk);
  await walkBulletins(walk, first ?? '');
  await walkIntake(walk);
  await walkVault(walk);
  await walk.ask('get /api/alerts/news', { ...news, asks: `since=${last}` });
  await walkAccess(walk);
  await walkRules(walk);
  await walkOut(walk);
}

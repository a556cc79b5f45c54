import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeLog } from '../../../kit/src/testing/fake-log.js';
import { PgTown } from '../testing/pg-town.js';
import { storeDatabase } from '../testing/store-database.js';
import { AlertSignals, signalIn, type AlertSignal } from './alert-signals.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let town: PgTown;
let signals: AlertSignals;
let heard: AlertSignal[];
/** Waits for the next signal. */
let next: () => Promise<AlertSignal>;
beforeAll(async () => {
  db = await storeDatabase();
  signals = new AlertSignals(db.database, new FakeLog());
  let waiting: ((signal: AlertSignal) => void) | null = null;
  next = () =>
    new Promise((resolve) => {
      waiting = resolve;
    });
  await signals.listen({
    heard: (signal) => {
      heard.push(signal);
      waiting?.(signal);
    },
    missed: () => undefined,
  });
});
beforeEach(async () => {
  town = await PgTown.empty(db.database);
  heard = [];
});
afterAll(async () => {
  await signals.close();
  await db.drop();
});

describe('a line to the database', () => {
  it('tells at the commit which alert is new, and of which something is known', async () => {
    const raised = next();
    const id = await town.alert(await town.found('甲'), 'red');
    expect(await raised).toEqual({ raised: [id], changed: [] });
    const noted = next();
    await town.step('noted', { alertId: id });
    expect(await noted).toEqual({ raised: [], changed: [id] });
  });

  it('tells of very many in parts, of each once', async () => {
    const alertId = await town.alert(await town.found('甲'), 'red');
    await town.rows('alter table alert_change disable trigger alert_change_is_kept');
    await town.rows(
      `insert into alert (entity_id, entity_name, status, stage, tier, index, raised_at, changed_at, revision, sample)
       select entity_id, 'x', 'closed', 'closed', 'blue', '{}', now(), now(), 1, false
       from alert, generate_series(1, 1999) where id = $1`,
      [alertId],
    );
    heard = [];
    await town.rows(
      `insert into alert_change (alert_id, kind, to_tier, news, at)
       select id, 'noted', 'blue', '{}', now() from alert, generate_series(1, 2)`,
    );
    while (heard.flatMap(({ changed }) => changed).length < 2000) await next();
    const told = heard.flatMap(({ changed }) => changed);
    expect([heard.length, new Set(told).size, told.length]).toEqual([7, 2000, 2000]);
  });
});

it.each([
  ['+7,8', { raised: ['7'], changed: ['8'] }],
  ['', { raised: [], changed: [] }],
  ['x,+,9', { raised: [], changed: ['9'] }],
])('%j is read', (payload, signal) => {
  expect(signalIn(payload)).toEqual(signal);
});

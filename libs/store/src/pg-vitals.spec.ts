import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PgVitals } from './pg-vitals.js';
import { SightedCity } from './testing/sighted-city.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let city: SightedCity;
beforeAll(async () => {
  db = await storeDatabase();
  city = await SightedCity.empty(db.database);
});
afterAll(() => db.drop());

const NOW = new Date('2026-11-02T12:00:00Z');
const sql = (text: string, values: unknown[] = []) => db.database.rows(text, values);

describe('the vital signs of the house', () => {
  it('of an empty one are nothing at all', async () => {
    expect(await new PgVitals(db.database, true).read(NOW)).toEqual({
      ...{ feeds: [], alerts: [], notices: [], oldestDueNotice: null, deadLetters: 0 },
      ...{ oldestDeadLetter: null, oldestUntoldChange: null, overdueDuties: 0, tips: 0 },
      auditLines: 0,
    });
  });

  it('count what came in and what waits, and for how long', async () => {
    await sql(
      `insert into intake_ledger (day, source, feed, door, received, stored, duplicate, dead_lettered, last_at)
       values ('2026-11-01', 'a', 'complaint', 'http', 9, 6, 2, 1, $1), ('2026-11-02', 'b', 'complaint', 'file', 1, 1, 0, 0, $1)`,
      [NOW],
    );
    const alert = await city.alert();
    await sql(
      `insert into alert_change (alert_id, kind, to_tier, news, at) values ($1, 'raised', 'red', '{}', $2::timestamptz - interval '90 s')`,
      [alert, NOW],
    );
    const notice = await city.notice('scj', alert);
    await sql(`update notice set state = 'pending', not_before = $2 where id = $1`, [
      notice,
      new Date(NOW.getTime() - 60_000),
    ]);
    const duty = await city.duty('scj', alert);
    await sql('update duty set due_at = $2 where id = $1', [duty, new Date(NOW.getTime() - 1)]);
    const vitals = new PgVitals(db.database, true);
    expect(await vitals.read(NOW)).toMatchObject({
      feeds: [{ feed: 'complaint', stored: 7, duplicate: 2, deadLettered: 1 }],
      alerts: [{ tier: 'red', raised: 1, open: 1 }],
      notices: [{ state: 'pending', count: 1 }],
      ...{ oldestDueNotice: 60, oldestUntoldChange: 90, overdueDuties: 1 },
    });
    expect(await new PgVitals(db.database, false).read(NOW)).toMatchObject({
      oldestUntoldChange: null,
    });
    expect(vitals.pool().total).toBeGreaterThan(0);
  });
});

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
      untoldChanges: 0,
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
      untoldChanges: 1,
    });
    expect(await new PgVitals(db.database, false).read(NOW)).toMatchObject({
      oldestUntoldChange: null,
    });
    expect(vitals.pool().total).toBeGreaterThan(0);
  });

  it('count no duty whose clock is held', async () => {
    const alert = await city.alert();
    const duty = await city.duty('scj', alert);
    const late = [duty, new Date(NOW.getTime() - 1)];
    const overdue = async () => (await new PgVitals(db.database, true).read(NOW)).overdueDuties;
    const before = await overdue();
    await sql('update duty set due_at = $2 where id = $1', late);
    expect(await overdue()).toBe(before + 1);
    await sql('update duty set due_at = $2, paused_at = $2 where id = $1', late);
    expect(await overdue()).toBe(before);
  });

  it('keep pace with notices that move, and with alerts that go and take theirs along', async () => {
    const alert = await city.alert();
    await sql(
      `insert into alert_change (alert_id, kind, to_tier, news, at) values ($1, 'raised', 'blue', '{}', $2)`,
      [alert, NOW],
    );
    for (const unit of ['scj', 'gaj', 'jrb']) await city.notice(unit, alert);
    await sql(`update notice set state = 'sent' where alert_id = $1 and unit <> 'jrb'`, [alert]);
    await sql(`update notice set state = 'unknown' where alert_id = $1 and unit = 'gaj'`, [alert]);
    const read = async () => {
      const { notices, alerts } = await new PgVitals(db.database, true).read(NOW);
      const counted = await sql(
        'select state, count(*)::int as count from notice group by 1 order by 1',
      );
      expect(notices).toEqual(counted);
      const open = await sql(
        `select tier, count(*)::int as open from alert where status = 'open' group by 1 order by 1`,
      );
      expect(
        alerts.filter((one) => one.open > 0).map(({ tier, open }) => ({ tier, open })),
      ).toEqual(open);
      return alerts.find(({ tier }) => tier === 'blue')?.raised ?? 0;
    };
    expect(await read()).toBe(1);
    await sql(`update alert set status = 'closed', stage = 'closed' where id = $1`, [alert]);
    expect(await read()).toBe(1);
    await sql(`update alert set status = 'open', stage = 'raised', tier = 'orange' where id = $1`, [
      alert,
    ]);
    expect(await read()).toBe(1);
    await sql('delete from alert where id = $1', [alert]);
    expect(await read()).toBe(0);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY, type Sight } from '@risk/domain';
import { PgSituation } from './pg-situation.js';
import { emptyPgBed } from './testing/pg-bed.js';
import { storeDatabase } from './testing/store-database.js';

const NOW = new Date('2026-11-28T03:00:00Z');

let db: Awaited<ReturnType<typeof storeDatabase>>;
let situation: PgSituation;
beforeAll(async () => {
  db = await storeDatabase();
  situation = new PgSituation(db.database);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await emptyPgBed(db.database);
});

interface Told {
  readonly region?: string | null;
  readonly scheme?: string;
  readonly tier?: string;
  readonly personTier?: string | null;
  readonly stage?: string;
  readonly at?: string;
  readonly toldUnit?: string;
}

/** Puts an alert in and answers its id. */
async function alert(told: Told = {}): Promise<string> {
  const { region = '431002', scheme = 'pyramid-selling', tier = 'red', personTier = null } = told;
  const { stage = 'raised', at = '2026-11-28T01:00:00Z', toldUnit = null } = told;
  const [row] = await db.database.rows<{ id: string }>(
    `with one as (
       insert into entity (root_id, identity, name, folded_name, provisional, founded_at, sample)
       select id, 'x' || id, 'x', 'x', false, now(), false
       from (select coalesce(max(id), 0) + 1 as id from entity) next returning id
     )
     insert into alert (entity_id, entity_name, region_code, status, stage, tier, person_tier, index, raised_at,
       changed_at, revision, sample)
     select id, '甲公司', $1, case when $4 = 'closed' then 'closed' else 'open' end, $4, $3, $5,
       jsonb_build_object('scheme', $2::text, 'score', 50), $6, $6, 1, false from one returning id`,
    [region, scheme, tier, stage, personTier, at],
  );
  const id = row?.id ?? '';
  if (toldUnit !== null)
    await db.database.rows(
      `insert into duty (alert_id, unit, role, kind, because, opened_at, due_at, first_due_at)
       values ($1, $2, 'lead', 'acknowledge', '牵头', $3, $3::timestamptz + interval '4 hours', $3)`,
      [id, toldUnit, at],
    );
  return id;
}

const read = (sight: Sight = WHOLE_CITY, days = 7) => situation.read(sight, days, NOW);

describe('how the city stands', () => {
  it('is empty days and no duties at first', async () => {
    const { open, days, duties } = await read();
    expect(open).toEqual([]);
    expect(days.map(({ day }) => day)).toEqual([
      ...['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'],
      ...['2026-11-26', '2026-11-27', '2026-11-28'],
    ]);
    expect(duties).toEqual({
      ...{ owed: 0, overdue: 0, acknowledged: 0, inTime: 0, medianHours: null },
    });
  });

  it('counts what is open by place, scheme and the tier that holds', async () => {
    await alert();
    await alert({ stage: 'verifying' });
    await alert({ personTier: 'blue' });
    await alert({ region: null, scheme: 'illegal-lending', tier: 'yellow' });
    await alert({ stage: 'closed' });
    const place = { regionCode: '431002', scheme: 'pyramid-selling' };
    expect((await read()).open).toEqual([
      { ...place, tier: 'blue', alerts: 1, fresh: 1 },
      { ...place, tier: 'red', alerts: 2, fresh: 1 },
      { regionCode: null, scheme: 'illegal-lending', tier: 'yellow', alerts: 1, fresh: 1 },
    ]);
  });

  it('counts days by the midnight of China, closed ones on the day they were closed', async () => {
    await alert({ at: '2026-11-26T15:59:59Z' });
    const id = await alert({ at: '2026-11-26T16:00:00Z', stage: 'closed' });
    await alert({ at: '2026-11-21T15:59:59Z' });
    await db.database.rows(
      `insert into alert_change (alert_id, kind, to_tier, news, at, from_stage, to_stage)
       values ($1, 'closed', 'red', '{}', '2026-11-27T20:00:00Z', 'refuted', 'closed')`,
      [id],
    );
    const { days } = await read();
    expect(days.filter(({ raised, closed }) => raised.red ?? closed)).toEqual([
      { day: '2026-11-26', raised: { red: 1 }, closed: 0 },
      { day: '2026-11-27', raised: { red: 1 }, closed: 0 },
      { day: '2026-11-28', raised: {}, closed: 1 },
    ]);
  });

  it('tells what is owed and how quickly units acknowledge', async () => {
    await alert({ toldUnit: 'scjgj' });
    await alert({ toldUnit: 'scjgj', at: '2026-11-27T01:00:00Z' });
    for (const hours of [1, 2, 9]) {
      const id = await alert({ toldUnit: 'gaj', at: '2026-11-27T02:00:00Z' });
      await db.database.rows(
        `update duty set done_by = '张某', done_at = opened_at + $2 * interval '1 hour' where alert_id = $1`,
        [id, hours],
      );
    }
    expect((await read()).duties).toEqual({
      ...{ owed: 2, overdue: 1, acknowledged: 3, inTime: 2, medianHours: 2 },
    });
  });

  it('counts what was acknowledged from the midnight on with which the first day begins', async () => {
    for (const done of ['2026-11-21T15:59:59Z', '2026-11-21T16:00:00Z']) {
      const id = await alert({ toldUnit: 'gaj', at: '2026-11-21T15:00:00Z' });
      const sql = `update duty set done_by = '张某', done_at = $2 where alert_id = $1`;
      await db.database.rows(sql, [id, done]);
    }
    expect((await read()).duties).toMatchObject({ acknowledged: 1, inTime: 1, medianHours: 1 });
  });

  it.each<[string, Sight, number, number]>([
    ['a unit, what it was told of', { units: ['gaj'], regions: 'all' }, 1, 1],
    ['whoever sees one county, what lies there', { units: 'all', regions: ['431003'] }, 1, 0],
    ['a unit that was told of nothing', { units: ['jyj'], regions: 'all' }, 0, 0],
    ['the whole city, all of it', WHOLE_CITY, 3, 2],
  ])('shows %s', async (_who, sight, alerts, owed) => {
    await alert({ toldUnit: 'gaj' });
    await alert({ toldUnit: 'scjgj' });
    await alert({ region: '431003' });
    const { open, days, duties } = await read(sight);
    const today = Object.values(days[days.length - 1]?.raised ?? {});
    expect(open.reduce((sum, cell) => sum + cell.alerts, 0)).toBe(alerts);
    expect(today.reduce((sum, raised) => sum + raised, 0)).toBe(alerts);
    expect(duties.owed).toBe(owed);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSamples, openHouse, sampleStory, type House } from '@risk/assembly';
import { SilentLog } from '@risk/kit';
import { sampleNearMisses, sampleTruth } from '@risk/samples';
import { readEnvironment } from '@risk/settings';
import { FakeClock } from '../../libs/kit/src/testing/fake-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** The sample story of a whole city: what is alerted, how early, and that it can be taken away. */
describe('the sample feeds', () => {
  let dir: string;
  let made: TestDatabase;
  let house: House;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'risk-samples-'));
    made = await createTestDatabase();
    house = await openHouse({
      environment: readEnvironment({ RISK_DATA: dir }),
      databaseUrl: made.url,
      log: new SilentLog(),
      clock: new FakeClock('2026-11-23T09:00:00+08:00'),
    });
    await loadSamples(house, () => undefined);
  }, 180_000);
  afterAll(async () => {
    await house.close();
    await made.drop();
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  it('all go in: nothing is refused and the books hold', async () => {
    const figures = await house.overview.read();
    expect(figures.deadLetters).toBe(0);
    expect(Object.values(figures.records).every((n) => n > 1000)).toBe(true);
    expect(figures.sampleRecords).toBe(Object.values(figures.records).reduce((a, b) => a + b));
    expect((await house.reconcile.run('2000-01-01')).every((line) => line.holds)).toBe(true);
  });

  it('are marked as samples wherever they show', async () => {
    const alerts = await house.overview.alerts(200);
    expect(alerts.length).toBeGreaterThan(20);
    expect(alerts.every((a) => a.sample)).toBe(true);
    const [told] = await house.database.rows<{ all: number; samples: number }>(
      'select count(*)::int as all, count(*) filter (where sample)::int as samples from notice',
    );
    expect(told?.all).toBeGreaterThan(alerts.length);
    expect(told?.samples).toBe(told?.all);
  });

  it('show officials at work: most is done, some of it late, a little is still owed', async () => {
    const [done] = await house.database.rows<Record<string, number>>(`
      select count(*) filter (where done_at <= due_at)::int as "inTime",
        count(*) filter (where done_at > due_at)::int as late,
        count(*) filter (where done_at is null and void_at is null)::int as owed from duty
    `);
    expect(done).toMatchObject({ inTime: expect.any(Number), late: expect.any(Number) });
    expect(done?.['inTime']).toBeGreaterThan(done?.['late'] ?? 0);
    expect(Math.min(done?.['late'] ?? 0, done?.['owed'] ?? 0)).toBeGreaterThan(0);
  });

  it('show every scheme at yellow or higher before it was exposed, and no near miss', async () => {
    const found = await firstAlertOfSchemes(house);
    const truth = sampleTruth(sampleStory(house.clock.now()));
    expect(truth).toHaveLength(40);
    const late = truth.filter(({ schemeId, exposedOn }) => {
      const alerted = found.get(schemeId);
      return !alerted || (exposedOn !== null && alerted.getTime() >= Date.parse(exposedOn));
    });
    expect(late).toEqual([]);
    const misses = new Set(
      sampleNearMisses(sampleStory(house.clock.now())).map((n) => n.entityName),
    );
    const alerts = await house.overview.alerts(200);
    const wrong = alerts.filter((a) => misses.has(a.entityName) && a.tier !== 'blue');
    expect(wrong.map((a) => a.entityName)).toEqual([]);
  });

  it('played again change nothing', async () => {
    const before = await house.overview.read();
    const report = await loadSamples(house, () => undefined);
    expect(report).toMatchObject({ stored: 0, raised: 0, upgraded: 0, duplicate: report.received });
    expect((await house.overview.read()).alerts).toEqual(before.alerts);
  }, 120_000);

  it('leave no trace after being removed', async () => {
    const removed = await house.removeSamples();
    expect(removed.records).toBeGreaterThan(5000);
    const counts = await house.database.rows<Record<string, number>>(
      `select ${[
        'record',
        'entity',
        'entity_link',
        'entity_tie',
        'signal',
        'assessment',
        'alert',
        'notice',
        'reporter_vault',
        'intake_ledger',
      ]
        .map((table) => `(select count(*)::int from ${table}) as ${table}`)
        .join(', ')}`,
    );
    expect(Object.values(counts[0] ?? { none: 1 }).every((n) => n === 0)).toBe(true);
  }, 120_000);
});

/** When each scheme of the story first stood at yellow or higher, by any of its entities. */
async function firstAlertOfSchemes(house: House): Promise<Map<string, Date>> {
  const schemeOf = new Map(
    sampleTruth(sampleStory(house.clock.now())).flatMap((t) =>
      t.sourceIds.map((id) => [id, t.schemeId] as const),
    ),
  );
  const rows = await house.database.rows<{ source_id: string; at: Date }>(
    `select distinct r.source_id, min(c.at) over (partition by e.root_id) as at
     from alert_change c
     join alert a on a.id = c.alert_id
     join entity e on e.root_id = a.entity_id
     join entity_link l on l.entity_id = e.id and l.role <> 'publisher'
     join record r on r.id = l.record_id
     where c.to_tier in ('red', 'orange', 'yellow')`,
  );
  const first = new Map<string, Date>();
  for (const { source_id, at } of rows) {
    const scheme = schemeOf.get(source_id);
    const known = scheme === undefined ? undefined : first.get(scheme);
    if (scheme !== undefined && (!known || at < known)) first.set(scheme, at);
  }
  return first;
}

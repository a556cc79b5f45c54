import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RiskError } from '@risk/kit';
import { happening, type Happening } from '../../../alerting/src/testing/happenings.js';
import { Story } from '../../../assessment/src/testing/knowledge-bed.js';
import { emptyPgBed } from '../testing/pg-bed.js';
import { Crash, PgCity } from '../testing/pg-city.js';
import { tierRank } from '../person-tiers.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgDebuts } from './pg-debuts.js';
import { toldOf } from './told-units.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());

/** What the units ought to know, and neither were told nor have held back. */
const LOST = `
  select a.id, c.kind from alert a
  join lateral (
    select id, kind from alert_change where alert_id = a.id and kind in ('raised', 'upgraded')
    order by id desc limit 1
  ) c on true
  where a.status <> 'closed'
    and not exists (select from notice n where n.change_id = c.id)
    and not exists (select from alert_hush h where h.alert_id = a.id
      and (h.ended_at is null or h.change_id >= c.id))
`;

/** Changes of which somebody was told twice by one channel, and duties that stand twice. */
const TWICE = `
  select alert_id, change_id, recipient, channel from notice where kind = 'alert' and step not like '%~%'
  group by 1, 2, 3, 4 having count(*) > 1
  union all
  select alert_id, null, unit, kind from duty where done_at is null and void_at is null
  group by 1, 3, 4 having count(*) > 1
`;

/** An open duty on what is over, of itself or in the alert that it lives on in. */
const TORN = `
  select d.id from duty d join alert a on a.id = alert_goal(d.alert_id)
  where d.done_at is null and d.void_at is null and d.kind in ('acknowledge', 'answer')
    and a.status <> 'open'
`;

/** A merged alert that stands above the one that goes on for it. */
const HIDDEN = `
  select a.id from alert a join alert goal on goal.id = alert_goal(a.id)
  where a.status = 'merged' and goal.status = 'open' and ${tierRank('a.tier')} < ${tierRank('goal.tier')}
`;

/** What a unit owes and cannot do, because the alert where it is done does not know the unit. */
const BARRED = `
  select d.id from duty d
  where d.done_at is null and d.void_at is null
    and not exists (select from (${toldOf('alert_goal(d.alert_id)')}) told where told.unit = d.unit)
`;

/** A deadline in the queue that is not the earliest of all that is done there. */
const MISDATED = `
  select a.id from alert a where a.status = 'open' and a.due_at is distinct from (
    select min(d.due_at) from duty d
    where alert_goal(d.alert_id) = a.id and d.done_at is null and d.void_at is null and d.paused_at is null)
`;

async function cityOfThree(): Promise<PgCity> {
  const story = new Story(await emptyPgBed(db.database));
  for (const keys of [['name:a', 'phone:1'], ['name:b', 'phone:1'], ['name:c']])
    await story.found(...keys);
  const city = new PgCity(db.database);
  const debuts = new PgDebuts();
  for (const codes of [['a', 'b'], ['new']])
    await story.bed.work.run((tx) => debuts.note(tx, codes, city.clock.now()));
  return city;
}

/** Every happening may be cut off before its commit some times; then it comes again, as a feed would. */
async function play(city: PgCity, line: readonly (readonly [Happening, number])[]): Promise<void> {
  for (const [happens, crashes] of line) {
    city.work.crashes = crashes;
    const again = async (): Promise<void> => {
      try {
        await happens(city);
      } catch (error) {
        if (error instanceof Crash || String(error).includes('cut off')) return again();
        if (!(error instanceof RiskError)) throw error;
      }
    };
    await again();
    city.work.crashes = 0;
  }
}

describe('over a database that may crash before any commit', () => {
  it('no alert is lost, nobody is told twice, and nothing is owed on what is over', async () => {
    const line = fc.array(fc.tuple(happening, fc.nat(1)), { minLength: 5, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(line, async (happenings) => {
        const city = await cityOfThree();
        await play(city, happenings);
        for (const sql of [LOST, TWICE, TORN, HIDDEN, BARRED, MISDATED])
          expect(await db.database.rows(sql)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

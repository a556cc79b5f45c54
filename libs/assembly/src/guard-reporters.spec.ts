import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Invalid } from '@risk/kit';
import { PgAlertSubjects, PgKnownReporters } from '@risk/store';
import { storeDatabase } from '../../store/src/testing/store-database.js';
import type { AlertDesk } from './alert-desk.js';
import type { Engines } from './compile-engines.js';
import { guardReporters } from './guard-reporters.js';
import { cityEngines, FIRM, letterHouse, REPORTER } from './testing/letter-house.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let engines: Engines;
let house: Awaited<ReturnType<typeof letterHouse>>;
let desk: AlertDesk;
beforeAll(async () => {
  db = await storeDatabase();
  engines = await cityEngines();
});
afterAll(() => db.drop());
beforeEach(async () => {
  house = await letterHouse(db, engines);
  desk = guardReporters(house.alerts, {
    reporters: new PgKnownReporters(db.database, house.cipher),
    subjects: new PgAlertSubjects(db.database),
  });
});

const note = (because: string) =>
  desk.take({
    ...{ alertId: house.alertId, kind: 'noted', unit: 'jrb', by: '王某', because },
    seen: null,
  });
const logged = async (): Promise<string[]> =>
  (
    await db.database.rows<{ because: string }>(
      `select because from alert_change where because <> ''`,
    )
  ).map(({ because }) => because);

describe('what is written into the log of an alert', () => {
  it.each([
    ['a name', `已与${REPORTER.name}核实`],
    ['a telephone', `回访${REPORTER.phone}无人接`],
    ['a telephone in other figures', '回访１３９ 0735-0000 无人接'],
    ['a paper', `证件${REPORTER.idNumber}`],
  ])('never shows who reported: %s', async (_, because) => {
    await expect(note(because)).rejects.toThrow(Invalid);
    await expect(note(because)).rejects.toThrow(/^because：含有举报人/);
    await expect(note(because)).rejects.not.toThrow(REPORTER.name);
    expect(await logged()).not.toContain(because);
  });

  it.each<[string, (because: string) => Promise<unknown>]>([
    [
      'a step within another piece of work',
      (because: string) =>
        house.work.run((tx) =>
          desk.step(tx, {
            ...{ alertId: house.alertId, kind: 'noted', unit: 'jrb', by: '王某', because },
            seen: null,
          }),
        ),
    ],
    [
      'a merger',
      (because: string) =>
        desk.merge({
          ...{ alertId: '999', intoId: house.alertId, unit: 'jrb', by: '王某', because },
          seen: null,
        }),
    ],
    [
      'its undoing',
      (because: string) =>
        desk.unmerge({ alertId: house.alertId, unit: 'jrb', by: '王某', because, seen: null }),
    ],
  ])('nor in %s', async (_, say) => {
    await expect(say(`${REPORTER.name}反映的是同一件事`)).rejects.toThrow(/^because：含有举报人/);
  });

  it('may name the firm, its representative and the reporter as such', async () => {
    const because = `${FIRM}法定代表人李总到场，举报人所述属实`;
    await note(because);
    expect(await logged()).toContain(because);
  });

  it('knows what the register tells of whom an alert is about', async () => {
    expect(await new PgAlertSubjects(db.database).of([house.alertId])).toEqual([
      { entityId: house.entityId, registered: expect.arrayContaining([FIRM, '李总']) },
    ]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY, type Sight } from '@risk/domain';
import { hours } from '@risk/kit';
import { PgStrikes } from './pg-strikes.js';
import { PgTown } from './testing/pg-town.js';
import { storeDatabase } from './testing/store-database.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let town: PgTown;
let strikes: PgStrikes;
beforeAll(async () => {
  db = await storeDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  town = await PgTown.empty(db.database);
  strikes = new PgStrikes(db.database);
});

const [HERE, THERE] = ['431002', '431003'];
const office = (regions: Sight['regions']): Sight => ({ units: 'all', regions });
const UNIT: Sight = { units: ['scj'], regions: 'all' };
const PAGE = { limit: 2, after: null, sort: 'occurredAt', isDescending: true } as const;

describe('where a code struck', () => {
  let first: string;
  let second: string;
  beforeEach(async () => {
    first = await town.found('甲公司');
    second = await town.found('乙公司');
    await town.hear({ about: [first], codes: ['CP-A'], region: HERE });
    town.wait(1);
    await town.hear({ about: [first, second], codes: ['CP-A', 'CP-B'], region: THERE });
    town.wait(1);
    await town.hear({ about: [second], codes: ['CP-A'], region: HERE });
  });
  const seen = async (sight: Sight) => {
    const { rows, total } = await strikes.records('CP-A', sight, { ...PAGE, limit: 9 });
    return { names: rows.map(({ name }) => name), total };
  };

  it('is counted by records and entities since a moment', async () => {
    const counts = await strikes.counts(new Date(town.now.getTime() - hours(9)));
    expect(counts.sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual([
      { code: 'CP-A', records: 3, entities: 2 },
      { code: 'CP-B', records: 1, entities: 2 },
    ]);
    expect(await strikes.counts(new Date(town.now.getTime() + hours(1)))).toEqual([]);
  });

  it('is listed newest first, a record once, page after page', async () => {
    expect(await seen(WHOLE_CITY)).toEqual({ names: ['乙公司', '甲公司', '甲公司'], total: 3 });
    const page = await strikes.records('CP-A', WHOLE_CITY, PAGE);
    expect(page.rows).toHaveLength(2);
    const next = await strikes.records('CP-A', WHOLE_CITY, { ...PAGE, after: page.next });
    expect([next.rows.length, next.next]).toEqual([1, null]);
  });

  it('is seen by the office in its regions, and by no unit', async () => {
    expect(await seen(office([HERE]))).toMatchObject({ total: 2 });
    expect(await seen(office([]))).toMatchObject({ total: 0 });
    expect(await seen(UNIT)).toMatchObject({ total: 0 });
  });

  it('tells nothing of what a record says', async () => {
    const [row] = (await strikes.records('CP-A', WHOLE_CITY, PAGE)).rows;
    expect(Object.keys(row ?? {}).sort()).toEqual([
      ...[
        'entityId',
        'feed',
        'name',
        'occurredAt',
        'recordId',
        'sample',
        'score',
        'source',
        'tier',
      ],
    ]);
  });

  it('contributed to alerts that show a person’s tier where one stands', async () => {
    await town.alert(first, 'red');
    await town.rows("update alert set person_tier = 'yellow'");
    expect(await strikes.alerts('a', WHOLE_CITY, 5)).toMatchObject([{ tier: 'yellow' }]);
  });

  it('contributed to alerts, of which everybody sees their own', async () => {
    const alertId = await town.alert(first, 'red', { regionCode: HERE });
    await town.tellUnit(alertId, 'scj');
    const idsFor = async (sight: Sight, code = 'a') =>
      (await strikes.alerts(code, sight, 5)).map(({ id }) => id);
    expect(await idsFor(WHOLE_CITY)).toEqual([alertId]);
    expect(await idsFor(UNIT)).toEqual([alertId]);
    expect(await idsFor(office([THERE]))).toEqual([]);
    expect(await idsFor(WHOLE_CITY, 'b')).toEqual([]);
  });
});

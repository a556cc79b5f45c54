import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verdict } from '../../../alerting/src/testing/verdicts.js';
import { feedRecord } from '../../../assessment/src/testing/judged.js';
import { Story } from '../../../assessment/src/testing/knowledge-bed.js';
import { emptyPgBed } from '../testing/pg-bed.js';
import { PgCity } from '../testing/pg-city.js';
import { storeDatabase } from '../testing/store-database.js';
import { PgAlertSurroundings } from './pg-alert-surroundings.js';

let db: Awaited<ReturnType<typeof storeDatabase>>;
let story: Story;
let city: PgCity;
let surroundings: PgAlertSurroundings;
beforeAll(async () => {
  db = await storeDatabase();
  surroundings = new PgAlertSurroundings(db.database);
});
beforeEach(async () => {
  story = new Story(await emptyPgBed(db.database));
  city = new PgCity(db.database);
});
afterAll(() => db.drop());

/** Founds a firm with an alert; the first bears the id 1, and so on. */
async function raise(name: string, keys: readonly string[] = []): Promise<string> {
  const id = await story.found(`name:${name}`, ...keys);
  await city.raiseAll([{ ...verdict(id, 'orange'), name }]);
  return id;
}
const beside = async (id = '1'): Promise<string[]> =>
  (await surroundings.beside(id, city.clock.now())).map(
    ({ entityName, shares }) =>
      `${entityName}: ${shares.map(({ kind, value }) => `${kind} ${value ?? ''}`.trim()).join(', ')}`,
  );

describe('what stands beside an alert', () => {
  it('is nothing for the only one, and nothing for one that is not there', async () => {
    await raise('甲');
    expect(await beside()).toEqual([]);
    expect(await beside('99')).toEqual([]);
  });

  it('says what is shared: a number, an address, a representative', async () => {
    const ties = { address: ['幸福路8号'], representative: ['张三@4310'] };
    await story.describe(await raise('甲', ['phone:0735123']), { ties });
    await raise('乙', ['phone:0735123']);
    await story.describe(await raise('丙'), { ties });
    expect((await beside()).filter((line) => !line.startsWith('scheme'))).toEqual([
      expect.stringMatching(/^乙: .*phone 0735123/),
      expect.stringMatching(/^丙: address 幸福路8号, .*representative 张三@4310/),
    ]);
  });

  it('lays a branch beside the firm that it names, from either side', async () => {
    await raise('总部');
    await story.describe(await raise('分部'), { ties: { parent: ['总部'] } });
    const named = async (id: string) =>
      (await beside(id)).filter((line) => line.includes('parent 总部')).length;
    expect([await named('1'), await named('2')]).toEqual([1, 1]);
  });

  it('keeps what was merged into it, also from one that has nothing else in common', async () => {
    await raise('甲');
    await raise('乙');
    await db.database.rows("update alert set status = 'merged', merged_into = 1 where id = 2");
    expect(await beside()).toEqual(['乙: member']);
    const [member] = await surroundings.beside('1', city.clock.now());
    expect(member).toMatchObject({ id: '2', status: 'merged', tier: 'orange' });
    expect(member?.lastStep).toMatch(/^\d+$/);
  });

  it('names the latest of the same scheme in the same place, after all that share more', async () => {
    for (const name of ['甲', '乙']) await raise(name);
    await raise('丙', ['phone:1']);
    await story.found('name:丁', 'phone:1');
    await db.database.rows("update alert set region_code = '431002'");
    expect(await beside('3')).toEqual(['甲: scheme', '乙: scheme']);
  });

  it('never lays an invented alert beside a real one', async () => {
    await raise('甲', ['phone:1']);
    await raise('乙', ['phone:1']);
    await db.database.rows('update alert set sample = true where id = 2');
    expect(await beside()).toEqual([]);
  });
});

describe('the entity of an alert', () => {
  it('is told with how much speaks of it, and how surely', async () => {
    const id = await raise('甲');
    await story.complaint(id, '1', {}, { confidence: 0.5 });
    await story.complaint(id, '2', {}, { confidence: 0.75 });
    await story.tell(feedRecord('advertisement', '3'), { about: [id] });
    expect(await surroundings.entityOf('1')).toMatchObject({
      records: { complaint: 2, advertisement: 1 },
      leastConfidence: 0.5,
    });
    expect(await surroundings.rootOf('1')).toBe(id);
    expect([await surroundings.entityOf('9'), await surroundings.rootOf('9')]).toEqual([
      null,
      null,
    ]);
  });

  it('tells who works on it', async () => {
    await raise('甲');
    await city.step('entrusted', { toPerson: '张某' });
    expect(await surroundings.assigneesOf('1')).toMatchObject([{ person: '张某' }]);
  });

  it('tells who heard of it, each in the strongest part', async () => {
    await raise('甲');
    expect(await surroundings.toldUnits('1')).toEqual(
      expect.arrayContaining([expect.objectContaining({ role: 'lead' })]),
    );
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WHOLE_CITY } from '@risk/domain';
import { NotFound } from '@risk/kit';
import { openDoors, type OpenDoors } from './testing/open-doors.js';

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
});
beforeEach(() => {
  doors.house.answers.asked.length = 0;
  doors.house.answers.refusal = null;
});
afterAll(() => doors.close());

const asked = () => doors.house.answers.asked;
const as = async (name: string, role: 'liaison' | 'monitor', unit: string) => ({
  headers: {
    cookie: await doors.house.people.cookieOf(name, { roles: [role], unit, regions: null }),
  },
});

const WISH = {
  ...{ limit: 50, after: null, sort: 'score', isDescending: true, sight: WHOLE_CITY },
  ...{ words: null, tier: null, scheme: null, region: null, kind: null },
  ...{ isLicensed: null, isSample: null },
};
const READER = { sight: WHOLE_CITY, mayReadRecords: true };

describe('the doors to entities', () => {
  it.each<[string, unknown]>([
    ['/api/entities', { 'entities.list': WISH }],
    [
      '/api/entities?words=%20星河%20&tier=none&scheme=pyramid-selling&region=Z-gaoxin&kind=branch&licensed=false&sample=true&sort=name&limit=7&after=x',
      {
        'entities.list': {
          ...{ ...WISH, words: '星河', tier: 'none', scheme: 'pyramid-selling' },
          ...{ region: 'Z-gaoxin', kind: 'branch', isLicensed: false, isSample: true },
          ...{ sort: 'name', isDescending: false, limit: 7, after: 'x' },
        },
      },
    ],
    ['/api/entities/7', { 'entities.profile': '7' }],
    ['/api/entities/7/history', { 'entities.history': '7' }],
    ['/api/entities/7/why-not', { 'entities.whyNot': '7' }],
    [
      '/api/entities/7/relations?degrees=1',
      { 'entities.neighbours': '7', question: { degrees: 1, sight: WHOLE_CITY } },
    ],
    [
      '/api/entities/7/at?when=2026-11-02',
      { 'entities.then': '7', at: new Date('2026-11-02T23:59:59.999+08:00'), reader: READER },
    ],
    [
      '/api/entities/7/records?feed=complaint',
      {
        'entities.records': '7',
        question: {
          ...{ limit: 50, after: null, sort: 'occurredAt', isDescending: true },
          ...{ feed: 'complaint', ...READER },
        },
      },
    ],
  ])('lead %s to what is asked', async (path, question) => {
    const { status } = await doors.ask(path);
    expect([status, asked()]).toEqual([200, [question]]);
  });

  it('save the records of one as a workbook, to the same reader as on the screen', async () => {
    const saved = await doors.ask('/api/entities/7/records/export?feed=complaint');
    expect(saved.status).toBe(200);
    expect(saved.headers.get('content-disposition')).toContain('.xlsx');
    expect(asked()).toMatchObject([{ 'entities.records': '7', question: READER }]);
  });

  it.each([
    ['/api/entities?tier=purple', 'tier'],
    ['/api/entities?words=%20', 'words'],
    ['/api/entities?region=%27', '（region）：应为区划代码'],
    ['/api/entities?sort=uscc', '（sort）：应为 score、name、evidenceAt 之一'],
    ['/api/entities?page=2', 'page'],
    ['/api/entities/7/relations?degrees=3', 'degrees'],
    ['/api/entities/7/at', 'when'],
    ['/api/entities/7/at?when=2026-02-30', 'when：“2026-02-30”应如'],
    ['/api/entities/7/records?feed=gossip', 'feed'],
  ])('refuse %s by name', async (path, said) => {
    const { status, text } = await doors.ask(path);
    expect([status, text.includes(said), asked()]).toEqual([422, true, []]);
  });

  it.each(['x', "7'", '1234567890123456789'])('know nobody of the id %s', async (id) => {
    expect((await doors.ask(`/api/entities/${encodeURIComponent(id)}`)).status).toBe(404);
    expect(asked()).toEqual([]);
  });

  it('pass on that there is nobody', async () => {
    doors.house.answers.refusal = new NotFound('没有主体“9”');
    expect((await doors.ask('/api/entities/9')).text).toContain('没有主体');
  });

  it('offer the regions and schemes of the city', async () => {
    const { json } = await doors.ask('/api/entities/choices');
    expect(json).toMatchObject({
      regions: expect.arrayContaining([{ code: '990001', name: expect.any(String) }]),
      schemes: expect.arrayContaining([{ code: 'illegal-fundraising', title: '非法集资' }]),
    });
    expect(JSON.stringify(json)).not.toContain('未见异常');
  });

  it('save the list as a workbook, with the same filters', async () => {
    const { status, headers } = await doors.ask('/api/entities/export?tier=red&sort=name');
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('sheet')]);
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('主体-'));
    expect(asked()[0]).toMatchObject({ 'entities.list': { tier: 'red', sort: 'name' } });
  });

  it('refuse in words what cannot be saved, before a file begins', async () => {
    doors.house.answers.refusal = new NotFound('words：至少写两个字');
    const { headers, text } = await doors.ask('/api/entities/export?words=a');
    expect(headers.get('content-type')).toContain('json');
    expect(text).toContain('至少写两个字');
  });
});

describe('to a unit the doors', () => {
  beforeEach(() => {
    Object.assign(doors.house.people.desk, {
      sight: {
        sees: () => Promise.resolve(true),
        among: (_kind: string, ids: readonly string[]) =>
          Promise.resolve(new Set(ids.filter((id) => id === '7'))),
      },
    });
  });

  it('say no phone that a complaint may have told, and the office all', async () => {
    const valueFor = async (init: object) =>
      (
        (await doors.ask('/api/entities/7/relations', init)).json as {
          bonds: { value: string | null }[];
        }
      ).bonds[0]?.value;
    expect(await valueFor(await as('市场联络员', 'liaison', 'market'))).toBeNull();
    expect(await valueFor({})).toBe('13800001234');
  });

  it('name of what was known only the alerts that it sees', async () => {
    const unit = await as('市场联络员', 'liaison', 'market');
    const { json } = await doors.ask('/api/entities/7/at?when=2026-11-02', unit);
    expect(json).toMatchObject({ alerts: [{ id: '7' }] });
    expect(asked().at(-1)).toMatchObject({ reader: { mayReadRecords: false } });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '@risk/access';
import { WHOLE_CITY } from '@risk/domain';
import { bulletinSaying } from './testing/bulletins.js';
import { openDoors, type OpenDoors } from './testing/open-doors.js';

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());
beforeEach(() => {
  doors.house.answers.asked.length = 0;
});

const now = () => doors.house.clock.now();
const page = { limit: 50, after: null };
const up = (sort: string) => ({ ...page, sort, isDescending: false });
const down = (sort: string) => ({ ...page, sort, isDescending: true });
const ALL_STATES = ['draft', 'reviewed', 'issued', 'withdrawn'];

/** Each list, and what it is asked for when nothing is said. */
const LISTS: readonly (readonly [string, () => object])[] = [
  [
    '/api/units/office/inbox',
    () => ({
      inbox: { ...down('urgency'), unit: 'office', isRead: null, kind: null, words: null },
    }),
  ],
  [
    '/api/duties',
    () => ({
      duties: {
        ...{
          ...up('dueAt'),
          state: 'standing',
          unit: null,
          kind: null,
          alertId: null,
          words: null,
        },
        ...{ now: now(), sight: WHOLE_CITY },
      },
    }),
  ],
  [
    '/api/handovers',
    () => ({
      handOvers: {
        ...{ ...up('dueAt'), state: 'waiting', alertId: null, now: now(), sight: WHOLE_CITY },
      },
    }),
  ],
  ['/api/meetings', () => ({ meetings: { ...down('heldOn'), isOpen: false, sight: WHOLE_CITY } })],
  [
    '/api/notices',
    () => ({
      notices: {
        ...{ ...down('number'), state: null, kind: null, alertId: null, unit: null },
        ...{ channel: null, sight: WHOLE_CITY },
      },
    }),
  ],
  [
    '/api/bulletins',
    () => ({
      bulletins: {
        ...{ ...down('composedAt'), kind: null, scope: null, states: ALL_STATES, words: null },
        sight: WHOLE_CITY,
      },
    }),
  ],
  ['/api/silences', () => ({ silences: { ...down('endsAt'), inForceAt: now() } })],
  ['/api/floods', () => ({ floods: { ...down('openedAt'), isOpen: false } })],
  ['/api/hushed-alerts', () => ({ hushed: { ...up('tier'), cause: null } })],
  [
    '/api/vault/requests',
    () => ({
      vaultRequests: { ...down('at'), sight: WHOLE_CITY, by: null, state: null, now: now() },
    }),
  ],
  [
    '/api/vault/looks',
    () => ({ vaultLooks: { ...down('at'), sight: WHOLE_CITY, by: null, recordId: null } }),
  ],
  [
    '/api/ledger/duties?from=2026-10-01',
    () => ({
      ledgerDuties: {
        ...{ ...up('dueAt'), from: '2026-10-01', to: '2026-11-02', unit: null, samples: false },
        ...{ kind: null, outcome: 'owed', now: now() },
      },
    }),
  ],
  [
    '/api/ledger/findings?from=2026-10-01&verdict=refuted',
    () => ({
      ledgerFindings: {
        ...{ ...down('at'), from: '2026-10-01', to: '2026-11-02', unit: null, samples: false },
        verdict: 'refuted',
      },
    }),
  ],
];

describe('each list of the desks', () => {
  it.each(LISTS)('%s answers a page', async (path, asked) => {
    expect(await doors.ask(path)).toMatchObject({
      ...{ status: 200, json: { rows: [], next: null, total: 0 } },
    });
    expect(doors.house.answers.asked).toEqual([asked()]);
  });

  it.each(LISTS)('%s is saved as a workbook', async (path) => {
    const { status, headers } = await doors.ask(path.replace(/(\?|$)/, '/export$1'));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('spreadsheetml');
    expect(headers.get('content-disposition')).toContain('.xlsx');
  });

  it.each(LISTS)('%s refuses an order and a filter that it does not know', async (path) => {
    const more = path.includes('?') ? '&' : '?';
    for (const odd of ['sort=colour', 'colour=red', 'limit=201'])
      expect([odd, (await doors.ask(`${path}${more}${odd}`)).status]).toEqual([odd, 422]);
  });
});

describe('filters', () => {
  it.each([
    ['/api/units/office/inbox?state=unread&kind=handover', { isRead: false, kind: 'handover' }],
    ['/api/units/office/inbox?words=%20', { words: null }],
    ['/api/duties?state=overdue&unit=east&kind=answer', { state: 'overdue', unit: 'east' }],
    ['/api/duties?alert=7&words=甲', { alertId: '7', words: '甲' }],
    ['/api/handovers?state=answered&alert=7', { state: 'answered', alertId: '7' }],
    ['/api/meetings?state=open', { isOpen: true }],
    ['/api/notices?state=unknown&kind=bulletin', { state: 'unknown', kind: 'bulletin' }],
    ['/api/bulletins?kind=daily&edition=unit:gaj&state=draft', { states: ['draft'] }],
    ['/api/silences?state=all', { inForceAt: null }],
    ['/api/floods?state=open', { isOpen: true }],
    ['/api/hushed-alerts?cause=flood', { cause: 'flood' }],
    ['/api/vault/requests?state=waiting', { state: 'waiting' }],
    ['/api/vault/looks?record=12', { recordId: '12' }],
  ])('%s', async (path, asked) => {
    expect((await doors.ask(path)).status).toBe(200);
    expect(Object.values(doors.house.answers.asked[0] as object)[0]).toMatchObject(asked);
  });

  it.each([
    '/api/units/mars/inbox',
    '/api/units/office/inbox/x',
    '/api/handovers/x',
    '/api/meetings/x',
  ])('%s leads nowhere', async (path) => {
    expect((await doors.ask(path)).status).toBe(404);
  });

  it.each([
    '/api/ledger/duties',
    '/api/ledger/duties?from=2026-13-01',
    '/api/ledger/findings?from=2026-10-01',
    '/api/ledger/duties?from=2026-10-01&to=2026-09-01',
    '/api/bulletins?edition=mars',
  ])('%s is refused', async (path) => {
    expect((await doors.ask(path)).status).toBe(422);
  });
});

describe('the ledger', () => {
  it('is saved with how long things took', async () => {
    const { status, headers } = await doors.ask('/api/ledger/export?from=2026-10-01&sort=-name');
    expect([status, headers.get('content-type')]).toEqual([
      ...[200, expect.stringContaining('spreadsheetml')],
    ]);
  });
});

describe('a draft', () => {
  const reader = async (path: string) => {
    const part = { roles: ['reader'], unit: 'office' } as const;
    const cookie = await doors.house.people.cookieOf('某读者', part);
    return doors.ask(path, { headers: { cookie } });
  };

  it('does not exist for whoever only reads', async () => {
    Object.assign(doors.house.bulletins, {
      find: () => Promise.resolve(bulletinSaying({ state: 'draft' })),
    });
    for (const path of ['api/bulletins/5', 'api/bulletins/5/files/a', 'bulletins/5/text'])
      expect([path, (await reader(`/${path}`)).status]).toEqual([path, 404]);
    expect((await doors.ask('/api/bulletins/5')).status).toBe(200);
    await reader('/api/bulletins?state=draft');
    expect(doors.house.answers.asked.at(-1)).toMatchObject({ bulletins: { states: [] } });
    await reader('/api/bulletins');
    expect(doors.house.answers.asked.at(-1)).toMatchObject({ bulletins: { states: ['issued'] } });
  });
});

describe('requests for looks at reporters, and the looks', () => {
  it.each<[Role, string, string | null]>([
    ['verifier', 'office', '查阅·verifier'],
    ['director', 'office', null],
    ['police', 'police', null],
  ])('of a %s are kept to what is theirs', async (role, unit, by) => {
    const cookie = await doors.house.people.cookieOf(`查阅·${role}`, { roles: [role], unit });
    const units = unit === 'office' ? 'all' : [unit];
    for (const path of ['requests', 'looks', 'requests/export', 'looks/export']) {
      doors.house.answers.asked.length = 0;
      const { status } = await doors.ask(`/api/vault/${path}`, { headers: { cookie } });
      expect([path, status]).toEqual([path, 200]);
      const [question] = Object.values(doors.house.answers.asked[0] as object) as object[];
      expect(question).toMatchObject({ by, sight: { units, regions: 'all' } });
    }
  });
});

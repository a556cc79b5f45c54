import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLE_CODES, ROLES, SightedThings, type Role, type Sighted } from '@risk/access';
import type { Sight } from '@risk/domain';
import { expectGolden } from '../../../../test/support/golden.js';
import { CONTROLLERS } from '../api.module.js';
import { openDoors, type OpenDoors } from '../testing/open-doors.js';
import { doorsOf, refuseUnruled, type Door } from './doors-with-rules.js';
import { NOTHING, Open, Permit } from './permit.js';

const DOORS = doorsOf(CONTROLLERS);
const KEPT = DOORS.filter(({ rule }) => rule !== null && 'permission' in rule);

/** One line to open another door to everybody; think twice. */
const STAND_OPEN = [
  'GET /api/health',
  'GET /api/health/live',
  'GET /favicon.svg',
  'GET /login',
  'GET /login/code',
  'GET /login/factor',
  'GET /login/identity',
  'GET /login/identity/callback',
  'GET /login/password',
  'GET /read/:notice/:receipt',
  'GET /report',
  'GET /report/learn',
  'GET /report/status',
  'GET /report/style.css',
  'GET /setup',
  'GET /style.css',
  'GET /workbench/assets/:name',
  'POST /api/session',
  'POST /api/session/second-factor',
  'POST /login',
  'POST /login/code',
  'POST /login/demonstration',
  'POST /login/factor',
  'POST /login/password',
  'POST /logout',
  'POST /read/:notice/:receipt',
  'POST /report',
  'POST /report/status',
  'POST /setup',
];

/** Programs of this machine may deliver before the first token; who-calls.spec.ts. */
const FEEDS = '/api/feeds/:feed';

/** What somebody of each role is, and of which unit. */
const unitOf = (role: Role): string =>
  ROLES[role].kind === 'unit' ? (role === 'police' ? 'police' : 'market') : 'office';

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

const PARTS: Readonly<Record<string, string>> = {
  ...{ name: 'a', code: 'market', notice: '9', receipt: 'x', decision: 'release', step: 'publish' },
  ...{ feed: 'complaint', file: '3' },
};

/** What business and administration both need: nothing of anybody. */
const SHARED = ['/api/calendar', '/api/house-state', '/api/sources', '/api/reconciliation'];
const isShared = ({ path }: Door): boolean => SHARED.some((one) => path.startsWith(one));

/** An address of a door, about a thing with this id. */
const addressOf = (
  { path }: Door,
  id: string,
  more: Readonly<Record<string, string>> = {},
): string => path.replace(/:(\w+)/g, (_, name: string) => more[name] ?? PARTS[name] ?? id);

interface Asked {
  readonly as: string;
  readonly role: Role;
  readonly id?: string;
  readonly regions?: readonly string[];
  readonly more?: Readonly<Record<string, string>>;
}

async function ask(door: Door, { as, role, id = '7', regions, more }: Asked) {
  const part = { roles: [role], unit: unitOf(role), regions: regions ?? null };
  const cookie = await doors.house.people.cookieOf(as, part);
  const init = door.method === 'POST' ? { method: 'POST', body: '{}' } : { method: door.method };
  // Nobody's account: what is done to it must not turn away those who go on asking.
  const whose = door.path.startsWith('/api/accounts') ? '4711' : id;
  return doors.ask(addressOf(door, whose, more), { ...init, headers: { cookie } });
}

describe('every door', () => {
  it('says who may pass', () => {
    expect(() => {
      refuseUnruled(CONTROLLERS);
    }).not.toThrow();
    expect(DOORS.length).toBeGreaterThan(90);
  });

  it('that says nothing stops the start and is named', () => {
    const open = () => 1;
    const shut = () => 1;
    class Careless {
      readonly is = 'careless';
    }
    Object.assign(Careless.prototype, { open, shut });
    Reflect.defineMetadata('path', 'api', Careless);
    for (const door of [open, shut]) {
      Reflect.defineMetadata('path', 'door', door);
      Reflect.defineMetadata('method', 0, door);
    }
    Permit('alerts.read', NOTHING)(shut);
    expect(() => {
      refuseUnruled([Careless]);
    }).toThrow('doors without a rule: Careless.open');
    Open('a test')(open);
    expect(() => {
      refuseUnruled([Careless]);
    }).not.toThrow();
  });

  it('that stands open is one of these', () => {
    const open = DOORS.filter(({ rule }) => rule !== null && 'open' in rule);
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(STAND_OPEN);
  });

  it('but those turns away whoever is not signed in', async () => {
    const shut = DOORS.filter(({ rule }) => rule !== null && !('open' in rule));
    for (const door of shut.filter(({ path }) => path !== FEEDS)) {
      const init = { method: door.method, as: null, headers: { accept: 'application/json' } };
      const { status, text } = await doors.ask(addressOf(door, '7'), init);
      expect([door.name, status, text.includes('请先登录')]).toEqual([door.name, 401, true]);
    }
  });

  it('lets in the roles of the table, and no others', async () => {
    const lines: string[] = [];
    for (const door of KEPT) {
      const roles: string[] = [];
      for (const role of ROLE_CODES) {
        const { status } = await ask(door, { as: `某${role}`, role });
        expect([door.name, role, status]).not.toEqual([door.name, role, 401]);
        if (status !== 403) roles.push(role);
      }
      lines.push(`${door.method} ${door.path}: ${roles.join(' ')}`);
    }
    await expectGolden('test/fixtures/access/who-may.txt', `${lines.sort().join('\n')}\n`);
  }, 180_000);

  it('of business is shut to administrators, and theirs to everybody else', async () => {
    for (const door of KEPT.filter((one) => !isShared(one))) {
      const isTheirs = /^\/api\/(accounts|places|roles|sessions|tokens|audit)/.test(door.path);
      for (const role of ROLE_CODES) {
        const isAdministrator = ROLES[role].kind === 'administrator';
        if (isAdministrator === isTheirs) continue;
        const { status } = await ask(door, { as: `某${role}`, role });
        expect([door.name, role, status]).toEqual([door.name, role, 403]);
      }
    }
  }, 180_000);
});

/** Sees the things with the number 7 alone, and remembers what it was asked. */
class SeesSeven extends SightedThings {
  readonly asked: [Sighted, Sight][] = [];

  among(kind: Sighted, ids: readonly string[], sight: Sight): Promise<ReadonlySet<string>> {
    this.asked.push([kind, sight]);
    return Promise.resolve(new Set(ids.filter((id) => id === '7')));
  }
}

const PEOPLE: readonly (Omit<Asked, 'id'> & { readonly sight: Sight })[] = [
  { as: '市场联络员', role: 'liaison', sight: { units: ['market'], regions: 'all' } },
  { as: '公安', role: 'police', sight: { units: ['police'], regions: 'all' } },
  {
    as: '东县监测员',
    role: 'monitor',
    regions: ['990001'],
    sight: { units: 'all', regions: ['990001'] },
  },
  {
    as: '东县核查员',
    role: 'verifier',
    regions: ['990001'],
    sight: { units: 'all', regions: ['990001'] },
  },
  {
    as: '东县负责人',
    role: 'director',
    regions: ['990001'],
    sight: { units: 'all', regions: ['990001'] },
  },
];

/** Whether the guard said that there is no such thing; what answers itself says of what there is none. */
const isTurnedAway = (answer: unknown): boolean =>
  (answer as { detail?: unknown } | null)?.detail === '没有找到';

describe('a thing out of sight', () => {
  const sees = new SeesSeven();
  beforeAll(() => {
    Object.assign(doors.house.people.desk, { sight: sees });
  });

  const permitted = (kind: string, role: Role): Door[] =>
    KEPT.filter(
      ({ rule }) =>
        rule !== null &&
        'permission' in rule &&
        rule.reach.kind === kind &&
        (ROLES[role].allows as readonly string[]).includes(rule.permission),
    );

  it.each(PEOPLE)('of $as answers at every door as if it did not exist', async (person) => {
    const things = permitted('among', person.role);
    expect(things.length).toBeGreaterThan(5);
    for (const door of things) {
      const foreign = await ask(door, { ...person, id: '8' });
      const nowhere = await ask(door, { ...person, id: '999999' });
      const nonsense = await ask(door, { ...person, id: 'x' });
      for (const answer of [foreign, nowhere, nonsense])
        expect([door.name, answer.status]).toEqual([door.name, 404]);
      expect(foreign.text).toBe(nowhere.text);
      const own = await ask(door, { ...person, id: '7' });
      expect([door.name, isTurnedAway(own.json)]).toEqual([door.name, false]);
    }
    expect(sees.asked.at(-1)?.[1]).toEqual(person.sight);
  });

  it.each(PEOPLE)('that only the whole city has is not for $as', async (person) => {
    for (const door of permitted('city', person.role))
      expect([door.name, (await ask(door, person)).status]).toEqual([door.name, 403]);
  });

  it.each(PEOPLE.filter(({ sight }) => sight.units !== 'all'))(
    'of another unit is not for $as',
    async (person) => {
      for (const door of permitted('unit', person.role)) {
        const answer = await ask(door, { ...person, more: { code: 'civil' } });
        expect([door.name, answer.status]).toEqual([door.name, 404]);
        const unit = unitOf(person.role);
        const own = await ask(door, { ...person, more: { code: unit } });
        expect([door.name, isTurnedAway(own.json)]).toEqual([door.name, false]);
      }
    },
  );

  it.each<[Role, string, string, number]>([
    ['liaison', 'market', 'market/liaison', 200],
    ['liaison', 'market', 'market/head', 403],
    ['head', 'market', 'market/head', 200],
    ['head', 'market', 'market/liaison', 403],
    ['police', 'police', 'police/liaison', 200],
    ['police', 'police', 'police/head', 403],
    ['monitor', 'office', 'office/liaison', 200],
    ['monitor', 'office', 'office/head', 403],
    ['director', 'office', 'office/head', 200],
    ['monitor', 'police', 'police/liaison', 403],
    ['director', 'police', 'police/head', 403],
    ['liaison', 'police', 'police/liaison', 404],
    ['liaison', 'market', '', 404],
  ])('a message: %s at the inbox of %s, sent to “%s”: %i', async (role, unit, sentTo, status) => {
    const { recipients } = doors.house.answers;
    recipients.clear();
    if (sentTo !== '') recipients.set(`${unit} 7`, sentTo);
    const cookie = await doors.house.people.cookieOf(`读信的${role}`, {
      ...{ roles: [role], unit: unitOf(role), regions: null },
    });
    const init = { method: 'POST', headers: { cookie }, body: '{"because":"打开阅读"}' };
    const read = await doors.ask(`/api/units/${unit}/inbox/7/read`, init);
    expect(read.status).toBe(status);
    if (status === 404) return;
    // The screen is told the same beforehand.
    const shown = await doors.ask(`/api/units/${unit}/inbox/7`, { headers: { cookie } });
    const isMine = (shown.json as { isMine: boolean }).isMine;
    if (sentTo === `${unit}/liaison`) expect(isMine).toBe(status === 200);
  });

  it.each(PEOPLE)('stands in no list for $as', async (person) => {
    const lists = permitted('own', person.role).filter(({ method }) => method === 'GET');
    expect(lists.length).toBeGreaterThan(0);
    for (const door of lists) {
      const { asked } = doors.house.answers;
      const [before, sighted] = [asked.length, sees.asked.length];
      const { status } = await ask(door, person);
      expect([door.name, status]).toEqual([door.name, 200]);
      const put = JSON.stringify([asked.slice(before), sees.asked.slice(sighted)]);
      expect([door.name, put.includes(JSON.stringify(person.sight))]).toEqual([door.name, true]);
    }
  });
});

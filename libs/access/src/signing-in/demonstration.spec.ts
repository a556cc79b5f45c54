import { beforeEach, describe, expect, it } from '@jest/globals';
import { Forbidden, NotFound } from '@risk/kit';
import { permissionsOf, ROLES } from '../rights/roles.js';
import { CITY, memoryBed, type AccessBed } from '../testing/access-bed.js';
import { Demonstration } from './demonstration.js';

let bed: AccessBed;
let isOpen: boolean;
let demonstration: Demonstration;
beforeEach(() => {
  bed = memoryBed();
  isOpen = true;
  const { on, opening, hands } = bed;
  demonstration = new Demonstration(on.accounts, opening, () => Promise.resolve(isOpen), hands);
});

const prepare = (units: ReadonlySet<string> = CITY.units) =>
  demonstration.prepare(CITY.office, units);
const logins = async () => (await demonstration.offers()).map(({ login }) => login);
const ALL = ['demo-office', 'demo-director', 'demo-liaison', 'demo-police', 'demo-reader'];

describe('the demonstration', () => {
  it('offers nobody before it was prepared', async () => {
    expect(await demonstration.offers()).toEqual([]);
  });

  it('lets newcomers in without anything, and says who they are', async () => {
    await prepare();
    expect(await logins()).toEqual(ALL);
    for (const login of ALL) {
      const opened = await demonstration.enter(login, null);
      expect(opened.stage).toBe('in');
      const { account } = (await bed.check.run(opened.token, true))!;
      expect(account).toMatchObject({ sample: true, login });
      expect(account.name).toMatch(/^演示/);
    }
  });

  it('tells of its accounts the login and the name, and nothing else', async () => {
    await prepare();
    expect((await demonstration.offers())[0]).toEqual({
      login: 'demo-office',
      name: '演示·金融办监测核查员',
    });
  });

  it('has no administrators and nobody who could make accounts', async () => {
    await prepare();
    for (const { roles } of await bed.on.accounts.samples()) {
      expect(roles.every((role) => ROLES[role].kind !== 'administrator')).toBe(true);
      expect(permissionsOf(roles).has('accounts.read')).toBe(false);
    }
  });

  it('is prepared once, and for the units that the city has', async () => {
    await prepare(new Set(['jrb', 'gaj']));
    expect(await logins()).toEqual(ALL.filter((login) => login !== 'demo-liaison'));
    await prepare();
    await prepare();
    expect(await logins()).toHaveLength(5);
  });

  it('leaves alone what somebody disabled, and who has such a login', async () => {
    await bed.add({ login: 'demo-reader' });
    await prepare();
    const [office] = await bed.on.accounts.samples();
    await bed.set(office!.id, { state: 'disabled' });
    await prepare();
    expect(await logins()).toEqual(['demo-director', 'demo-liaison', 'demo-police']);
    await expect(demonstration.enter('demo-office', null)).rejects.toThrow(NotFound);
    await expect(demonstration.enter('demo-reader', null)).rejects.toThrow(NotFound);
  });

  it('is shut when there are no samples, or others could see real data', async () => {
    await prepare();
    isOpen = false;
    expect(await demonstration.offers()).toEqual([]);
    await expect(demonstration.enter('demo-office', null)).rejects.toThrow(Forbidden);
  });

  it('lets nobody in as somebody real', async () => {
    await prepare();
    await bed.add();
    await expect(demonstration.enter('wang', null)).rejects.toThrow(NotFound);
  });

  it('has no passwords with which to come in by the other door', async () => {
    await prepare();
    await expect(bed.enter('demo-office', '')).rejects.toThrow('用户名或者口令不正确');
  });
});

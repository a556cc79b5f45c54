import { beforeEach, describe, expect, it } from '@jest/globals';
import { Conflict, Forbidden, Invalid, NotFound } from '@risk/kit';
import { memoryBed, type AccessBed } from '../testing/access-bed.js';
import type { Account, Person, Rights } from './account.js';
import type { AccountWish, AdministerAccounts } from './administer-accounts.js';

let bed: AccessBed;
let use: AdministerAccounts;
let sys: Person;
let sec: Person;
beforeEach(async () => {
  bed = memoryBed();
  use = bed.administer;
  sys = await bed.administrator('system-admin', 'sys');
  sec = await bed.administrator('security-admin', 'sec');
});

const READER = { unit: 'scj', roles: ['reader'], regions: null } as const satisfies Rights;
const HEAD = { unit: 'scj', roles: ['head'], regions: null } as const satisfies Rights;
const DIRECTOR = { unit: 'jrb', roles: ['director'], regions: null } as const satisfies Rights;
const wish = (more: Partial<AccountWish> = {}): AccountWish => ({
  ...{ login: 'wang', name: '王某', ...READER, validUntil: null, ...more },
});
const make = async (more: Partial<AccountWish> = {}, by = sys): Promise<Account> =>
  bed.account((await use.make(wish(more), by)).id);
const now = (id: string): Promise<Account> => bed.account(id);

describe('a new account', () => {
  it('waits for the other administrator, and opens nothing until then', async () => {
    const { id, password } = await use.make(wish(), sys);
    expect(await now(id)).toMatchObject({ state: 'pending', madeBy: 'sys', approvedBy: null });
    await expect(bed.enter('wang', password)).rejects.toThrow('不正确');
    await use.approve(id, sec);
    expect(await now(id)).toMatchObject({ state: 'active', approvedBy: 'sec' });
    expect(await bed.enter('wang', password)).toMatchObject({ stage: 'new-password' });
  });

  it('is refused when the login or the name is somebody’s', async () => {
    await make();
    await expect(make({ name: '李某' })).rejects.toThrow(Conflict);
    await expect(make({ login: 'lili', name: ' 王 某' })).rejects.toThrow(Conflict);
  });

  it.each<[string, Partial<AccountWish>, string]>([
    ['of a unit that is not there', { unit: 'mfa' }, 'unit：'],
    ['with mixed roles', { unit: 'jrb', roles: ['auditor', 'monitor'] }, '互不兼任'],
    ['with a strange login', { login: '王' }, 'login：'],
  ])('is refused %s', async (_what, more, says) => {
    await expect(make(more)).rejects.toThrow(says);
  });

  it('can be turned down, and its login stays taken', async () => {
    const { id } = await make();
    await use.reject(id);
    expect(await now(id)).toMatchObject({ state: 'disabled' });
    await expect(use.approve(id, sec)).rejects.toThrow('没有待批准');
    await expect(make({ name: '李某' })).rejects.toThrow(Conflict);
  });

  it('may be that of a first security administrator, who needs no other', async () => {
    bed = memoryBed();
    use = bed.administer;
    sys = await bed.administrator('system-admin', 'sys');
    const SECURITY = { unit: 'jrb', roles: ['security-admin'] } as const;
    expect(await make({ login: 'lili', name: '李', ...SECURITY })).toMatchObject({
      ...{ state: 'active', approvedBy: 'sys' },
    });
    expect(await make(SECURITY)).toMatchObject({ state: 'pending' });
    expect(await make({ login: 'chen', name: '陈' })).toMatchObject({ state: 'pending' });
  });
});

describe('other rights', () => {
  it('stand beside the present ones until they are granted', async () => {
    const { id } = await bed.add();
    await use.propose(id, HEAD, sys);
    expect(await now(id)).toMatchObject({ ...READER, proposed: { ...HEAD, by: 'sys' } });
    await use.approve(id, sec);
    expect(await now(id)).toMatchObject({ ...HEAD, proposed: null, approvedBy: 'sec' });
  });

  it('count at the very next request', async () => {
    const { id } = await bed.add();
    const opened = await bed.enter();
    await use.propose(id, HEAD, sys);
    await use.approve(id, sec);
    expect((await bed.check.run(opened.token, true))!.account.roles).toEqual(['head']);
  });

  it('can be turned down; the present ones stay', async () => {
    const { id } = await bed.add();
    await use.propose(id, HEAD, sys);
    await use.reject(id);
    expect(await now(id)).toMatchObject({ ...READER, state: 'active', proposed: null });
    await expect(use.reject(id)).rejects.toThrow('没有待批准');
    await expect(use.approve(id, sec)).rejects.toThrow('没有待批准');
  });

  it('are those proposed last, also of an account that waits', async () => {
    for (const account of [await make(), await bed.add({ login: 'li', name: '李某' })]) {
      await use.propose(account.id, DIRECTOR, sys);
      await use.propose(account.id, HEAD, sys);
      await use.approve(account.id, sec);
      expect(await now(account.id)).toMatchObject({ ...HEAD, state: 'active', proposed: null });
    }
  });

  it('are not granted when they were replaced while somebody looked at others', async () => {
    const { id } = await bed.add();
    await use.propose(id, HEAD, sys);
    await use.propose(id, DIRECTOR, sys);
    await expect(use.approve(id, sec, HEAD)).rejects.toThrow('刚刚改过');
    expect(await now(id)).toMatchObject(READER);
    await use.approve(id, sec, DIRECTOR);
    expect(await now(id)).toMatchObject(DIRECTOR);
  });

  it('carry nothing else over', async () => {
    const { id } = await bed.add();
    const smuggled = { ...HEAD, state: 'disabled', name: '李某', mustChange: true };
    await use.propose(id, smuggled, sys);
    await use.approve(id, sec);
    expect(await now(id)).toMatchObject({ state: 'active', name: '王某', mustChange: false });
  });

  it.each<[string, Partial<Rights>]>([
    ['mixed', { unit: 'jrb', roles: ['auditor', 'director'] }],
    ['strange', { unit: 'mfa' }],
  ])('that are %s are not even proposed', async (_what, more) => {
    const { id } = await bed.add();
    await expect(use.propose(id, { ...READER, ...more }, sys)).rejects.toThrow(Invalid);
    expect((await now(id)).proposed).toBeNull();
  });

  it('are not for the logins of the demonstration', async () => {
    const { id } = await bed.add({ sample: true, passwordHash: null });
    await expect(use.propose(id, DIRECTOR, sys)).rejects.toThrow('演示账号');
  });

  it.each(['propose', 'approve', 'reject', 'disable', 'revive', 'resetFactor'] as const)(
    'of nobody cannot be touched: %s',
    async (verb) => {
      const acts = {
        propose: () => use.propose('987654', HEAD, sys),
        approve: () => use.approve('987654', sec),
        reject: () => use.reject('987654'),
        disable: () => use.disable('987654', sys),
        revive: () => use.revive('987654'),
        resetFactor: () => use.resetFactor('987654', sec),
      };
      await expect(acts[verb]()).rejects.toThrow(NotFound);
    },
  );
});

describe('nobody approves', () => {
  it('what they made', async () => {
    const { id } = await make();
    await expect(use.approve(id, sys)).rejects.toThrow(Forbidden);
    expect(await now(id)).toMatchObject({ state: 'pending' });
  });

  it('what they made, also after becoming the other administrator', async () => {
    const { id } = await make();
    const turned = bed.person(await bed.set(sys.id, { roles: ['security-admin'] }));
    await expect(use.approve(id, turned)).rejects.toThrow(Forbidden);
  });

  it('rights that they proposed', async () => {
    const { id } = await bed.add();
    await use.propose(id, HEAD, sys);
    const turned = bed.person(await bed.set(sys.id, { roles: ['security-admin'] }));
    await expect(use.approve(id, turned)).rejects.toThrow(Forbidden);
    expect(await now(id)).toMatchObject(READER);
  });

  it('themselves', async () => {
    await use.propose(sec.id, DIRECTOR, sys);
    await expect(use.approve(sec.id, sec)).rejects.toThrow(Forbidden);
    expect(await now(sec.id)).toMatchObject({ roles: ['security-admin'] });
  });

  it('themselves by coming back', async () => {
    await bed.set(sec.id, { state: 'disabled' });
    await use.revive(sec.id);
    await expect(use.approve(sec.id, sec)).rejects.toThrow(Forbidden);
  });
});

describe('a disabled account', () => {
  it('has no session any more and opens none', async () => {
    const { id } = await bed.add();
    const opened = await bed.enter();
    await use.disable(id, sys);
    expect(await bed.isOpen(opened)).toBe(false);
    await expect(bed.enter()).rejects.toThrow('已停用');
    await expect(use.disable(id, sys)).rejects.toThrow('已经停用');
  });

  it('comes back to waiting, and by approval, but its sessions do not', async () => {
    const { id } = await bed.add();
    const opened = await bed.enter();
    await use.disable(id, sys);
    await use.revive(id);
    expect(await now(id)).toMatchObject({ state: 'pending', ...READER });
    await expect(use.revive(id)).rejects.toThrow('没有停用');
    await expect(bed.enter()).rejects.toThrow('不正确');
    await use.approve(id, sec);
    expect(await bed.isOpen(opened)).toBe(false);
    await expect(bed.enter()).resolves.toMatchObject({ stage: 'in' });
  });

  it('forgets rights that only waited', async () => {
    const { id } = await bed.add();
    await use.propose(id, DIRECTOR, sys);
    await use.disable(id, sys);
    await expect(use.approve(id, sec)).rejects.toThrow('没有待批准');
    await use.revive(id);
    await use.approve(id, sec);
    expect(await now(id)).toMatchObject(READER);
  });

  it('may get other rights while it is away, which open nothing by themselves', async () => {
    const { id } = await bed.add({ state: 'disabled' });
    await use.propose(id, HEAD, sys);
    await use.approve(id, sec);
    expect(await now(id)).toMatchObject({ ...HEAD, state: 'disabled' });
  });

  it('keeps its second factor when it comes back', async () => {
    const { id, factor } = await bed.addWithFactor();
    await use.disable(id, sys);
    await use.revive(id);
    await use.approve(id, sec);
    expect((await now(id)).factor).toEqual(factor);
  });

  it('is never one’s own', async () => {
    await expect(use.disable(sys.id, sys)).rejects.toThrow(Forbidden);
  });
});

describe('the last administrator', () => {
  it.each(['system-admin', 'security-admin'] as const)('%s cannot be disabled', async (role) => {
    const [last, by] = role === 'system-admin' ? [sys, sec] : [sec, sys];
    await expect(use.disable(last.id, by)).rejects.toThrow('最后一个');
    await bed.administrator(role, 'other');
    await use.disable(last.id, by);
    expect(await now(last.id)).toMatchObject({ state: 'disabled' });
  });

  it('cannot be turned into somebody else', async () => {
    await use.propose(sys.id, DIRECTOR, sys);
    await expect(use.approve(sys.id, sec)).rejects.toThrow('最后一个');
    await bed.administrator('system-admin', 'other');
    await use.approve(sys.id, sec);
    expect(await now(sys.id)).toMatchObject(DIRECTOR);
  });

  it('may go on being one elsewhere', async () => {
    await use.propose(sys.id, { unit: 'scj', roles: ['system-admin'], regions: null }, sys);
    await use.approve(sys.id, sec);
    expect(await now(sys.id)).toMatchObject({ unit: 'scj' });
  });

  it('does not keep one who only waits from being turned away', async () => {
    const { id } = await make({ unit: 'jrb', roles: ['system-admin'] });
    await use.disable(id, sys);
    expect(await now(id)).toMatchObject({ state: 'disabled' });
  });

  it('may be an auditor, who is missed by nobody here', async () => {
    const last = await bed.administrator('auditor', 'other');
    await expect(use.disable(last.id, sys)).resolves.toBeUndefined();
  });
});

describe('another end of an account', () => {
  const END = { ...READER, validUntil: '2026-12-31' } as const;

  it('is proposed and granted like rights', async () => {
    const { id } = await bed.add({ validUntil: '2026-11-01' });
    await expect(bed.enter()).rejects.toThrow('不正确');
    await use.propose(id, END, sys);
    expect(await now(id)).toMatchObject({ validUntil: '2026-11-01', proposed: END });
    await expect(use.approve(id, sys, END)).rejects.toThrow(Forbidden);
    await use.approve(id, sec, END);
    expect(await now(id)).toMatchObject({ validUntil: '2026-12-31', proposed: null });
    await expect(bed.enter()).resolves.toBeDefined();
  });

  it('may be none, and stays what it was where nothing is said of it', async () => {
    const { id } = await bed.add({ validUntil: '2026-12-31' });
    await use.propose(id, HEAD, sys);
    await use.approve(id, sec, HEAD);
    expect(await now(id)).toMatchObject({ validUntil: '2026-12-31', roles: ['head'] });
    await use.propose(id, { ...HEAD, validUntil: null }, sys);
    await use.approve(id, sec, { ...HEAD, validUntil: null });
    expect(await now(id)).toMatchObject({ validUntil: null });
  });

  it('is granted only to who looked at it', async () => {
    const { id } = await bed.add();
    await use.propose(id, END, sys);
    for (const seen of [READER, { ...END, validUntil: null }, { ...END, validUntil: '2027-12-31' }])
      await expect(use.approve(id, sec, seen)).rejects.toThrow('刚刚改过');
  });

  it('does not lie in the past', async () => {
    const { id } = await bed.add();
    const past = { ...READER, validUntil: '2026-11-01' };
    await expect(use.propose(id, past, sys)).rejects.toThrow('validUntil：');
  });
});

describe('an administrator whose time is over', () => {
  it('is none of those without whom the house could not go on', async () => {
    const over = await bed.add({ login: 'old', name: '旧', unit: 'jrb', roles: ['security-admin'], validUntil: '2026-11-01' }); // prettier-ignore
    await expect(use.disable(sec.id, sys)).rejects.toThrow('最后一个');
    await expect(use.disable(over.id, sys)).resolves.toBeUndefined();
  });
});

describe('a second factor taken away by an administrator', () => {
  it('is bound anew at the next login, with the password', async () => {
    const { id } = await bed.addWithFactor({ roles: ['monitor'], unit: 'jrb' });
    const opened = await bed.enterWithFactor();
    await use.resetFactor(id, sec);
    expect(await bed.isOpen(opened)).toBe(false);
    expect(await bed.enter()).toMatchObject({ stage: 'enrol' });
    await expect(use.resetFactor(id, sec)).rejects.toThrow('没有绑定');
  });

  it('is never one’s own', async () => {
    const own = bed.person(await bed.addWithFactor({ roles: ['security-admin'], unit: 'jrb' }));
    await expect(use.resetFactor(own.id, own)).rejects.toThrow(Forbidden);
  });
});

describe('sessions ended by an administrator', () => {
  it('are those of one account', async () => {
    const { id } = await bed.add();
    await bed.add({ login: 'li', name: '李某' });
    const [one, two, other] = [await bed.enter(), await bed.enter(), await bed.enter('li')];
    expect(await use.endSessionsOf(id)).toBe(2);
    expect(await Promise.all([one, two, other].map(bed.isOpen))).toEqual([false, false, true]);
    expect(await use.endSessionsOf(id)).toBe(0);
  });

  it('or those of everybody', async () => {
    await bed.add();
    await bed.enter();
    await bed.enter('sys');
    expect(await use.endAllSessions()).toBe(2);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { Forbidden, hours, NotFound } from '@risk/kit';
import { codeAt, memoryBed, PASSWORD, type AccessBed } from '../testing/access-bed.js';
import type { Person } from './account.js';
import type { ResetPassword } from './reset-password.js';

let bed: AccessBed;
let use: ResetPassword;
let sys: Person;
let sec: Person;
beforeEach(async () => {
  bed = memoryBed();
  use = bed.resetting;
  sys = await bed.administrator('system-admin', 'sys');
  sec = await bed.administrator('security-admin', 'sec');
});

const given = async (id: string): Promise<string> => {
  const { password } = await use.run(id, sys);
  if (password === null) throw new Error('waits for consent');
  return password;
};

describe('a new password for somebody with a second factor', () => {
  it('is given at once, and opens nothing alone', async () => {
    const { id, factor } = await bed.addWithFactor();
    const password = await given(id);
    expect((await bed.account(id)).factor).toEqual(factor);
    const half = await bed.enter('wang', password);
    expect(half.stage).toBe('second-factor');
    const whole = await bed.secondFactor.run(await bed.session(half), codeAt(bed.clock.now()));
    expect(whole.stage).toBe('new-password');
  });
});

describe('a new password for somebody without', () => {
  it('waits for the consent of the security administrator, and the old one works until then', async () => {
    const { id } = await bed.add();
    const opened = await bed.enter();
    expect(await use.run(id, sys)).toEqual({ id, password: null });
    expect(await bed.account(id)).toMatchObject({ reset: { by: 'sys', approvedBy: null } });
    expect(await bed.isOpen(opened)).toBe(true);
    await use.approve(id, sec);
    expect(await bed.isOpen(opened)).toBe(true);
    const password = await given(id);
    expect(await bed.isOpen(opened)).toBe(false);
    await expect(bed.enter('wang', PASSWORD)).rejects.toThrow('不正确');
    expect(await bed.enter('wang', password)).toMatchObject({ stage: 'new-password' });
  });

  it('is given once for a consent', async () => {
    const { id } = await bed.add();
    await use.run(id, sys);
    await use.approve(id, sec);
    await given(id);
    await bed.set(id, { mustChange: false });
    expect(await use.run(id, sys)).toEqual({ id, password: null });
  });

  it('is given within a day of the consent', async () => {
    const { id } = await bed.add();
    await use.run(id, sys);
    await use.approve(id, sec);
    bed.clock.advance(hours(24) + 1);
    expect(await use.run(id, sys)).toEqual({ id, password: null });
  });

  it('is refused by turning down what waits', async () => {
    const { id } = await bed.add();
    await use.run(id, sys);
    await bed.administer.reject(id);
    expect(await bed.account(id)).toMatchObject({ reset: null, state: 'active' });
    await expect(use.approve(id, sec)).rejects.toThrow('没有人申请');
  });

  it('is not consented to by who asked, nor by whose it is, nor twice', async () => {
    const { id } = await bed.add();
    await use.run(id, sys);
    await expect(use.approve(id, sys)).rejects.toThrow(Forbidden);
    await use.approve(id, sec);
    await expect(use.approve(id, sec)).rejects.toThrow('没有人申请');
    await use.run(sec.id, sys);
    await expect(use.approve(sec.id, sec)).rejects.toThrow(Forbidden);
  });

  it('is given at once while the owner never had one of his own', async () => {
    const { id } = await bed.add({ mustChange: true });
    expect(await given(id)).not.toBe(await given(id));
  });

  it('lifts a lock', async () => {
    const { id } = await bed.add({ mustChange: true });
    await bed.fail(5);
    await expect(bed.enter('wang', await given(id))).resolves.toBeDefined();
  });
});

describe('a new password', () => {
  it('approves of nobody', async () => {
    const { id } = await bed.add({ state: 'pending', approvedBy: null, mustChange: true });
    await expect(bed.enter('wang', await given(id))).rejects.toThrow('不正确');
  });

  it('is not for the logins of the demonstration, nor for nobody', async () => {
    const { id } = await bed.add({ sample: true, passwordHash: null });
    await expect(use.run(id, sys)).rejects.toThrow('演示账号没有口令');
    await expect(use.run('987654', sys)).rejects.toThrow(NotFound);
    await expect(use.approve('987654', sec)).rejects.toThrow(NotFound);
  });
});

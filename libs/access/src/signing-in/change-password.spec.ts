import { beforeEach, describe, expect, it } from '@jest/globals';
import { Unauthenticated } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import { codeAt, memoryBed, PASSWORD, type AccessBed } from '../testing/access-bed.js';
import { hashPassword } from './passwords.js';
import type { Session } from './session.js';

const NEXT = 'Qingsong-9-Baishi';
const REFUSAL = '现在的口令不正确，或者账号暂时锁定';

let bed: AccessBed;
let account: Account;
beforeEach(async () => {
  bed = memoryBed();
  account = await bed.add();
});

const session = async (): Promise<Session> => bed.session(await bed.enter());
const failures = async () => (await bed.account(account.id)).failures;

describe('a change of the password', () => {
  it('counts at once, and the former password no more', async () => {
    await bed.password.run(await session(), PASSWORD, NEXT);
    await expect(bed.enter('wang', NEXT)).resolves.toMatchObject({ stage: 'in' });
    await expect(bed.enter('wang', PASSWORD)).rejects.toThrow();
  });

  it('ends the other sessions of the account, and goes on with a new token in its own', async () => {
    const [own, other] = [await bed.enter(), await bed.enter()];
    const next = await bed.password.run(await bed.session(own), PASSWORD, NEXT);
    expect(await Promise.all([own, other, next].map(bed.isOpen))).toEqual([false, false, true]);
  });

  it('is what was owed by whoever got a password from somebody else', async () => {
    await bed.set(account.id, { mustChange: true });
    const opened = await bed.enter();
    expect(opened.stage).toBe('new-password');
    const next = await bed.password.run(await bed.session(opened), PASSWORD, NEXT);
    expect(next.stage).toBe('in');
    expect(await bed.enter('wang', NEXT)).toMatchObject({ stage: 'in' });
  });

  it('starts its ninety days anew', async () => {
    bed.clock.goTo('2027-01-30T09:00:00+08:00');
    const opened = await bed.enter();
    expect(opened.stage).toBe('new-password');
    await bed.password.run(await bed.session(opened), PASSWORD, NEXT);
    bed.clock.goTo('2027-04-30T08:59:00+08:00');
    expect(await bed.enter('wang', NEXT)).toMatchObject({ stage: 'in' });
    bed.clock.goTo('2027-04-30T09:00:00+08:00');
    expect(await bed.enter('wang', NEXT)).toMatchObject({ stage: 'new-password' });
  });

  it('leads on to the second factor that a role needs', async () => {
    await bed.set(account.id, { mustChange: true, roles: ['monitor'], unit: 'jrb' });
    expect(await bed.password.run(await session(), PASSWORD, NEXT)).toMatchObject({
      stage: 'enrol',
    });
  });

  it.each([
    ['the present one', PASSWORD, '不能与现在的相同'],
    ['a weak one', 'Aa1-Aa1-Aa1', '重复的字符'],
    ['a common one', 'Password2026!', '太常见'],
    ['one with the login', 'X7-wang-xueye', '登录名或者姓名'],
    ['a short one', 'Qs-9', '至少 10 个字符'],
  ])('to %s is refused, and nothing changes', async (_what, next, says) => {
    await expect(bed.password.run(await session(), PASSWORD, next)).rejects.toThrow(says);
    expect(await bed.account(account.id)).toEqual(account);
  });

  it('of an account without a password is none', async () => {
    const open = await session();
    await bed.set(account.id, { passwordHash: null });
    await expect(bed.password.run(open, PASSWORD, NEXT)).rejects.toThrow('不用口令登录');
  });
});

describe('a change with the wrong present password', () => {
  it('is refused, counted, and says nothing about the new one', async () => {
    await expect(bed.password.run(await session(), 'x', 'weak')).rejects.toThrow(REFUSAL);
    expect(await failures()).toBe(1);
  });

  it('locks after five times, however many come at once', async () => {
    const open = await session();
    const guesses = Array.from({ length: 9 }, (_, n) => bed.password.run(open, `x${n}`, NEXT));
    for (const end of await Promise.allSettled(guesses))
      expect(end).toMatchObject({ status: 'rejected', reason: expect.any(Unauthenticated) });
    await expect(bed.password.run(open, PASSWORD, NEXT)).rejects.toThrow(REFUSAL);
    bed.wait(10);
    await expect(bed.password.run(open, PASSWORD, NEXT)).resolves.toBeDefined();
  });

  it('is refused while locked, does not tell whether it was right, and makes the lock no longer', async () => {
    const open = await session();
    await bed.fail(5);
    const locked = await bed.account(account.id);
    for (const current of [PASSWORD, 'x', PASSWORD, 'x', PASSWORD, 'x'])
      await expect(bed.password.run(open, current, 'weak')).rejects.toThrow(REFUSAL);
    expect(await bed.account(account.id)).toEqual(locked);
  });
});

describe('a change by a login that may not', () => {
  it('does not do for the second factor', async () => {
    await bed.addWithFactor({ login: 'li', name: '李某' });
    const half = await bed.enter('li');
    const open = await bed.session(half);
    await expect(bed.password.run(open, PASSWORD, NEXT)).rejects.toThrow('请先输入动态口令');
    await expect(bed.enter('li')).resolves.toBeDefined();
    const whole = await bed.secondFactor.run(open, codeAt(bed.clock.now()));
    await expect(bed.password.run(await bed.session(whole), PASSWORD, NEXT)).resolves.toMatchObject(
      { stage: 'in' },
    );
  });

  it('does not undo what an administrator set meanwhile', async () => {
    const open = await session();
    const other = await hashPassword('Anders-8-Xueye');
    const changing = bed.password.run(open, PASSWORD, NEXT);
    await bed.set(account.id, { passwordHash: other });
    await expect(changing).rejects.toThrow(Unauthenticated);
    expect((await bed.account(account.id)).passwordHash).toBe(other);
  });

  it('does not bring back a login that ended meanwhile', async () => {
    const open = await session();
    await bed.administer.endSessionsOf(account.id);
    await expect(bed.password.run(open, PASSWORD, NEXT)).rejects.toThrow('这次登录已经结束');
  });

  it('is nothing for a disabled account', async () => {
    const open = await session();
    await bed.set(account.id, { state: 'disabled' });
    await expect(bed.password.run(open, PASSWORD, NEXT)).rejects.toThrow(REFUSAL);
    expect(await failures()).toBe(0);
  });
});

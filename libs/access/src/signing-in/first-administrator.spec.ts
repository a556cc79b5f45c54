import { beforeEach, describe, expect, it } from '@jest/globals';
import { hours, Throttled, Unauthenticated } from '@risk/kit';
import { memoryBed, PASSWORD, type AccessBed } from '../testing/access-bed.js';
import type { FirstAdministrator, FirstAdministratorWish } from './first-administrator.js';

let bed: AccessBed;
let first: FirstAdministrator;
let code: string;
beforeEach(async () => {
  bed = memoryBed();
  first = bed.first();
  code = (await first.wanted())!;
});

const wish = (more: Partial<FirstAdministratorWish> = {}): FirstAdministratorWish => ({
  ...{ code, login: 'boss', name: '张管理', password: PASSWORD, from: '10.0.0.7', ...more },
});

describe('the first administrator', () => {
  it('is whoever shows the code from the console, and still has to bind a second factor', async () => {
    const opened = await first.run(wish());
    expect(opened.stage).toBe('enrol');
    expect(await bed.account(opened.accountId)).toMatchObject({
      ...{ login: 'boss', unit: 'jrb', roles: ['system-admin'], state: 'active' },
      ...{ mustChange: false, madeBy: '首次启动', approvedBy: '首次启动' },
    });
    await expect(bed.enter('boss')).resolves.toBeDefined();
  });

  it('keeps the password as a hash and in no other place', async () => {
    const { accountId } = await first.run(wish());
    expect(JSON.stringify(await bed.account(accountId))).not.toContain(PASSWORD);
  });

  it('comes once', async () => {
    await first.run(wish());
    const again = first.run(wish({ login: 'boss2', name: '李管理' }));
    await expect(again).rejects.toThrow('已经有系统管理员');
    expect(await first.wanted()).toBeNull();
    expect(await bed.first().wanted()).toBeNull();
  });

  it('is not wanted where there is a system administrator, whoever made him', async () => {
    await bed.administrator('system-admin', 'sys');
    expect(await first.wanted()).toBeNull();
    await expect(first.run(wish())).rejects.toThrow('已经有系统管理员');
  });

  it('is wanted where others are, or where he does not work', async () => {
    await bed.administrator('security-admin', 'sec');
    await bed.add({ roles: ['system-admin'], state: 'disabled' });
    await bed.add({ login: 'demo', name: '演示', roles: ['system-admin'], sample: true });
    expect(await first.wanted()).toBe(code);
  });

  it('has another code in each process', async () => {
    expect(await bed.first().wanted()).not.toBe(code);
    const other = (await bed.first().wanted())!;
    await expect(first.run(wish({ code: other }))).rejects.toThrow(Unauthenticated);
  });

  it.each<[string, (right: string) => string]>([
    ['nothing', () => ''],
    ['another one', () => 'abcd-efgh-jkmn-pqrs'],
    ['its beginning', (right) => right.slice(0, -1)],
  ])('is refused with the code being %s', async (_what, typed) => {
    const refused = first.run(wish({ code: typed(code) }));
    await expect(refused).rejects.toThrow('一次性验证码不正确');
    expect(await first.isMissing()).toBe(true);
  });

  it('may copy the code with spaces around it', async () => {
    await expect(first.run(wish({ code: ` ${code}\n` }))).resolves.toBeDefined();
  });

  it('learns nothing before the code is right', async () => {
    const refused = first.run(wish({ code: 'x', login: '1', password: 'weak' }));
    await expect(refused).rejects.toThrow('一次性验证码不正确');
  });

  it('is refused after ten wrong codes, even with the right one', async () => {
    for (let n = 0; n < 10; n += 1)
      await expect(first.run(wish({ code: 'x' }))).rejects.toThrow(Unauthenticated);
    await expect(first.run(wish())).rejects.toThrow(Throttled);
  });

  it.each([
    [hours(24) - 1, true],
    [hours(24), false],
  ])('has %d milliseconds: %s', async (waited, isTaken) => {
    bed.clock.advance(waited);
    const taken = await first.run(wish()).then(
      () => true,
      () => false,
    );
    expect(taken).toBe(isTaken);
  });

  it.each<[string, Partial<FirstAdministratorWish>, string]>([
    ['a weak password', { password: 'Password2026!' }, '太常见'],
    ['a password with the login', { password: 'X7-Boss-xueye' }, '登录名或者姓名'],
    ['a strange login', { login: '管理员' }, 'login：'],
    ['no name', { name: ' ' }, 'name：'],
  ])('is refused %s, and may try again', async (_what, more, says) => {
    await expect(first.run(wish(more))).rejects.toThrow(says);
    await expect(first.run(wish())).resolves.toBeDefined();
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { hours } from '@risk/kit';
import { memoryBed, type AccessBed } from '../testing/access-bed.js';

let bed: AccessBed;
beforeEach(async () => {
  bed = memoryBed();
  await bed.administrator('system-admin', 'lost');
});

const wish = (code: string, more = {}) => ({
  ...{ code, login: 'newadmin', name: '新管理员', password: 'Qingshan-8-Lushui', from: '10.0.0.7' },
  ...more,
});

describe('a way back in', () => {
  it.each(['system-admin', 'security-admin'] as const)('makes a new %s, once', async (role) => {
    const { code } = await bed.rescue.make(role);
    expect(await bed.rescue.isOpen()).toBe(true);
    const opened = await bed.rescue.enter(wish(` ${code} `));
    expect(opened).toMatchObject({ stage: 'enrol' });
    const account = await bed.account(opened!.accountId);
    expect(account).toMatchObject({ roles: [role], state: 'active', madeBy: '本机救援' });
    expect(await bed.rescue.isOpen()).toBe(false);
    expect(await bed.rescue.enter(wish(code, { login: 'another', name: '另一个' }))).toBeNull();
  });

  it('is there for a day', async () => {
    const { code, endsAt } = await bed.rescue.make('system-admin');
    expect(endsAt.getTime() - bed.clock.now().getTime()).toBe(hours(24));
    bed.clock.advance(hours(24));
    expect(await bed.rescue.enter(wish(code))).toBeNull();
  });

  it('is none for another code, and none where nobody made one', async () => {
    expect(await bed.rescue.enter(wish('AAAA'))).toBeNull();
    const { code } = await bed.rescue.make('system-admin');
    expect(await bed.rescue.enter(wish(`${code}x`))).toBeNull();
    expect(await bed.rescue.isOpen()).toBe(true);
  });

  it('asks for a good password before the code is spent', async () => {
    const { code } = await bed.rescue.make('system-admin');
    await expect(bed.rescue.enter(wish(code, { password: 'short' }))).rejects.toThrow('新口令');
    expect(await bed.rescue.enter(wish(code))).not.toBeNull();
  });

  it('is not guessed without end', async () => {
    const { code } = await bed.rescue.make('system-admin');
    for (let n = 0; n < 30; n += 1) await bed.rescue.enter(wish('AAAA'));
    await expect(bed.rescue.enter(wish(code))).rejects.toThrow('次数过多');
    expect(await bed.rescue.enter(wish(code, { from: '10.0.0.8' }))).not.toBeNull();
  });
});

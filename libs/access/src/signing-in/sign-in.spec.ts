import { beforeEach, describe, expect, it } from '@jest/globals';
import { Throttled, Unauthenticated } from '@risk/kit';
import type { AccountDraft } from '../accounts/ports.js';
import { AccessBed, memoryBed, PASSWORD, POLICY } from '../testing/access-bed.js';
import { InMemoryAccess } from '../testing/in-memory-access.js';
import { hashPassword } from './passwords.js';

const REFUSAL = '用户名或者口令不正确，或者账号已停用、暂时锁定';
const HOME = '10.0.0.7';

let on: InMemoryAccess;
let bed: AccessBed;
beforeEach(() => {
  on = new InMemoryAccess();
  bed = new AccessBed(on);
});

describe('signing in', () => {
  it('opens a session for the right login and password', async () => {
    const { id } = await bed.add();
    const opened = await bed.enter('wang', PASSWORD, HOME);
    expect(opened).toMatchObject({ stage: 'in', accountId: id });
    expect(await bed.session(opened)).toMatchObject({ accountId: id, from: HOME });
  });

  it.each(['WANG', ' wang ', 'ｗａｎｇ'])(
    'takes the login as it was typed: “%s”',
    async (login) => {
      await bed.add();
      await expect(bed.enter(login)).resolves.toMatchObject({ stage: 'in' });
    },
  );

  it('with a second factor goes no further than the code', async () => {
    await bed.addWithFactor();
    expect(await bed.enter()).toMatchObject({ stage: 'second-factor' });
  });

  it('two at once are two sessions', async () => {
    await bed.add();
    const both = await Promise.all([bed.enter(), bed.enter()]);
    for (const one of both) expect(await bed.isOpen(one)).toBe(true);
  });

  it.each<[string, Partial<AccountDraft>, string, string]>([
    ['a wrong password', {}, 'wang', 'Lvzhou-7-Xueyf'],
    ['no password', {}, 'wang', ''],
    ['a very long password', {}, 'wang', 'x'.repeat(200)],
    ['an unknown login', {}, 'niemand', PASSWORD],
    ['a login that nobody can have', {}, "' or 1=1 --", PASSWORD],
    ['a locked account', { lockedUntil: new Date('2026-11-02T09:01:00+08:00') }, 'wang', PASSWORD],
    ['a disabled account', { state: 'disabled' }, 'wang', PASSWORD],
    ['an account that waits', { state: 'pending' }, 'wang', PASSWORD],
    ['an expired account', { validUntil: '2026-11-01' }, 'wang', PASSWORD],
    ['an account without a password', { passwordHash: null }, 'wang', PASSWORD],
    ['a sample', { passwordHash: null, sample: true }, 'wang', PASSWORD],
  ])('is refused in the same words for %s', async (_what, more, login, password) => {
    await bed.add(more);
    const before = on.accounts.writes;
    const refused = bed.enter(login, password);
    await expect(refused).rejects.toThrow(Unauthenticated);
    await expect(refused).rejects.toThrow(new RegExp(`^${REFUSAL}$`));
    // As much work for every reason, so that the time tells none apart.
    expect(on.accounts.writes - before).toBe(1);
  });

  it('is refused when the password was replaced while it was being checked', async () => {
    const { id } = await bed.add();
    const other = await hashPassword('Anders-8-Xueye');
    const entering = bed.enter();
    await bed.set(id, { passwordHash: other });
    await expect(entering).rejects.toThrow(REFUSAL);
  });
});

describe('failing again and again', () => {
  it('locks the account at the fifth time, for ten minutes, and not for ever', async () => {
    await bed.add();
    await bed.fail(4);
    await expect(bed.enter()).resolves.toBeDefined();
    await bed.fail(5);
    await expect(bed.enter()).rejects.toThrow(REFUSAL);
    bed.clock.advance(10 * 60_000 - 1);
    await expect(bed.enter()).rejects.toThrow(REFUSAL);
    bed.clock.advance(1);
    await expect(bed.enter()).resolves.toMatchObject({ stage: 'in' });
  });

  it('while locked makes the lock no longer', async () => {
    const { id } = await bed.add();
    await bed.fail(5);
    const { lockedUntil } = await bed.account(id);
    bed.wait(9);
    await bed.fail(20);
    expect((await bed.account(id)).lockedUntil).toEqual(lockedUntil);
    bed.wait(1);
    await expect(bed.enter()).resolves.toBeDefined();
  });

  it('locks nobody else', async () => {
    await bed.add();
    await bed.add({ login: 'li', name: '李某' });
    await bed.fail(5);
    await expect(bed.enter('li')).resolves.toBeDefined();
  });

  it('ends nobody’s session', async () => {
    await bed.add();
    const before = await bed.enter();
    await bed.fail(5);
    expect(await bed.isOpen(before)).toBe(true);
  });

  it('is forgotten after a success, where the password is all there is', async () => {
    const { id } = await bed.add();
    await bed.fail(4);
    await bed.enter();
    expect((await bed.account(id)).failures).toBe(0);
  });

  it('is not forgotten by the password alone, where there is a second factor', async () => {
    const { id } = await bed.addWithFactor();
    await bed.fail(4);
    await bed.enter();
    expect((await bed.account(id)).failures).toBe(4);
    await bed.enterWithFactor();
    expect((await bed.account(id)).failures).toBe(0);
  });
});

describe('failing from one address', () => {
  beforeEach(() => {
    bed = memoryBed({ ...POLICY, lockout: { ...POLICY.lockout, perAddress: 6 } });
  });

  it('is enough after six times, whatever the account', async () => {
    await bed.add();
    for (let n = 0; n < 6; n += 1) await bed.fail(1, `niemand${n}`, HOME);
    const refused = bed.enter('wang', PASSWORD, HOME);
    await expect(refused).rejects.toThrow(Throttled);
    await expect(refused).rejects.toThrow('请稍后再试');
    await expect(bed.enter('wang', PASSWORD, '10.0.0.8')).resolves.toBeDefined();
    await expect(bed.enter('wang', PASSWORD, null)).resolves.toBeDefined();
    bed.wait(10);
    await expect(bed.enter('wang', PASSWORD, HOME)).resolves.toBeDefined();
  });

  it('is counted of a hundred at once, too', async () => {
    const tries = Array.from({ length: 100 }, (_, n) => bed.enter(`niemand${n}`, PASSWORD, HOME));
    const ends = await Promise.allSettled(tries);
    const throttled = ends.filter(
      (end) => end.status === 'rejected' && end.reason instanceof Throttled,
    );
    expect(throttled).toHaveLength(94);
  });

  it('does not count whoever was right', async () => {
    await bed.add();
    for (let n = 0; n < 7; n += 1) await bed.enter('wang', PASSWORD, HOME);
    await expect(bed.enter('wang', PASSWORD, HOME)).resolves.toBeDefined();
  });
});

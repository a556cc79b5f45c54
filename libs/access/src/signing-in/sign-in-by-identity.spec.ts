import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AccountDraft } from '../accounts/ports.js';
import { compileAccessPolicy } from '../policy.js';
import { IdentityBed } from '../testing/identity-bed.js';

let bed: IdentityBed;
beforeEach(() => {
  bed = new IdentityBed();
});

const FACTOR = { sealed: Buffer.from('sealed'), lastStep: 1 };

describe('who comes by the identity platform', () => {
  it('comes in as the account that is bound to the identity', async () => {
    await bed.addBound('li', 'li');
    const id = await bed.addBound('wang', 'wang');
    const opened = await bed.enter('wang');
    expect(opened).toMatchObject({ accountId: id, stage: 'in' });
    expect(await bed.sessionOf(opened)).toMatchObject({ accountId: id, from: '10.0.0.7' });
  });

  it('is told how an identity gets bound when nobody is bound to it', async () => {
    await bed.addBound('wang', 'wang');
    await expect(bed.enter('zhao')).rejects.toMatchObject({
      kind: 'unauthenticated',
      message: expect.stringContaining('先用用户名和口令登录，在“我的账号”里绑定'),
      facts: {},
    });
  });

  it('is nobody when only the subject is the same, and the platform another', async () => {
    await bed.add('wang', { identity: { issuer: 'https://other.example', subject: 'wang' } });
    await expect(bed.enter('wang')).rejects.toThrow('还没有绑定');
  });

  it.each<[string, Partial<AccountDraft>]>([
    ['waits', { state: 'pending' }],
    ['is disabled', { state: 'disabled' }],
    ['is locked', { lockedUntil: new Date('2026-11-02T09:01:00+08:00') }],
    ['has expired', { validUntil: '2026-11-01' }],
  ])('does not come in while the account %s', async (_name, more) => {
    const id = await bed.addBound('wang', 'wang', more);
    await expect(bed.enter('wang')).rejects.toMatchObject({
      kind: 'unauthenticated',
      message: '这个政务身份绑定的账号已停用、过期或者暂时锁定，请联系系统管理员',
      facts: { account: id },
    });
  });

  it('does not come in when unbound on the way', async () => {
    const id = await bed.addBound('wang', 'wang');
    const arrival = await bed.backToSignIn('wang');
    const { accounts, work } = bed.stores;
    const before = await bed.account(id);
    const lock = accounts.lock.bind(accounts);
    accounts.lock = async (tx, of) => {
      await work.run((other) => accounts.keep(other, { ...before, identity: null }));
      return lock(tx, of);
    };
    await expect(bed.signIn.run(arrival, null)).rejects.toThrow('绑定的账号已停用');
  });

  it('still renews a password that somebody else set, for it remains a way in', async () => {
    await bed.addBound('wang', 'wang', { mustChange: true });
    expect(await bed.enter('wang')).toMatchObject({ stage: 'new-password' });
  });
});

describe('the second factor of who comes by the identity platform', () => {
  const stages = { own: { factor: FACTOR }, none: {}, needed: { roles: ['monitor'] } } as const;
  it.each<[boolean, keyof typeof stages, string]>([
    [false, 'own', 'second-factor'],
    [false, 'none', 'in'],
    [false, 'needed', 'enrol'],
    [true, 'own', 'in'],
    [true, 'none', 'in'],
    // Otherwise the password alone would let its finder bind a telephone of his own.
    [true, 'needed', 'enrol'],
  ])('when the platform counts as one (%s), with %s: %s', async (counts, which, stage) => {
    bed = new IdentityBed(counts);
    await bed.addBound('wang', 'wang', stages[which]);
    expect(await bed.enter('wang')).toMatchObject({ stage });
  });

  it.each([
    [false, stages.own, 3],
    [false, stages.none, 0],
    [true, stages.own, 0],
  ])('failures of before are forgiven once all is proven (%s)', async (counts, more, failures) => {
    bed = new IdentityBed(counts);
    const id = await bed.addBound('wang', 'wang', { failures: 3, ...more });
    await bed.enter('wang');
    expect((await bed.account(id)).failures).toBe(failures);
  });

  it('does not count the platform unless the city says so', () => {
    const { identity } = compileAccessPolicy({
      password: { shortest: 10, maxAgeDays: null, basis: '依据' },
      lockout: { failures: 5, minutes: 10, perAddress: 5, basis: '依据' },
      session: { idleMinutes: 30, longestHours: 12, basis: '依据' },
      secondFactor: { roles: [], basis: '依据' },
    });
    expect(identity).toEqual({ countsAsSecondFactor: false });
  });
});

import { describe, expect, it } from '@jest/globals';
import { minutes } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import { draft, POLICY } from '../testing/access-bed.js';
import { failed, mayTry, succeeded } from './attempts.js';

const NOW = new Date('2026-11-02T09:00:00+08:00');
const account = (more: Partial<Account> = {}): Account => ({ id: '1', ...draft(more) });
const inMinutes = (n: number): Date => new Date(NOW.getTime() + minutes(n));

describe('an account that opens doors', () => {
  it.each<[string, Partial<Account>, boolean]>([
    ['works', {}, true],
    ['waits', { state: 'pending' }, false],
    ['is disabled', { state: 'disabled' }, false],
    ['is locked', { lockedUntil: inMinutes(1) }, false],
    ['was locked until now', { lockedUntil: NOW }, true],
    ['is on its last day', { validUntil: '2026-11-02' }, true],
    ['was on its last day yesterday', { validUntil: '2026-11-01' }, false],
  ])('%s: %s', (_what, more, may) => {
    expect(mayTry(account(more), NOW)).toBe(may);
  });

  it('ends its last day at midnight in China', () => {
    const lastDay = account({ validUntil: '2026-11-02' });
    expect(mayTry(lastDay, new Date('2026-11-02T23:59:59+08:00'))).toBe(true);
    expect(mayTry(lastDay, new Date('2026-11-03T00:00:00+08:00'))).toBe(false);
  });
});

describe('failures', () => {
  it.each([
    [0, { failures: 1, lockedUntil: null }],
    [3, { failures: 4, lockedUntil: null }],
    [4, { failures: 0, lockedUntil: inMinutes(10) }],
  ])('after %d one more makes %j', (failures, after) => {
    expect(failed(account({ failures }), POLICY, NOW)).toMatchObject(after);
  });

  it('are forgiven when everything was proven', () => {
    const forgiven = { failures: 0, lockedUntil: null };
    expect(succeeded(account({ failures: 3 }))).toMatchObject(forgiven);
    expect(succeeded(account({ lockedUntil: NOW }))).toMatchObject(forgiven);
    const clean = account();
    expect(succeeded(clean)).toBe(clean);
  });
});

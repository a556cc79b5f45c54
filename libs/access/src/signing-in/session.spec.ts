import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { days, hours, minutes } from '@risk/kit';
import type { Account } from '../accounts/account.js';
import { ROLE_CODES } from '../rights/roles.js';
import { draft, POLICY } from '../testing/access-bed.js';
import { endOf, stageOf, type SessionStage } from './session.js';

const NOW = new Date('2026-11-02T09:00:00+08:00');
const ago = (milliseconds: number): Date => new Date(NOW.getTime() - milliseconds);
const FACTOR = { sealed: Buffer.from('x'), lastStep: 1 };
const account = (more: Partial<Account>): Account => ({ id: '1', ...draft(more) });

describe('the first thing that is still to be done', () => {
  it.each<[string, Partial<Account>, boolean, SessionStage]>([
    ['nothing, for a reader', {}, false, 'in'],
    ['the code, for who has a factor', { factor: FACTOR }, false, 'second-factor'],
    ['nothing, once the code was given', { factor: FACTOR }, true, 'in'],
    ['a new password', { mustChange: true }, false, 'new-password'],
    ['the code before the password', { mustChange: true, factor: FACTOR }, false, 'second-factor'],
    ['the password after the code', { mustChange: true, factor: FACTOR }, true, 'new-password'],
    ['a new password on its last day', { passwordAt: ago(days(90)) }, false, 'new-password'],
    ['nothing just before', { passwordAt: ago(days(90) - 1) }, false, 'in'],
    ['a factor, where the role wants one', { roles: ['monitor'] }, false, 'enrol'],
    [
      'the password before the factor',
      { roles: ['monitor'], mustChange: true },
      false,
      'new-password',
    ],
    [
      'a factor, where one of the roles wants one',
      { roles: ['verifier', 'monitor'] },
      false,
      'enrol',
    ],
    [
      'nothing, with a factor that the role wants',
      { roles: ['monitor'], factor: FACTOR },
      true,
      'in',
    ],
    ['a factor, whatever was said to be proven', { roles: ['monitor'] }, true, 'enrol'],
    ['nothing, for a sample', { sample: true, mustChange: true, roles: ['monitor'] }, false, 'in'],
  ])('is %s', (_what, more, factor, stage) => {
    expect(stageOf(account(more), POLICY, { factor }, NOW)).toBe(stage);
  });

  it('is never nothing while something is owed', () => {
    const world = fc.record({
      roles: fc.uniqueArray(fc.constantFrom(...ROLE_CODES), { minLength: 1, maxLength: 3 }),
      mustChange: fc.boolean(),
      factor: fc.constantFrom(null, FACTOR),
      age: fc.integer({ min: 0, max: days(200) }),
      proven: fc.boolean(),
      lasts: fc.constantFrom(null, days(30), days(90)),
      secondFactor: fc.subarray([...ROLE_CODES]),
    });
    fc.assert(
      fc.property(world, ({ age, proven, lasts, secondFactor, ...more }) => {
        const policy = {
          ...POLICY,
          password: { ...POLICY.password, lasts },
          secondFactor: new Set(secondFactor),
        };
        const one = account({ ...more, passwordAt: ago(age) });
        const owed = [
          ...(more.factor && !proven ? ['second-factor'] : []),
          ...(more.mustChange || (lasts !== null && age >= lasts) ? ['new-password'] : []),
          ...(!more.factor && more.roles.some((role) => secondFactor.includes(role))
            ? ['enrol']
            : []),
        ];
        expect(stageOf(one, policy, { factor: proven }, NOW)).toBe(owed[0] ?? 'in');
      }),
    );
  });
});

describe('a session', () => {
  it.each<[string, number, number, ReturnType<typeof endOf>]>([
    ['holds', hours(1), minutes(5), null],
    ['holds just before it is idle', hours(1), minutes(30) - 1, null],
    ['is idle after thirty minutes', hours(1), minutes(30), 'idle'],
    ['holds just before the longest time', hours(12) - 1, minutes(1), null],
    ['ends after twelve hours, however busy', hours(12), 0, 'longest'],
    ['ends for the longer reason', hours(13), hours(13), 'longest'],
  ])('%s', (_what, open, seen, end) => {
    expect(endOf({ openedAt: ago(open), seenAt: ago(seen) }, POLICY, NOW)).toBe(end);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { days, hours, minutes } from '@risk/kit';
import { parse } from 'yaml';
import { compileAccessPolicy } from './policy.js';
import { POLICY_FILE } from './testing/access-bed.js';

describe('config/access.yaml', () => {
  it('as shipped is a policy, and asks every administrator for a second factor', () => {
    const shipped = compileAccessPolicy(parse(readFileSync('config/access.yaml', 'utf8')));
    expect(shipped.lockout.failures).toBeLessThanOrEqual(5);
    for (const role of ['system-admin', 'security-admin', 'auditor'] as const)
      expect(shipped.secondFactor.has(role)).toBe(true);
  });

  it('tells times in the units of its keys', () => {
    expect(compileAccessPolicy(POLICY_FILE)).toEqual({
      password: { shortest: 10, lasts: days(90) },
      lockout: { failures: 5, lasts: minutes(10), perAddress: 30 },
      session: { idle: minutes(30), longest: hours(12) },
      secondFactor: new Set(['system-admin', 'security-admin', 'auditor', 'monitor']),
      identity: { countsAsSecondFactor: false },
      limits: {
        address: { perMinute: 3000, burst: 1500 },
        login: { perMinute: 1200, burst: 600 },
        token: { perMinute: 6000, burst: 3000 },
      },
    });
  });

  it('may let passwords stand for ever', () => {
    const password = { ...POLICY_FILE.password, maxAgeDays: null };
    expect(compileAccessPolicy({ ...POLICY_FILE, password }).password.lasts).toBeNull();
  });

  const { password, lockout, session, secondFactor } = POLICY_FILE;
  it.each<[string, object, string]>([
    ['a short password', { password: { ...password, shortest: 7 } }, 'password.shortest'],
    ['half a day', { password: { ...password, maxAgeDays: 0.5 } }, 'password.maxAgeDays'],
    ['no age', { password: { ...password, maxAgeDays: 0 } }, 'password.maxAgeDays'],
    ['two failures', { lockout: { ...lockout, failures: 2 } }, 'lockout.failures'],
    ['failures without end', { lockout: { ...lockout, failures: 21 } }, 'lockout.failures'],
    ['a lock for ever', { lockout: { ...lockout, minutes: 100_000 } }, 'lockout.minutes'],
    ['a minute without life', { session: { ...session, idleMinutes: 4 } }, 'session.idleMinutes'],
    ['two days', { session: { ...session, longestHours: 48 } }, 'session.longestHours'],
    [
      'a strange role',
      { secondFactor: { ...secondFactor, roles: ['king'] } },
      'secondFactor.roles[0]',
    ],
    [
      'a role that every object has',
      { secondFactor: { ...secondFactor, roles: ['constructor'] } },
      'roles[0]',
    ],
    ['no basis', { lockout: { ...lockout, basis: '' } }, 'lockout.basis'],
    ['a strange key', { sessions: session }, 'sessions'],
    ['a missing part', { session: undefined }, 'session'],
  ])('is refused with its place: %s', (_what, more, place) => {
    const compile = () => compileAccessPolicy({ ...POLICY_FILE, ...more });
    expect(compile).toThrow('access.yaml');
    expect(compile).toThrow(place);
  });

  it.each([null, 'text', []])('is refused when it is %j', (content) => {
    expect(() => compileAccessPolicy(content)).toThrow('access.yaml');
  });
});

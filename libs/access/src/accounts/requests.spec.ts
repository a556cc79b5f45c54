import { describe, expect, it } from '@jest/globals';
import { readAccount, readCode, readPasswords, readRights, readSignIn } from './requests.js';

const RIGHTS = { unit: 'scj', roles: ['liaison'] };
const ACCOUNT = { login: 'wang', name: '王某', ...RIGHTS };

describe('the body of a new account', () => {
  it('needs login, name, unit and roles', () => {
    expect(readAccount(ACCOUNT)).toEqual({ ...ACCOUNT, regions: null, validUntil: null });
  });

  it('may tell regions and a last day', () => {
    const more = { regions: ['431002'], validUntil: '2028-02-29' };
    expect(readAccount({ ...ACCOUNT, ...more })).toEqual({ ...ACCOUNT, ...more });
  });

  it.each<[string, object, string]>([
    ['a role that is none', { roles: ['king'] }, 'roles.0'],
    ['a role that every object has', { roles: ['constructor'] }, 'roles.0'],
    ['no role', { roles: [] }, 'roles'],
    ['roles without end', { roles: Array(11).fill('reader') }, 'roles'],
    ['a role as text', { roles: 'reader' }, 'roles'],
    ['no unit', { unit: '' }, 'unit'],
    ['a unit that cannot be kept', { unit: 'a\0' }, 'unit'],
    ['a name that cannot be kept', { name: 'a\ud800' }, 'name'],
    ['a number for a login', { login: 7 }, 'login'],
    ['regions without end', { regions: Array(51).fill('431002') }, 'regions'],
    ['a day that is none', { validUntil: '2026-02-30' }, 'validUntil'],
    ['a day written otherwise', { validUntil: '31.12.2026' }, 'validUntil'],
    ['a time', { validUntil: '2026-12-31T00:00:00Z' }, 'validUntil'],
    ['a state', { state: 'active' }, 'state'],
    ['an approval', { approvedBy: '张某' }, 'approvedBy'],
    ['a sample', { sample: true }, 'sample'],
    ['a password', { passwordHash: '$argon2id$x' }, 'passwordHash'],
  ])('is refused with its field for %s', (_what, more, field) => {
    expect(() => readAccount({ ...ACCOUNT, ...more })).toThrow(field);
  });

  it.each([null, undefined, [], 'x', 7])('is not %j', (body) => {
    expect(() => readAccount(body)).toThrow();
  });

  it('is not a body that brings another prototype', () => {
    const body: unknown = JSON.parse('{"login":"wang","__proto__":{"admin":true}}');
    expect(() => readAccount(body)).toThrow();
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('the body of other rights', () => {
  it('is the unit, the roles and the regions', () => {
    expect(readRights(RIGHTS)).toEqual({ ...RIGHTS, regions: null });
    expect(readRights({ ...RIGHTS, regions: null })).toEqual({ ...RIGHTS, regions: null });
    expect(() => readRights(ACCOUNT)).toThrow('login');
    expect(() => readRights({ ...RIGHTS, by: '张某' })).toThrow('by');
  });
});

describe('what people type to come in', () => {
  it('comes as it was typed', () => {
    const password = ' Lvzhou 雪野 ';
    expect(readSignIn({ login: ' Wang ', password })).toEqual({ login: ' Wang ', password });
    expect(readPasswords({ current: 'a', next: password })).toEqual({
      current: 'a',
      next: password,
    });
    expect(readCode({ code: '123 456' })).toEqual({ code: '123 456' });
  });

  it.each<[string, () => unknown, string]>([
    ['a login without end', () => readSignIn({ login: 'x'.repeat(101), password: 'x' }), 'login'],
    [
      'a login that cannot be asked for',
      () => readSignIn({ login: 'a\0', password: 'x' }),
      'login',
    ],
    [
      'a password without end',
      () => readSignIn({ login: 'x', password: 'x'.repeat(201) }),
      'password',
    ],
    ['a password that is none', () => readSignIn({ login: 'x', password: ['x'] }), 'password'],
    [
      'a new password without end',
      () => readPasswords({ current: 'x', next: 'x'.repeat(201) }),
      'next',
    ],
    ['a code without end', () => readCode({ code: '1'.repeat(101) }), 'code'],
    ['more than was asked', () => readSignIn({ login: 'x', password: 'x', stage: 'in' }), 'stage'],
  ])('is refused with its field: %s', (_what, read, field) => {
    expect(read).toThrow(field);
  });
});

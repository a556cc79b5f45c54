import { describe, expect, it } from '@jest/globals';
import { NotFound } from '@risk/kit';
import { CITY } from '../testing/access-bed.js';
import type { Rights } from './account.js';
import { presentAccount, refuseStrangeRights } from './city.js';

const check = (more: Partial<Rights>) => () => {
  refuseStrangeRights({ unit: 'scj', roles: ['liaison'], regions: null, ...more }, CITY);
};
const OFFICE: Partial<Rights> = { unit: 'jrb', roles: ['monitor'] };

describe('rights over what is there', () => {
  it.each<[string, Partial<Rights>]>([
    ['a unit', {}],
    ['the office', OFFICE],
    ['a region of the office', { ...OFFICE, regions: ['431002'] }],
    ['all of its regions', { ...OFFICE, regions: ['431002', '431003'] }],
    ['an administrator', { unit: 'jrb', roles: ['auditor'] }],
  ])('may be those of %s', (_what, more) => {
    expect(check(more)).not.toThrow();
  });

  it.each<[string, Partial<Rights>, string]>([
    ['a unit that is not there', { unit: 'mfa' }, '没有代码为“mfa”的单位'],
    ['a unit that every object has', { unit: 'constructor' }, '没有代码为“constructor”的单位'],
    ['nobody', { roles: [] }, 'roles：'],
    ['the office in a unit', { roles: ['monitor'] }, 'roles：'],
    ['a unit in the office', { unit: 'jrb' }, 'roles：'],
    ['a unit with regions', { regions: ['431002'] }, '成员单位按通知'],
    ['a unit with no region', { regions: [] }, '成员单位按通知'],
    ['no region', { ...OFFICE, regions: [] }, '至少选一个区域'],
    ['a region that is not there', { ...OFFICE, regions: ['431002', '430100'] }, '代码为“430100”'],
  ])('may not be those of %s', (_what, more, says) => {
    expect(check(more)).toThrow(says);
  });

  it('are of an account that is there', () => {
    expect(presentAccount('x')).toBe('x');
    expect(() => presentAccount(null)).toThrow(NotFound);
  });
});

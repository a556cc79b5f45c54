import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../testing/accounts.js';
import { permissionsIn } from './permissions-in.js';

describe('the permissions of all roles', () => {
  it('stand once each, in the order in which the roles bring them', () => {
    expect(permissionsIn(ROLES).map(({ code }) => code)).toEqual([
      ...['office.read', 'unit.read', 'administrator.read'],
    ]);
  });
});

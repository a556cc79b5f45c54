import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS, ROLE_CODES, ROLES, type Permission, type Role } from '@risk/access';
import { FEEDS, feedName } from '@risk/domain';
import { refuseMixed } from '../../../../libs/access/src/rights/roles.js';
import { faultOfRoles } from '../../../console/src/administration/role-choice.js';
import type * as told from '../../../console/src/api/accounts.js';
import type { Listed } from '../../../console/src/api/listed.js';
import type { Permission as ConsolePermission } from '../../../console/src/api/permission.js';
import type { SessionFacts } from '../../../console/src/api/session.js';
import { FEED_NAMES, type FreshToken, type TokenLine } from '../../../console/src/api/tokens.js';
import type { AccountListsController } from '../account-lists.controller.js';
import type { AccountsController } from '../accounts.controller.js';
import type { PlacesController } from '../places.controller.js';
import type { SessionController } from '../session.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly who: [Answer<SessionController['who']>, SessionFacts];
  readonly roles: [Answer<AccountsController['roles']>, readonly told.RoleLine[]];
  readonly list: [Answer<AccountListsController['accounts']>, Listed<told.AccountLine>];
  readonly one: [Answer<AccountsController['one']>, told.AccountDetail];
  readonly make: [Answer<AccountsController['make']>, told.FreshPassword];
  readonly password: [Answer<AccountsController['resetPassword']>, told.ResetPassword];
  readonly tokens: [Answer<AccountListsController['tokens']>, Listed<TokenLine>];
  readonly token: [Answer<AccountsController['makeToken']>, FreshToken];
  readonly places: [Answer<PlacesController['places']>, told.Places];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ who: true, roles: true, list: true, one: true, make: true, password: true },
  ...{ tokens: true, token: true, places: true },
};

/** Held by the compiler: the codes are the same on both sides. */
const CODES: Readonly<Record<ConsolePermission, string>> & Readonly<Record<Permission, string>> =
  PERMISSIONS satisfies Readonly<Record<ConsolePermission, string>>;

/** All choices of up to three roles. */
function* choices(): Generator<readonly Role[]> {
  yield [];
  for (const [a, one] of ROLE_CODES.entries()) {
    yield [one];
    for (const [b, two] of ROLE_CODES.slice(a + 1).entries()) {
      yield [one, two];
      for (const three of ROLE_CODES.slice(a + b + 2)) yield [one, two, three];
    }
  }
}

function isRefused(roles: readonly Role[], isOffice: boolean): boolean {
  try {
    refuseMixed(roles, isOffice);
    return false;
  } catch {
    return true;
  }
}

describe('the workbench agrees with the house', () => {
  it('on what its doors answer, and on all that can be allowed', () => {
    expect(Object.values(DOORS).every(Boolean)).toBe(true);
    expect(Object.keys(CODES)).toEqual(Object.keys(PERMISSIONS));
  });

  it('on what may lie in one hand', () => {
    const lines = ROLE_CODES.map((code) => ({ code, ...ROLES[code], permissions: [] }));
    for (const roles of choices())
      for (const isOffice of [true, false]) {
        const fault = faultOfRoles(roles, lines, isOffice);
        expect([roles, isOffice, fault !== null]).toEqual([
          ...[roles, isOffice, isRefused(roles, isOffice)],
        ]);
      }
  });

  it('on the ways in which records come', () => {
    expect(FEED_NAMES).toEqual(Object.fromEntries(FEEDS.map((feed) => [feed, feedName(feed)])));
  });
});

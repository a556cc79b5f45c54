import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS, type Permission } from './permissions.js';
import {
  isAdministrator,
  permissionsOf,
  permissionTitle,
  refuseMixed,
  ROLE_CODES,
  ROLES,
  roleTitle,
  type Role,
} from './roles.js';

const codes = Object.keys(PERMISSIONS) as Permission[];
const holding = (permission: Permission): Role[] =>
  ROLE_CODES.filter((role) => permissionsOf([role]).has(permission));
const rolesOfKind = (kind: string): Role[] => ROLE_CODES.filter((r) => ROLES[r].kind === kind);

/** All that concerns accounts, the machine and its trail, and nothing of the city. */
const ADMINISTRATION: readonly Permission[] = [
  ...([
    'accounts.read',
    'accounts.make',
    'accounts.approve',
    'sessions.end',
    'tokens.make',
  ] as const),
  ...(['audit.read', 'documents.read', 'calendar.read', 'health.read', 'sources.read'] as const),
];

describe('the table of rights', () => {
  it.each(codes)('has a role that may %s', (permission) => {
    expect(holding(permission)).not.toEqual([]);
  });

  it.each(ROLE_CODES)('names each right of %s once, and the role in Chinese', (role) => {
    const { allows } = ROLES[role];
    expect(new Set(allows).size).toBe(allows.length);
    expect(roleTitle(role)).toMatch(/\p{sc=Han}/u);
    expect(allows.map(permissionTitle).every((title) => /\p{sc=Han}/u.test(title))).toBe(true);
  });

  it.each(rolesOfKind('administrator'))('keeps %s away from the business of the city', (role) => {
    expect(ROLES[role].allows.filter((p) => !ADMINISTRATION.includes(p))).toEqual([]);
  });

  it.each<[Permission, Role[]]>([
    ['accounts.make', ['system-admin']],
    ['accounts.approve', ['security-admin']],
    ['tokens.make', ['system-admin']],
    ['sessions.end', ['system-admin', 'security-admin']],
    ['audit.read', ['auditor']],
    ['health.read', ['monitor', 'director', 'system-admin']],
    ['sources.read', ['monitor', 'verifier', 'director', 'system-admin']],
    ['dead-letters.read', ['monitor', 'verifier', 'director']],
    ['licences.import', ['monitor', 'director']],
    ['letters.sign', ['director']],
    ['bulletins.sign', ['director']],
    ['editions.review', ['director']],
    ['editions.draft', ['monitor']],
    ['vault.request', ['verifier', 'police']],
    ['vault.approve', ['director', 'police']],
    ['handovers.answer', ['verifier', 'director', 'police']],
  ])('gives %s to these alone', (permission, roles) => {
    expect(holding(permission)).toEqual(roles);
  });

  it.each<[string, Permission, Permission]>([
    ['makes accounts and who approves them', 'accounts.make', 'accounts.approve'],
    ['drafts rules and who reviews them', 'editions.draft', 'editions.review'],
    ['makes accounts and who reads the trail', 'accounts.make', 'audit.read'],
    ['approves accounts and who reads the trail', 'accounts.approve', 'audit.read'],
  ])('tells apart who %s', (_what, one, other) => {
    expect(holding(one).filter((role) => holding(other).includes(role))).toEqual([]);
  });

  it.each(rolesOfKind('unit'))(
    'gives %s nothing that only makes sense for the whole city',
    (role) => {
      const citywide: Permission[] = [
        'records.read',
        'units.read',
        'sources.read',
        'dead-letters.read',
        'alerts.hold',
      ];
      expect(ROLES[role].allows.filter((p) => citywide.includes(p))).toEqual([]);
    },
  );

  it('adds up the rights of several roles', () => {
    const both = permissionsOf(['monitor', 'verifier']);
    expect(both.has('editions.draft') && both.has('vault.request')).toBe(true);
    expect(permissionsOf([])).toEqual(new Set());
    expect(isAdministrator(['reader'])).toBe(false);
    expect(isAdministrator(['auditor'])).toBe(true);
  });
});

describe('roles in one hand', () => {
  it.each<[string, Role[], boolean]>([
    ['each administrator alone', ['auditor'], true],
    ['two of the office', ['monitor', 'verifier'], true],
    ['a monitor who reads', ['monitor', 'reader'], true],
    ['a reader of the office', ['reader'], true],
    ['two of a unit', ['liaison', 'head'], false],
    ['a reader of a unit', ['reader'], false],
    ['the police', ['police'], false],
  ])('may be %s', (_what, roles, isOffice) => {
    expect(() => {
      refuseMixed(roles, isOffice);
    }).not.toThrow();
  });

  it.each<[string, Role[], boolean, string]>([
    ['none', [], true, '至少要有一个角色'],
    ['two administrators', ['system-admin', 'security-admin'], true, '互不兼任'],
    ['an administrator with business', ['auditor', 'reader'], true, '互不兼任'],
    ['business with an administrator behind', ['monitor', 'system-admin'], true, '互不兼任'],
    ['the office in a unit', ['monitor'], false, '只能属于金融办'],
    ['the office in a unit, mixed', ['liaison', 'director'], false, '只能属于金融办'],
    ['a unit in the office', ['liaison'], true, '不能属于金融办'],
    ['a unit in the office, mixed', ['monitor', 'police'], true, '不能属于金融办'],
  ])('may not be %s', (_what, roles, isOffice, says) => {
    expect(() => {
      refuseMixed(roles, isOffice);
    }).toThrow(says);
  });

  it('are never an administrator and anything else, whichever pair it is', () => {
    const pairs = ROLE_CODES.flatMap((one) => ROLE_CODES.map((other) => [one, other] as const));
    for (const pair of pairs.filter(isAdministrator))
      for (const isOffice of [true, false])
        expect(() => {
          refuseMixed(pair, isOffice);
        }).toThrow('roles：');
  });
});

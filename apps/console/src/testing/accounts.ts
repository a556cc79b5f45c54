import type { AccountDetail, Places, RoleLine } from '../api/accounts.js';
import type { Permission } from '../api/permission.js';
import type { SignedIn } from '../api/session.js';

/** An account in use, with some of it otherwise. */
export const account = (more: Partial<AccountDetail> = {}): AccountDetail => ({
  ...{ id: '7', login: 'li.jc', name: '李监测', unit: 'office', regions: null },
  roles: [{ code: 'monitor', title: '监测员' }],
  ...{
    state: 'active',
    proposed: null,
    reset: null,
    mustChange: false,
    failures: 0,
    lockedUntil: null,
  },
  ...{ passwordAt: '2026-11-01T01:00:00.000Z', validUntil: null, identity: null },
  ...{ madeBy: '陈系统', madeAt: '2026-11-01T01:00:00.000Z', approvedBy: '王安全' },
  ...{ sample: false, hasPassword: true, hasFactor: true, sessions: [] },
  ...more,
});

/** Somebody who is signed in and may do this. */
export const person = (id: string, name: string, permissions: readonly Permission[]): SignedIn => ({
  ...{ id, name, permissions, sample: false, home: '/workbench', roles: [] },
  unit: { code: 'office', name: '金融办' },
  sight: { units: 'all', regions: 'all' },
});

export const SYSTEM = person('1', '陈系统', [
  ...(['accounts.read', 'accounts.make', 'sessions.end', 'tokens.make'] as const),
]);
export const SECURITY = person('2', '王安全', [
  ...(['accounts.read', 'accounts.approve', 'sessions.end'] as const),
]);
export const AUDITOR = person('3', '赵审计', ['accounts.read', 'audit.read']);

const role = (code: string, title: string, kind: RoleLine['kind']): RoleLine => ({
  ...{ code, title, kind },
  permissions: [{ code: `${kind}.read`, title: `查看${title}` }],
});

export const ROLES: readonly RoleLine[] = [
  role('monitor', '监测员', 'office'),
  role('verifier', '核查员', 'office'),
  role('liaison', '成员单位联络员', 'unit'),
  role('reader', '简报读者', 'unit'),
  role('system-admin', '系统管理员', 'administrator'),
  role('auditor', '审计员', 'administrator'),
];

export const PLACES: Places = {
  office: 'office',
  units: [
    { code: 'office', name: '金融办' },
    { code: 'market', name: '市场监管局' },
  ],
  regions: [
    { code: '431002', name: '北湖区' },
    { code: '431003', name: '苏仙区' },
  ],
};

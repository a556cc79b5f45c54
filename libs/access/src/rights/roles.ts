import { Invalid } from '@risk/kit';
import { PERMISSIONS, type Permission } from './permissions.js';

/** What a role is called and allows. */
export interface RoleRights {
  readonly title: string;
  /** Whose work it is: the office's, a member unit's, or an administrator's, who sees no business data. */
  readonly kind: 'office' | 'unit' | 'administrator';
  readonly allows: readonly Permission[];
}

const READING: readonly Permission[] = [
  'overview.read',
  'situation.read',
  'alerts.read',
  'entities.read',
  'records.read',
  'inbox.read',
  'notices.read',
  'units.read',
  'outcomes.read',
  'verifications.read',
  'handovers.read',
  'attachments.read',
  'letters.read',
  'meetings.read',
  'bulletins.read',
  'editions.read',
  'rules.try',
  'sources.read',
  'dead-letters.read',
  'tips.read',
  'calendar.read',
  'documents.read',
];

const UNIT: readonly Permission[] = [
  'overview.read',
  'situation.read',
  'alerts.read',
  'alerts.act',
  'entities.read',
  'inbox.read',
  'attachments.read',
  'attachments.add',
  'verifications.read',
  'meetings.read',
  'tasks.answer',
  'bulletins.read',
  'calendar.read',
];

/**
 * The roles of the house. The three administrators are those of GB/T 22239-2019 8.1.5 (系统管理、安全管理、
 * 审计管理): none of them sees business data, and whoever audits is nothing else. Which business role may do
 * what is a local default.
 */
const TABLE = {
  monitor: {
    title: '监测员',
    kind: 'office',
    allows: [
      ...READING,
      'health.read',
      'alerts.act',
      'alerts.merge',
      'alerts.hold',
      'views.share',
      'notices.settle',
      'attachments.add',
      'letters.draft',
      'bulletins.make',
      'bulletins.review',
      'editions.draft',
      'tips.review',
      'dead-letters.replay',
      'records.enter',
      'imports.run',
      'licences.import',
      'feeds.send',
      'tasks.answer',
    ],
  },
  verifier: {
    title: '核查员',
    kind: 'office',
    allows: [
      ...READING,
      'alerts.act',
      'entities.decide',
      'outcomes.record',
      'verifications.write',
      'handovers.make',
      'handovers.answer',
      'attachments.add',
      'letters.draft',
      'tips.review',
      'vault.read',
      'vault.request',
      'records.enter',
      'imports.run',
      'feeds.send',
      'tasks.answer',
    ],
  },
  director: {
    title: '金融办负责人',
    kind: 'office',
    allows: [
      ...READING,
      'health.read',
      'alerts.act',
      'alerts.merge',
      'alerts.hold',
      'views.share',
      'entities.decide',
      'outcomes.record',
      'verifications.write',
      'handovers.make',
      'handovers.answer',
      'letters.draft',
      'letters.sign',
      'meetings.hold',
      'tasks.answer',
      'bulletins.make',
      'bulletins.review',
      'bulletins.sign',
      'editions.review',
      'tips.review',
      'licences.import',
      'vault.read',
      'vault.approve',
      'vault.review',
    ],
  },
  wall: { title: '态势大屏', kind: 'office', allows: ['situation.read'] },
  liaison: { title: '成员单位联络员', kind: 'unit', allows: [...UNIT, 'verifications.write'] },
  head: { title: '成员单位负责人', kind: 'unit', allows: [...UNIT, 'views.share'] },
  police: {
    title: '公安',
    kind: 'unit',
    allows: [
      ...UNIT,
      'handovers.read',
      'handovers.answer',
      'vault.read',
      'vault.request',
      'vault.approve',
    ],
  },
  reader: { title: '简报读者', kind: 'unit', allows: ['bulletins.read'] },
  'system-admin': {
    title: '系统管理员',
    kind: 'administrator',
    allows: [
      'accounts.read',
      'accounts.make',
      'sessions.end',
      'tokens.make',
      'health.read',
      'sources.read',
      'calendar.read',
      'documents.read',
    ],
  },
  'security-admin': {
    title: '安全管理员',
    kind: 'administrator',
    allows: ['accounts.read', 'accounts.approve', 'sessions.end', 'calendar.read'],
  },
  auditor: {
    title: '审计员',
    kind: 'administrator',
    allows: ['accounts.read', 'audit.read', 'calendar.read'],
  },
} as const satisfies Readonly<Record<string, RoleRights>>;

/** The code of a role. */
export type Role = keyof typeof TABLE;

export const ROLES: Readonly<Record<Role, RoleRights>> = TABLE;

export const ROLE_CODES = Object.keys(TABLE) as [Role, ...Role[]];

/** All that somebody with these roles may do. */
export const permissionsOf = (roles: readonly Role[]): ReadonlySet<Permission> =>
  new Set(roles.flatMap((role) => ROLES[role].allows));

/** Whether nobody sits before it: a screen on a wall, which shows figures of the whole and nothing else. */
export const isWall = (roles: readonly Role[]): boolean =>
  roles.length > 0 && roles.every((role) => role === 'wall');

export const roleTitle = (role: Role): string => ROLES[role].title;
export const permissionTitle = (permission: Permission): string => PERMISSIONS[permission];
export const isAdministrator = (roles: readonly Role[]): boolean =>
  roles.some((role) => ROLES[role].kind === 'administrator');

/** Refuses roles that may not lie in one hand; the unit tells whether somebody is of the office. */
export function refuseMixed(roles: readonly Role[], isOffice: boolean): void {
  if (roles.length === 0) throw new Invalid('roles：至少要有一个角色');
  if (isAdministrator(roles) && roles.length > 1)
    throw new Invalid('roles：系统管理员、安全管理员、审计员互不兼任，也不兼任业务角色');
  const kinds = new Set(roles.map((role) => ROLES[role].kind));
  if (kinds.has('office') && !isOffice)
    throw new Invalid('roles：监测员、核查员、金融办负责人只能属于金融办');
  if (
    kinds.has('unit') &&
    isOffice &&
    roles.some((role) => role !== 'reader' && ROLES[role].kind === 'unit')
  )
    throw new Invalid('roles：成员单位的角色不能属于金融办');
}

import type { RoleLine } from '../api/accounts.js';

/** The roles of one kind, as they are offered. */
export interface RoleGroup {
  readonly title: string;
  readonly roles: readonly RoleLine[];
}

const KIND_TITLES: Readonly<Record<RoleLine['kind'], string>> = {
  office: '金融办',
  unit: '成员单位',
  administrator: '管理员（只能单独一个）',
};
const READER = 'reader';

/** Which roles somebody of the unit may have: those of members not in the office, and the reverse. */
export const rolesFor = (roles: readonly RoleLine[], isOffice: boolean): readonly RoleLine[] =>
  roles.filter(
    ({ code, kind }) =>
      kind === 'administrator' || code === READER || kind === (isOffice ? 'office' : 'unit'),
  );

export function groupsOf(roles: readonly RoleLine[]): readonly RoleGroup[] {
  const titles = [...new Set(roles.map(groupTitle))];
  return titles.map((title) => ({
    title,
    roles: roles.filter((role) => groupTitle(role) === title),
  }));
}

const groupTitle = ({ code, kind }: RoleLine): string =>
  code === READER ? '只看简报' : KIND_TITLES[kind];

/** Why these roles may not lie in one hand; null when they may. The server refuses by the same rule. */
export function faultOfRoles(
  chosen: readonly string[],
  roles: readonly RoleLine[],
  isOffice: boolean,
): string | null {
  if (chosen.length === 0) return '至少选一个角色';
  const held = roles.filter(({ code }) => chosen.includes(code));
  if (held.length > 1 && held.some(({ kind }) => kind === 'administrator'))
    return '系统管理员、安全管理员、审计员互不兼任，也不兼任业务角色';
  const strange = held.find((role) => !rolesFor(roles, isOffice).includes(role));
  if (strange) return `“${strange.title}”不能属于这个单位`;
  return null;
}

/** Whether which part of the city somebody sees is a choice: only the office's own work is by region. */
export const hasRegions = (
  chosen: readonly string[],
  roles: readonly RoleLine[],
  isOffice: boolean,
): boolean =>
  isOffice && roles.some(({ code, kind }) => kind === 'office' && chosen.includes(code));

import type { RoleLine } from '../api/accounts.js';
import type { Titled } from '../api/session.js';

/** Every permission that some role has, in the order in which the roles bring them. */
export function permissionsIn(roles: readonly RoleLine[]): readonly Titled[] {
  const found = new Map<string, Titled>();
  for (const { permissions } of roles)
    for (const permission of permissions)
      if (!found.has(permission.code)) found.set(permission.code, permission);
  return [...found.values()];
}

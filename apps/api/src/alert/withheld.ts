import { permissionTitle, type Permission, type Person } from '@risk/access';

/** A part of an alert that somebody may not read, and the permission that it takes. */
export interface Withheld {
  readonly part: string;
  readonly permission: Permission;
  readonly title: string;
}

/** One line a part that has a permission of its own. */
const PARTS: readonly (readonly [part: string, permission: Permission])[] = [
  ['来件原文', 'records.read'],
  ['送给其他单位的通知', 'notices.read'],
  ['其他单位的应办事项', 'units.read'],
  ['核查', 'verifications.read'],
  ['附件', 'attachments.read'],
  ['文书', 'letters.read'],
  ['移送', 'handovers.read'],
];

/** What is left out for this person: said, so that nothing seems not to exist. */
export const withheldFrom = ({ permissions }: Person): Withheld[] =>
  PARTS.filter(([, permission]) => !permissions.has(permission)).map(([part, permission]) => ({
    ...{ part, permission, title: permissionTitle(permission) },
  }));

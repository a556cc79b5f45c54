import { permissionTitle, type Permission, type Person, type Sighted } from '@risk/access';
import type { House } from '@risk/assembly';
import { seesWholeCity } from '@risk/domain';
import { Forbidden, NotFound, rowIdText } from '@risk/kit';

export const may = ({ permissions }: Person, permission: Permission): boolean =>
  permissions.has(permission);

/** Where what is wanted, and not the door alone, decides on what is needed. */
export function must(person: Person, permission: Permission): void {
  if (may(person, permission)) return;
  throw new Forbidden(`没有“${permissionTitle(permission)}”的权限`, { permission });
}

/** Refuses a thing that the asker does not see, as if it did not exist. */
export async function refuseUnseen(
  { access }: House,
  what: Sighted,
  id: string,
  { sight }: Person,
): Promise<void> {
  if (seesWholeCity(sight)) return;
  if (rowIdText.safeParse(id).success && (await access.sight.sees(what, id, sight))) return;
  throw new NotFound('没有找到');
}

/** The things of a list that the asker may see. */
export async function onlySeen<T extends { readonly id: string }>(
  { access }: House,
  what: Sighted,
  things: readonly T[],
  { sight }: Person,
): Promise<readonly T[]> {
  if (seesWholeCity(sight)) return things;
  const seen = await access.sight.among(
    what,
    things.map(({ id }) => id),
    sight,
  );
  return things.filter(({ id }) => seen.has(id));
}

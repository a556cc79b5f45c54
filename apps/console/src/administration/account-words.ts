import type { AccountLine, Places, Proposal, Rights, RoleLine } from '../api/accounts.js';
import type { Standing } from '../shown/standing.js';

/** A word about a state, and how to show it. */
export interface StateWord {
  readonly word: string;
  readonly standing: Standing;
}

/** What somebody has to know of an account first. */
export function stateOf(account: AccountLine, now: string, today: string): StateWord {
  const { state, proposed, lockedUntil, validUntil } = account;
  if (state === 'disabled') return { word: '停用', standing: 'off' };
  if (state === 'pending') return { word: '待批准', standing: 'waiting' };
  if (proposed) return { word: '授权待批准', standing: 'waiting' };
  if (isResetAsked(account)) return { word: '重设口令待同意', standing: 'waiting' };
  if (validUntil !== null && validUntil < today) return { word: '已过有效期', standing: 'off' };
  if (lockedUntil !== null && lockedUntil > now) return { word: '锁定', standing: 'bad' };
  return { word: '在用', standing: 'good' };
}

/** Whether the security administrator has something to decide about it. */
export const isWaiting = (account: AccountLine): boolean =>
  isGrantAsked(account) || isResetAsked(account);

/** Whether an account or other rights of it wait for approval. */
export const isGrantAsked = ({ state, proposed }: AccountLine): boolean =>
  state === 'pending' || proposed !== null;

/** Whether somebody waits for consent to set the password anew. */
export const isResetAsked = ({ reset }: AccountLine): boolean => reset?.approvedBy === null;

/** The name of a unit, its code when the register does not know it. */
export const unitName = (places: Places | null, code: string): string =>
  places?.units.find((unit) => unit.code === code)?.name ?? code;

/** The roles that see no business data at all. */
const ADMINISTRATORS = ['system-admin', 'security-admin', 'auditor'];

/** What of the city somebody with these rights sees. */
export function sightWords(places: Places | null, { unit, roles, regions }: Rights): string {
  if (roles.some((role) => ADMINISTRATORS.includes(role))) return '不接触业务数据';
  if (places && unit !== places.office) return '本单位';
  if (regions === null) return '全市';
  return regions
    .map((code) => places?.regions.find((region) => region.code === code)?.name ?? code)
    .join('、');
}

/** The rights that an account has now. */
export const rightsOf = ({ unit, roles, regions }: AccountLine): Rights => ({
  ...{ unit, regions },
  roles: roles.map(({ code }) => code),
});

/** The rights that it will have once they are approved; those of now when nothing else was proposed. */
export function rightsInProspect(account: AccountLine): Rights & Pick<Proposal, 'validUntil'> {
  const { unit, roles, regions } = account.proposed ?? rightsOf(account);
  const validUntil = account.proposed?.validUntil;
  return { unit, roles, regions, ...(validUntil === undefined ? {} : { validUntil }) };
}

/** Until when an account will work. */
export const endWords = (validUntil: string | null): string =>
  validUntil === null ? '长期' : `至 ${validUntil}`;

/** The titles of roles, as far as they are known. */
export const roleWords = (roles: readonly RoleLine[] | null, codes: readonly string[]): string =>
  codes.map((code) => roles?.find((role) => role.code === code)?.title ?? code).join('、');

/** What waits for approval, in a sentence: who is to be what, where. */
export function grantWords(
  account: AccountLine,
  places: Places | null,
  roles: readonly RoleLine[] | null,
): string {
  const rights = rightsInProspect(account);
  const granted = [roleWords(roles, rights.roles), unitName(places, rights.unit)];
  const { validUntil } = rights;
  const end = validUntil === undefined ? '' : `，有效期${endWords(validUntil)}`;
  return `${account.name}：${granted.join('，')}，可见范围为${sightWords(places, rights)}${end}。`;
}

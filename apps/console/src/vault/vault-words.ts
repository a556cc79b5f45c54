import type { Permission } from '../api/permission.js';
import type { VaultRequestLine } from '../api/vault.js';
import type { Standing } from '../shown/standing.js';

/** Who looks at the list, and when. */
export interface Asking {
  readonly name: string;
  readonly may: (permission: Permission) => boolean;
  readonly now: string;
}

/** What somebody can do with a request now, or why what the role allows cannot be done. */
export type Deed =
  | { readonly kind: 'approve' }
  | { readonly kind: 'look' }
  | { readonly kind: 'none'; readonly because: string | null };

type Told = Pick<VaultRequestLine, 'by' | 'approvedBy' | 'expiresAt'>;

const isOver = ({ expiresAt }: Told, now: string): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= Date.parse(now);

/** How a request stands. */
export function requestState(
  request: Told,
  now: string,
): { readonly word: string; readonly standing: Standing } {
  if (request.approvedBy === null) return { word: '待另一人批准', standing: 'waiting' };
  return isOver(request, now)
    ? { word: '已过期', standing: 'off' }
    : { word: '已批准', standing: 'good' };
}

export function deedFor(request: Told, { name, may, now }: Asking): Deed {
  const isOwn = request.by === name;
  if (request.approvedBy === null) {
    if (!may('vault.approve')) return none(null);
    return isOwn ? none('本人申请的，须由另一人批准') : { kind: 'approve' };
  }
  if (!isOwn || !may('vault.request')) return none(null);
  return isOver(request, now) ? none('已过期，需要时请重新申请') : { kind: 'look' };
}

const none = (because: string | null): Deed => ({ kind: 'none', because });

const SHORTEST_REASON = 10;

/** What is wrong with a reason; null when nothing is. As the server counts: by characters. */
export const reasonFault = (because: string): string | null =>
  Array.from(because.trim()).length < SHORTEST_REASON
    ? '至少十个字，写明办理什么事项需要知道举报人'
    : null;

/** The numbers of records in what somebody typed. */
export const numbersIn = (typed: string): readonly string[] => [
  ...new Set(typed.split(/[\s,，、;；]+/u).filter((part) => part !== '')),
];

const MOST_RECORDS = 20;

/** What is wrong with the numbers of records; null when nothing is. */
export function numbersFault(typed: string): string | null {
  const numbers = numbersIn(typed);
  const strange = numbers.find((number) => !/^\d{1,18}$/.test(number));
  if (strange !== undefined) return `“${strange}”不是记录编号：编号只有数字`;
  if (numbers.length === 0) return '请写明要看哪些记录';
  return numbers.length > MOST_RECORDS ? '一次最多二十条记录' : null;
}

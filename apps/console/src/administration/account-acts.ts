import type { AccountDetail } from '../api/accounts.js';
import type { Permission } from '../api/permission.js';
import type { SignedIn } from '../api/session.js';
import { isGrantAsked, isResetAsked, isWaiting, rightsInProspect } from './account-words.js';

/** Something that an administrator can do with an account. */
export interface AccountAct {
  readonly kind: string;
  readonly title: string;
  readonly needs: Permission;
  /** Where it is done, below the account; null where more has to be asked first. */
  readonly path: string | null;
  /** What comes of it, said before it is done. */
  readonly means: string;
  readonly isGrave?: boolean;
  /** What goes along: what was looked at, for it may have been replaced meanwhile. */
  readonly sends?: (account: AccountDetail) => object;
  readonly appliesTo: (account: AccountDetail) => boolean;
  /** Why this person may not do it to this account although the role may; null when nothing speaks against it. */
  readonly refusal?: (account: AccountDetail, person: SignedIn) => string | null;
}

const ownAccount =
  (sentence: string) =>
  (account: AccountDetail, person: SignedIn): string | null =>
    account.id === person.id ? sentence : null;

function ownIdea({ id, madeBy, proposed }: AccountDetail, person: SignedIn): string | null {
  if (id === person.id) return '不能批准自己的账号，须由另一名安全管理员批准';
  if ([madeBy, proposed?.by].includes(person.name))
    return '账号是您建立的，或者授权是您提出的，须由另一人批准';
  return null;
}

function ownReset({ id, reset }: AccountDetail, person: SignedIn): string | null {
  if (id === person.id) return '不能同意重设自己的口令，须由另一名安全管理员同意';
  return reset?.by === person.name ? '是您提出的，须由另一人同意' : null;
}

/** One line to add one; the server decides by the same rules. */
export const ACCOUNT_ACTS: readonly AccountAct[] = [
  {
    ...{ kind: 'approve', title: '批准', needs: 'accounts.approve', path: 'approval' },
    means: '批准后立即生效。',
    sends: rightsInProspect,
    appliesTo: isGrantAsked,
    refusal: ownIdea,
  },
  {
    ...{ kind: 'approve-reset', title: '同意重设口令', needs: 'accounts.approve' },
    path: 'password-approval',
    means:
      '此账号没有绑定动态口令，拿到新口令的人就能以其身份登录。请先向本人核实确实要重设；同意后 24 小时内由系统管理员重设，口令只有系统管理员看到。',
    appliesTo: isResetAsked,
    refusal: ownReset,
  },
  {
    ...{ kind: 'reject', title: '退回', needs: 'accounts.approve', path: 'rejection' },
    means: '新账号退回后停用；更改授权、重设口令的申请退回后，原来的授权和口令不变。',
    isGrave: true,
    appliesTo: isWaiting,
  },
  {
    ...{ kind: 'propose', title: '更改授权', needs: 'accounts.make', path: null },
    means: '提出后由安全管理员批准，批准之前原来的授权不变。',
    appliesTo: ({ state, sample }) => state !== 'disabled' && !sample,
  },
  {
    ...{ kind: 'reset-password', title: '重设口令', needs: 'accounts.make', path: 'password' },
    means:
      '原口令作废，此账号的登录全部结束；本人用新的初始口令登录后须更换。动态口令不变；没有绑定动态口令的，先提请安全管理员同意，同意之前原口令有效。',
    appliesTo: ({ sample }) => !sample,
  },
  {
    ...{ kind: 'reset-factor', title: '解除动态口令', needs: 'accounts.approve' },
    path: 'factor-reset',
    means:
      '用于手机丢失等情况：原动态口令和恢复码作废，此账号的登录全部结束，本人下次登录时重新绑定。请先核实本人身份。',
    isGrave: true,
    appliesTo: ({ hasFactor }) => hasFactor,
    refusal: ownAccount('不能解除自己的动态口令，须由另一名安全管理员解除'),
  },
  {
    ...{ kind: 'reset-identity', title: '解除政务身份', needs: 'accounts.approve' },
    path: 'identity-reset',
    means:
      '用于本人无法自行解除，或者该身份不再可信的情况：此账号的登录全部结束，以后须用口令登录，本人可以重新绑定。',
    isGrave: true,
    appliesTo: ({ identity }) => identity !== null,
    refusal: ownAccount('自己绑定的政务身份请在“我的账号”里解除'),
  },
  {
    ...{ kind: 'end-sessions', title: '结束登录', needs: 'sessions.end', path: 'sessions/end' },
    means: '此账号在各处的登录立即结束，没有提交的内容会丢失。',
    isGrave: true,
    appliesTo: ({ sessions }) => sessions.length > 0,
  },
  {
    ...{ kind: 'disable', title: '停用', needs: 'accounts.make', path: 'disabling' },
    means: '立即退出并不能再登录；已办的事项不受影响。重新启用须再经批准。',
    isGrave: true,
    appliesTo: ({ state }) => state !== 'disabled',
    refusal: ownAccount('不能停用自己的账号'),
  },
  {
    ...{ kind: 'revive', title: '启用', needs: 'accounts.make', path: 'revival' },
    means: '启用后为待批准，安全管理员批准后才能登录。',
    appliesTo: ({ state }) => state === 'disabled',
  },
];

/** An act that is offered, and why it cannot be done now. */
export interface OfferedAct {
  readonly act: AccountAct;
  readonly refusal: string | null;
}

/** What this person can do with this account. */
export const actsFor = (account: AccountDetail, person: SignedIn): readonly OfferedAct[] =>
  ACCOUNT_ACTS.filter(
    ({ needs, appliesTo }) => person.permissions.includes(needs) && appliesTo(account),
  ).map((act) => ({ act, refusal: act.refusal?.(account, person) ?? null }));

/** Whose turn it is, said to whoever cannot decide. */
export function whoseTurn(account: AccountDetail, person: SignedIn): string | null {
  if (!isWaiting(account) || person.permissions.includes('accounts.approve')) return null;
  return '等待安全管理员批准：建立账号、提出授权的人不能自己批准。';
}

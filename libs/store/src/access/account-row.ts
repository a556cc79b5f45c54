import type { Account, PasswordReset, Proposal } from '@risk/access';

/** An account with its second factor; `a` is the account, `f` the factor. */
export const ACCOUNT = `
  a.id, a.login, a.name, a.unit, a.roles, a.regions, a.state, a.proposed, a.reset, a.password_hash as "passwordHash",
  a.password_at as "passwordAt", a.must_change as "mustChange", a.failures, a.locked_until as "lockedUntil",
  a.valid_until::text as "validUntil", a.issuer, a.subject, a.made_by as "madeBy", a.made_at as "madeAt",
  a.approved_by as "approvedBy", a.sample, f.sealed, f.last_step as "lastStep"
`;

export const FROM_ACCOUNT = 'account a left join second_factor f on f.account_id = a.id';

/** What the query of ACCOUNT answers. */
export interface AccountRow extends Omit<Account, 'factor' | 'identity'> {
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly sealed: Buffer | null;
  readonly lastStep: string | null;
}

export function accountFrom(row: AccountRow): Account {
  const { issuer, subject, sealed, lastStep, ...account } = row;
  return {
    ...account,
    factor: sealed && { sealed, lastStep: Number(lastStep) },
    identity: issuer === null || subject === null ? null : { issuer, subject },
  };
}

/** The columns that change, in the order of `set`. */
export const valuesOf = (account: Omit<Account, 'id'>): unknown[] => [
  ...[account.login, account.name, account.unit, account.roles, account.regions, account.state],
  ...[
    jsonOf(account.proposed),
    jsonOf(account.reset),
    account.passwordHash,
    account.passwordAt,
    account.mustChange,
  ],
  ...[account.failures, account.lockedUntil, account.validUntil],
  ...[account.identity?.issuer ?? null, account.identity?.subject ?? null],
  ...[account.madeBy, account.madeAt, account.approvedBy, account.sample],
];

const jsonOf = (what: Proposal | PasswordReset | null): string | null =>
  what && JSON.stringify(what);

/** The columns of `valuesOf`. */
export const COLUMNS = [
  ...['login', 'name', 'unit', 'roles', 'regions', 'state', 'proposed', 'reset'],
  'password_hash',
  ...['password_at', 'must_change', 'failures', 'locked_until', 'valid_until', 'issuer', 'subject'],
  ...['made_by', 'made_at', 'approved_by', 'sample'],
] as const;

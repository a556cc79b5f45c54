import { roleTitle, type Account } from '@risk/access';

/** An account as administrators and the auditor see it: nothing that would prove to be its owner. */
export const accountLine = (account: Account) => {
  const { passwordHash, factor, roles, ...rest } = account;
  return {
    ...rest,
    roles: roles.map((code) => ({ code, title: roleTitle(code) })),
    hasPassword: passwordHash !== null,
    hasFactor: factor !== null,
  };
};

import { hasUnseen } from '@risk/domain';
import { Invalid } from '@risk/kit';
import type { AccountDraft } from './ports.js';
import type { Rights } from './account.js';
import { LOGIN, loginOf } from './login.js';

/** What is known of an account before anybody approved of it. */
export interface NewAccount extends Rights {
  readonly login: string;
  readonly name: string;
  readonly validUntil: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
}

const LONGEST_NAME = 50;

/** An account that waits: it opens nothing until it is approved and has a password. */
export function accountDraft({ login, name, ...rest }: NewAccount): AccountDraft {
  const typed = loginOf(login);
  if (!LOGIN.test(typed))
    throw new Invalid('login：以字母开头，3 到 32 个小写字母、数字、点、下划线或者连字符');
  const plain = name.normalize('NFKC').trim();
  if (plain === '' || plain.length > LONGEST_NAME)
    throw new Invalid(`name：写明姓名，最多 ${LONGEST_NAME} 个字；重名的加单位区别`);
  if (hasUnseen(plain)) throw new Invalid('name：含有看不见的字符');
  const { madeAt } = rest;
  return {
    ...rest,
    ...{ login: typed, name: plain, state: 'pending', proposed: null },
    ...{ reset: null, passwordHash: null, passwordAt: madeAt, mustChange: true },
    ...{ factor: null, failures: 0, lockedUntil: null, identity: null },
    ...{ approvedBy: null, sample: false },
  };
}

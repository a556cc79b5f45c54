import type { Listed, ListQuestion, Transaction } from '@risk/kit';
import type { Account } from './account.js';

/** An account that does not exist yet. */
export type AccountDraft = Omit<Account, 'id'>;

/** In `usual` order whatever waits for approval comes first. */
export const ACCOUNT_SORTS = ['usual', 'name', 'login', 'unit', 'madeAt'] as const;
export type AccountSort = (typeof ACCOUNT_SORTS)[number];

/** What somebody looks for among accounts. */
export interface AccountQuestion extends ListQuestion<AccountSort> {
  readonly words: string | null;
  readonly state: Account['state'] | null;
  /** Only those with rights that wait for approval. */
  readonly waiting: boolean;
}

/** Keeps accounts. */
export abstract class AccountStore {
  /** Answers the id; a conflict when login, name or identity are taken. */
  abstract add(tx: Transaction, draft: AccountDraft): Promise<string>;
  /** Locked until the transaction ends. */
  abstract lock(tx: Transaction, id: string): Promise<Account | null>;
  /** Writes all of it. */
  abstract keep(tx: Transaction, account: Account): Promise<void>;
  /** Takes as long as to lock and keep an account, and does nothing: the time tells no stranger who is there. */
  abstract keepNobody(tx: Transaction): Promise<void>;
  abstract byLogin(login: string): Promise<Account | null>;
  abstract byIdentity(issuer: string, subject: string): Promise<Account | null>;
  abstract find(id: string): Promise<Account | null>;
  abstract list(question: AccountQuestion): Promise<Listed<Account>>;
  /** How many active accounts hold a role on a day, yyyy-mm-dd; samples do not count, nor whose time is over. */
  abstract holders(role: string, on: string): Promise<number>;
  /** The same for whoever decides by it: others who ask this way wait until the transaction ends. */
  abstract countHolders(tx: Transaction, role: string, on: string): Promise<number>;
  /** The accounts that exist with the sample data alone. */
  abstract samples(): Promise<Account[]>;
  /** Replaces all recovery codes. */
  abstract keepRecovery(tx: Transaction, id: string, hashes: readonly string[]): Promise<void>;
  /** Those that were not used yet. */
  abstract recoveryOf(tx: Transaction, id: string): Promise<readonly string[]>;
  /** Whether it was there and unused until now. */
  abstract useRecovery(tx: Transaction, id: string, hash: string, at: Date): Promise<boolean>;
}

/** Seals secrets so that the database alone does not tell them; `place` is bound in. */
export abstract class Sealing {
  abstract seal(plain: Uint8Array, place: string): Buffer;
  abstract open(sealed: Buffer, place: string): Buffer;
}

/** Who runs PostgreSQL, which refuses to run as root. */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly name: string; readonly uid: number; readonly gid: number }
  /** Root that may not become anybody else (a sandbox): a user namespace in which it is nobody. */
  | { readonly kind: 'namespace' };

/** An account of this machine other than ours. */
export type OtherAccount = Extract<Account, { kind: 'other' }>;

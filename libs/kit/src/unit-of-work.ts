/** An open transaction; only the store knows what is inside. */
export abstract class Transaction {
  abstract readonly isOpen: boolean;
}

/** Runs work that is kept whole or not at all; resolves only when the commit is certain. */
export abstract class UnitOfWork {
  abstract run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

import { Transaction, UnitOfWork } from '../unit-of-work.js';

/** A transaction that holds nothing. */
export class FakeTransaction extends Transaction {
  readonly isOpen = true;
}

/** Runs work at once; what fakes keep is kept at once, too. */
export class FakeUnitOfWork extends UnitOfWork {
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return work(new FakeTransaction());
  }
}

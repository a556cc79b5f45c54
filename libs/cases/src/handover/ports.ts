import type { Transaction } from '@risk/kit';
import type { HandOver, HandOverFacts, PackageMark, Receipt, TakenIn } from './hand-over.js';

/** A hand-over to be kept. */
export type NewHandOver = Omit<HandOver, 'id' | 'taken' | 'receipts'>;

/** Keeps hand-overs and their receipts; nothing of it is ever changed or taken away. */
export abstract class HandOverStore {
  abstract find(tx: Transaction, id: string): Promise<HandOver | null>;
  /** Oldest first. */
  abstract ofAlert(tx: Transaction, alertId: string): Promise<HandOver[]>;
  /** Newest first. */
  abstract list(tx: Transaction, limit: number): Promise<HandOver[]>;
  abstract keep(tx: Transaction, handOver: NewHandOver): Promise<HandOver>;
  abstract takeIn(tx: Transaction, handOverId: string, taken: TakenIn): Promise<void>;
  abstract answer(
    tx: Transaction,
    handOverId: string,
    receipt: Omit<Receipt, 'id'>,
  ): Promise<Receipt>;
}

/** The files of a hand-over, packed. */
export interface Package extends Omit<PackageMark, 'size'> {
  readonly bytes: Uint8Array;
}

/** Writes letters and packs them; the same facts make the same bytes. */
export abstract class PackageMaker {
  abstract make(facts: HandOverFacts): Promise<Package>;
}

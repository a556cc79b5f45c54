import type { Transaction } from '@risk/kit';
import type { BookVersions, Edition, EditionStep, RuleBook } from './edition.js';

/** A draft to be kept. */
export interface Draft extends BookVersions {
  readonly origin: Edition['origin'];
  readonly title: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** Keeps editions, their steps and the texts they consist of; nothing of it is ever changed or deleted. */
export abstract class EditionStore {
  /** From now to the end of the transaction nobody else takes a step. */
  abstract hold(tx: Transaction): Promise<void>;
  abstract draft(tx: Transaction, draft: Draft, book: RuleBook): Promise<string>;
  abstract step(tx: Transaction, editionId: string, step: EditionStep): Promise<void>;
  abstract find(editionId: string): Promise<Edition | null>;
  /** Newest first. */
  abstract list(): Promise<Edition[]>;
  abstract inForce(): Promise<Edition | null>;
  abstract bookOf(versions: BookVersions): Promise<RuleBook | null>;
}

/** Compiles a book and runs the examples beside its rules. */
export abstract class BookChecker {
  /** The versions of a book that can be used; throws Invalid with every fault by file, rule and reason. */
  abstract check(book: RuleBook): Promise<BookVersions>;
}

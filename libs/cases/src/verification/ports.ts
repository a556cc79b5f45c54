import type { Transaction } from '@risk/kit';
import type { Entry, Note, Verification } from './verification.js';

/** A verification to be opened. */
export type NewVerification = Omit<Verification, 'id' | 'entityId' | 'entries'>;

/** An entry to be added. */
export type NewEntry = Omit<Entry, 'id' | keyof Note> & Note;

/** Keeps verifications and their logs; nothing of it is ever changed or taken away. */
export abstract class VerificationStore {
  abstract find(tx: Transaction, id: string): Promise<Verification | null>;
  /** Oldest first. */
  abstract ofAlert(tx: Transaction, alertId: string): Promise<Verification[]>;
  abstract open(tx: Transaction, verification: NewVerification): Promise<Verification>;
  abstract append(tx: Transaction, verificationId: string, entry: NewEntry): Promise<Entry>;
}

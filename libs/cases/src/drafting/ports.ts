import type { Paper, Scheme, Sheet } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { DraftCode } from './draft-code.js';

/** Who holds how much of a firm, as the register tells it. */
export interface RegisteredShare {
  readonly name: string;
  /** Per cent of the capital. */
  readonly share: number | null;
}

/** A firm as its latest registration tells it; nothing of it stems from a complaint. */
export interface RegisteredFirm {
  readonly name: string;
  readonly uscc: string | null;
  /** 工商注册号, of a firm that bears no credit code. */
  readonly registration: string | null;
  readonly representative: string | null;
  readonly shareholders: readonly RegisteredShare[];
  readonly address: string | null;
  readonly regionCode: string | null;
  readonly sample: boolean;
}

/** The step by which people found it to be so. */
export interface FoundStep {
  readonly at: Date;
  /** The code of the unit that found it. */
  readonly unit: string;
  readonly because: string;
  /** What it was found to be. */
  readonly scheme: Scheme | null;
}

/** Whose an alert is: its entity, its territory, its lead unit. */
export interface AlertPlace {
  readonly alertId: string;
  readonly entityId: string;
  readonly regionCode: string | null;
  readonly lead: string | null;
}

/** What letters tell and no other port of the desk knows. */
export abstract class LetterSource {
  abstract registered(tx: Transaction, entityId: string): Promise<RegisteredFirm>;
  /** The finding in force; null when there is none, or when it was taken back since. */
  abstract findingOf(tx: Transaction, alertId: string): Promise<FoundStep | null>;
  abstract placesOf(tx: Transaction, alertIds: readonly string[]): Promise<AlertPlace[]>;
}

/** What the vault knows of those who reported: only to see that none of it leaves the house. */
export abstract class KnownReporters {
  /** Names, telephones and papers of whoever reported one of these; never kept, never logged. */
  abstract of(entityIds: readonly string[]): Promise<readonly string[]>;
}

/** The bytes of a document, with what they hash to. */
export interface Pressed {
  readonly bytes: Uint8Array;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly sm3: string;
}

/** Makes documents of pure data; the same data make the same bytes. */
export abstract class PaperPress {
  abstract docx(paper: Paper): Promise<Pressed>;
  abstract xlsx(sheets: readonly Sheet[], day: string): Promise<Pressed>;
  abstract csv(sheet: Sheet): Pressed;
}

/** A letter that somebody signed. */
export interface SignedLetter {
  readonly id: string;
  readonly alertId: string;
  readonly code: DraftCode;
  /** The unit that issues it; numbers are unique within it. */
  readonly unit: string;
  /** Null for a form, which bears none. */
  readonly number: string | null;
  /** The day of the letter, yyyy-mm-dd. */
  readonly on: string;
  readonly title: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** What a signed letter was written from, and the paper itself. */
export interface LetterContent {
  readonly facts: object;
  readonly paper: Paper;
}

export type NewLetter = Omit<SignedLetter, 'id'> & LetterContent;

/** Keeps signed letters; nothing of it is ever changed or taken away. */
export abstract class LetterStore {
  /** Conflict when another letter of the unit bears the number. */
  abstract keep(tx: Transaction, letter: NewLetter): Promise<SignedLetter>;
  abstract find(tx: Transaction, id: string): Promise<(SignedLetter & LetterContent) | null>;
  /** Oldest first. */
  abstract ofAlert(tx: Transaction, alertId: string): Promise<SignedLetter[]>;
}

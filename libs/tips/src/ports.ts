import type { AlertStage } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { CheckedTipFile } from './tip-file.js';
import type { TipEnvelope } from './tip-record.js';

/** What is kept of a report beside its record: never the code itself, never who reported. */
export interface TipDraft {
  /** Digest of the code by which its reporter follows it. */
  readonly code: Buffer;
  /** Digest of the form on which it came: each form brings one report. */
  readonly form: Buffer;
  /** Keyed mark of all that was said: equal for equal reports, and tells nothing. */
  readonly mark: string;
  readonly source: string;
  readonly sourceId: string;
  readonly regionCode: string | null;
  readonly isAnonymous: boolean;
  readonly at: Date;
}

/** What became of a report, as far as the public may know anything of it. */
export interface TipFate {
  readonly receivedAt: Date;
  /** How far people are with each alert that it led to, or that stood when it came. */
  readonly stages: readonly AlertStage[];
  /** Whether a person said, after it came, what became of one of those that it names. */
  readonly hasOutcome: boolean;
  /** Whether the office laid it down without an alert. */
  readonly isReviewed: boolean;
}

/** The office's word that a report was looked into and leads nowhere, or is dealt with elsewhere. */
export interface TipReview {
  readonly tipId: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** Keeps what citizens reported, beside the record that the report became. */
export abstract class TipStore {
  /** The mark of what came on this form; null when nothing did. */
  abstract markOfForm(form: Buffer): Promise<string | null>;
  /** The record of the very same report since that moment; null when there is none. */
  abstract sameSince(mark: string, since: Date): Promise<string | null>;
  /** Keeps it with its files; false when its form already brought one. */
  abstract keep(
    tx: Transaction,
    draft: TipDraft,
    files: readonly CheckedTipFile[],
  ): Promise<boolean>;
  /** Null when nobody has this code. */
  abstract fateOf(code: Buffer): Promise<TipFate | null>;
  /** False when it was laid down before. */
  abstract review(tx: Transaction, review: TipReview): Promise<boolean>;
}

/** Seals what travels with a form, and computes what only this house can. */
export abstract class TipSeals {
  abstract seal(plain: Uint8Array, place: string): Buffer;
  /** Throws when it was not sealed here, for this place. */
  abstract open(sealed: Buffer, place: string): Buffer;
  /** Hexadecimal of at least 128 bits, equal for equal text, to be computed with the key of the house alone. */
  abstract keyed(text: string): string;
}

/** Where a report goes in: the path of every complaint. */
export abstract class TipInlet {
  abstract take(envelope: TipEnvelope): Promise<void>;
}

import type { Transaction } from '@risk/kit';

/** One line of an export: whose penalty left. */
export interface ExportedCase {
  readonly entityId: string;
  readonly name: string;
  readonly uscc: string | null;
  /** 行政处罚决定书文号 */
  readonly number: string;
}

/** A file of an export; the digests say whether a copy is the same. */
export interface ExportedFile {
  readonly name: string;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly sm3: string;
}

/** An export of credit records as it left: by whom, why, whose, and in which files. */
export interface CreditExport {
  readonly id: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
  readonly cases: readonly ExportedCase[];
  readonly files: readonly ExportedFile[];
}

/** An entity with a finding of which no penalty ever left. */
export interface UnexportedCase {
  readonly entityId: string;
  readonly name: string;
}

/** Keeps exports; nothing of it is ever changed or taken away. */
export abstract class CreditExports {
  abstract keep(tx: Transaction, made: Omit<CreditExport, 'id'>): Promise<CreditExport>;
  /** Newest first. */
  abstract list(tx: Transaction, limit: number): Promise<CreditExport[]>;
  /** The export in which a penalty of an entity left last; null when it never did. */
  abstract lastWith(tx: Transaction, one: ExportedCase): Promise<CreditExport | null>;
  /** Entities with a finding in force that stand in no export; samples left out. */
  abstract unexported(tx: Transaction, limit: number): Promise<UnexportedCase[]>;
}

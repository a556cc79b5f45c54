import type { Reporter } from '@risk/domain';
import type { Transaction } from '@risk/kit';

/** Somebody wants to know who reported some records. */
export interface LookRequest {
  readonly id: string;
  readonly by: string;
  /** Code of the unit for which is asked. */
  readonly unit: string;
  readonly because: string;
  readonly recordIds: readonly string[];
  readonly at: Date;
  /** Null until a second person agreed. */
  readonly approval: LookApproval | null;
}

/** The second person's consent, which ends by itself. */
export interface LookApproval {
  readonly by: string;
  readonly unit: string;
  readonly because: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

/** One look at one reporter, as it stays on record. */
export interface VaultLook {
  readonly id: string;
  readonly requestId: string;
  readonly recordId: string;
  readonly by: string;
  readonly unit: string;
  readonly because: string;
  readonly approvedBy: string;
  readonly at: Date;
}

/** What a look shows. */
export interface SeenReporter {
  readonly recordId: string;
  readonly reporter: Reporter;
  /** The reporter asked for secrecy. */
  readonly secret: boolean;
  /** Texts as they came in, before what tells of the reporter was taken out; by field. */
  readonly original: Readonly<Record<string, string>>;
}

/** Keeps who asked for, allowed and took looks into the vault of reporters. Nothing is ever changed. */
export abstract class VaultLooks {
  /** Those of the records whose reporter lies in the vault. */
  abstract sealedAmong(tx: Transaction, recordIds: readonly string[]): Promise<string[]>;
  abstract keepRequest(
    tx: Transaction,
    request: Omit<LookRequest, 'id' | 'approval'>,
  ): Promise<LookRequest>;
  abstract find(tx: Transaction, requestId: string): Promise<LookRequest | null>;
  /** Keeps a consent unless there is one; answers the request with the one that stands. */
  abstract keepApproval(
    tx: Transaction,
    requestId: string,
    approval: LookApproval,
  ): Promise<LookRequest>;
  /** Opens the vault and notes it, both or neither. */
  abstract look(tx: Transaction, request: LookRequest, at: Date): Promise<SeenReporter[]>;
  /** Requests, the latest first. */
  abstract requests(limit: number): Promise<LookRequest[]>;
  /** Looks, the latest first. */
  abstract looks(limit: number): Promise<VaultLook[]>;
}

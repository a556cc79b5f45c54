/** How far a report of a citizen has come. */
export type TipState = 'received' | 'verifying' | 'concluded';

/** A report in the list; nothing of who reported. */
export interface TipLine {
  readonly id: string;
  /** Null while its record is still on its way. */
  readonly recordId: string | null;
  readonly regionName: string;
  readonly anonymous: boolean;
  readonly excerpt: string;
  readonly targets: readonly string[];
  readonly files: number;
  /** How many sent the very same report. */
  readonly same: number;
  readonly receivedAt: string;
  readonly state: TipState;
}

/** A file of a report. */
export interface TipFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** A report with all that the office may see of it. */
export interface TipDetail extends TipLine {
  readonly payload: Readonly<Record<string, unknown>> | null;
  readonly secret: boolean;
  readonly filesKept: readonly TipFile[];
  readonly alerts: readonly {
    readonly id: string;
    readonly entityName: string;
    readonly stage: string;
    readonly tier: string;
  }[];
  readonly review: { readonly by: string; readonly because: string; readonly at: string } | null;
}

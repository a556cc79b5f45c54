/** A request for a look at who reported some records; who reported stands nowhere in it. */
export interface VaultRequestLine {
  readonly id: string;
  readonly by: string;
  readonly unitName: string;
  readonly because: string;
  readonly recordIds: readonly string[];
  readonly at: string;
  readonly approvedBy: string | null;
  readonly approvedBecause: string | null;
  readonly expiresAt: string | null;
  readonly looks: number;
  readonly lookedAt: string | null;
}

/** One look at the reporter of one record. */
export interface VaultLookLine {
  readonly id: string;
  readonly requestId: string;
  readonly recordId: string;
  readonly by: string;
  readonly unitName: string;
  readonly because: string;
  readonly approvedBy: string;
  readonly at: string;
}

/** Who reported a record, as a look shows it. */
export interface SeenReporter {
  readonly recordId: string;
  readonly reporter: {
    readonly name?: string | undefined;
    readonly phone?: string | undefined;
    readonly idNumber?: string | undefined;
  };
  /** The reporter asked for secrecy. */
  readonly secret: boolean;
  /** Texts as they came in, by field. */
  readonly original: Readonly<Record<string, string>>;
}

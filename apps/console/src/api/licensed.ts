/** What there is to know before a list of licences is handed in. */
export interface LicenceFacts {
  readonly kinds: readonly { readonly code: string; readonly title: string }[];
  /** How many institutions stand in the register that judges now. */
  readonly inForce: number;
  readonly limits: { readonly largestBytes: number; readonly mostRows: number };
  readonly today: string;
}

/** An institution as a list or the register names it. */
export interface LicenceLine {
  readonly name: string;
  readonly uscc: string | null;
  readonly until: string | null;
}

/** How many there are, and the first of them. */
export interface LicenceLines {
  readonly total: number;
  readonly lines: readonly LicenceLine[];
}

/** What a list would add, or added, to the register. */
export interface ListAnswer {
  readonly columns: readonly { readonly header: string; readonly title: string | null }[];
  readonly rows: number;
  readonly added: LicenceLines;
  readonly known: LicenceLines;
  readonly ended: LicenceLines;
  readonly vanished: LicenceLines;
  readonly faults: readonly string[];
  readonly written: boolean;
  /** Only what bears this mark is taken in. */
  readonly mark: string;
}

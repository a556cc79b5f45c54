import type { LicensedLine } from './licensed-schema.js';

/** What the register needs to know of the rest of the house. */
export interface LicensedTies {
  /** The form in which equal names are equal. */
  readonly foldName: (name: string) => string;
  readonly readCode: (text: string) => {
    readonly code: string;
    readonly kind: string;
    readonly checksum: boolean;
    readonly because: string;
  };
  /** Codes that no licence takes out. */
  readonly neverSuppressed: readonly string[];
}

/** An entry ready to be asked. */
export interface LicensedEntry extends LicensedLine {
  /** Normalised; null when the entry goes by its names alone. */
  readonly code: string | null;
  readonly foldedNames: readonly string[];
  readonly takesOut: (signalCode: string) => boolean;
}

/** One thing that is wrong and where. */
export interface LicensedFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

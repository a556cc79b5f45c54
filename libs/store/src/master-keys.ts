/** The master keys of the vault as they stand now: what is sealed anew takes the current one. */
export interface MasterKeys {
  readonly current: Uint8Array;
  /** Keys that still open what was sealed with them, the latest first. */
  readonly former: readonly Uint8Array[];
  /** Makes the pseudonyms; never rotated, because equal persons must stay equal. */
  readonly pseudonym: Uint8Array;
}

/** Where the master keys are kept; other processes may add one at any time. */
export interface KeySource {
  /** Changes whenever the keys may have changed; cheap enough to be asked before every batch. */
  mark(): string;
  read(): MasterKeys;
}

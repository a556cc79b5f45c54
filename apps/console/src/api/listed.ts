/** One page of a list, as every list of the API answers. */
export interface Listed<T> {
  readonly rows: readonly T[];
  /** What `after` of the next page is; null when this is the last. */
  readonly next: string | null;
  /** Counted up to 10,001, which means more than 10,000. */
  readonly total: number;
}

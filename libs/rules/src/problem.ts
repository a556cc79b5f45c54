/** Where a problem is, e.g. `when.all[1]`, and what it is. */
export interface Problem {
  readonly at: string;
  readonly says: string;
}

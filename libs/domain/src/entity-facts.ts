/** How often something happened in the days before now. */
export interface WindowCount {
  readonly d7: number;
  readonly d30: number;
  readonly d90: number;
}

/** What the house knows about an entity besides the signals of single records. */
export interface EntityFacts {
  readonly establishedOn: string | null;
  /** Complaints, by piece and by person (repeat and merge links joined). */
  readonly complaints: WindowCount;
  readonly complainants: WindowCount;
  readonly advertisements: WindowCount;
  readonly changes: WindowCount;
  /** Sums and people named in complaints, all time; yuan. */
  readonly complaintAmount: number;
  readonly complaintPeople: number;
  /** Counties that complaints came from. */
  readonly complaintRegions: number;
  readonly highestAnnualYield: number | null;
  /** Other entities at the same phone. */
  readonly samePhone: number;
  /** When the first record that named it happened. */
  readonly firstSeenAt: Date | null;
}

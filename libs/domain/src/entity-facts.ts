/** How often something happened in the 7, 30 and 90 days before the moment of judgement. */
export interface WindowCount {
  readonly d7: number;
  readonly d30: number;
  readonly d90: number;
}

/**
 * What the house knows about an entity at a moment besides the signals of single records.
 *
 * Records: those in force that name a member of the entity in any part but publisher, each once. A
 * record is within n days when less than n × 24 hours passed since it happened. A person is the
 * reporter's pseudonym, else that of another of the pieces looked at of the same group of repeated
 * and merged pieces, else the group itself.
 *
 * Others: other entities (roots; samples only among samples) with a key in common, a key being a
 * phone, or a tie of their registrations that counts at the moment (entity-tie.ts: `tieCounts`). Of
 * the bearers of a key the first MOST_COUNTED + 1 by id are looked at; the entity itself is one of
 * them. A relative is another that shares a key with at most MOST_RELATED bearers.
 */
export interface EntityFacts extends EntityRelations {
  readonly establishedOn: string | null;
  /** Complaints, by piece and by person (repeat and merge links joined). */
  readonly complaints: WindowCount;
  readonly complainants: WindowCount;
  /** Yuan named in the complaints of the window: the largest sum of each person in it, added up. */
  readonly complaintSums: WindowCount;
  /** Different counties that the complaints of the window came from. */
  readonly recentRegions: WindowCount;
  readonly advertisements: WindowCount;
  /** Changes listed in the registrations of the window. */
  readonly changes: WindowCount;
  /** All time: the largest sum of each person added up (yuan), and the largest number of people. */
  readonly complaintAmount: number;
  readonly complaintPeople: number;
  /** Counties that complaints came from, all time. */
  readonly complaintRegions: number;
  readonly highestAnnualYield: number | null;
  /** When the first record that named it happened. */
  readonly firstSeenAt: Date | null;
}

/** What the house knows about an entity through others; numbers of others are MOST_COUNTED at most. */
export interface EntityRelations {
  /** Others at the same phone. */
  readonly samePhone: number;
  /** Others at the same address: registered or of business. */
  readonly sameAddress: number;
  /** Others whose representative bears the same name in the same prefecture: perhaps a namesake. */
  readonly sameRepresentative: number;
  /** Others with a shareholder of the same name: persons in the same prefecture, firms anywhere. */
  readonly sameShareholder: number;
  /**
   * Relatives by representative, shareholder or address (not by phone) established less than n days
   * before the day in China; of unknown establishment none.
   */
  readonly newAffiliates: WindowCount;
  /** Others that call themselves a branch of it by its name, without regard to MOST_RELATED. */
  readonly branches: number;
  /** Those branches that were established less than n days before the day in China. */
  readonly newBranches: WindowCount;
  /** Others at the same phone, and at the same address, that were established less than n days before the day in China. */
  readonly newAtPhone: WindowCount;
  readonly newAtAddress: WindowCount;
  /** Persons in complaints about relatives that do not name the entity itself. */
  readonly relatedComplainants: WindowCount;
  /** Those persons where the relative has the same phone, and where it has the same address. */
  readonly complainantsAtPhone: WindowCount;
  readonly complainantsAtAddress: WindowCount;
  /** Advertisements of relatives that do not name the entity itself. */
  readonly relatedAdvertisements: WindowCount;
}

const NEVER: WindowCount = { d7: 0, d30: 0, d90: 0 };

/** Of an entity that nobody is tied to. */
export const NO_RELATIONS: EntityRelations = {
  samePhone: 0,
  sameAddress: 0,
  sameRepresentative: 0,
  sameShareholder: 0,
  newAffiliates: NEVER,
  branches: 0,
  newBranches: NEVER,
  newAtPhone: NEVER,
  newAtAddress: NEVER,
  relatedComplainants: NEVER,
  complainantsAtPhone: NEVER,
  complainantsAtAddress: NEVER,
  relatedAdvertisements: NEVER,
};

/** The facts that are known through others, apart from the rest. */
export const relationsOf = (facts: EntityFacts): EntityRelations =>
  Object.fromEntries(
    Object.keys(NO_RELATIONS).map((name) => [name, facts[name as keyof EntityRelations]]),
  ) as Readonly<Record<keyof EntityRelations, never>>;

/** Of an entity of which nothing is known. */
export const NO_FACTS: EntityFacts = {
  ...NO_RELATIONS,
  establishedOn: null,
  complaints: NEVER,
  complainants: NEVER,
  complaintSums: NEVER,
  recentRegions: NEVER,
  advertisements: NEVER,
  changes: NEVER,
  complaintAmount: 0,
  complaintPeople: 0,
  complaintRegions: 0,
  highestAnnualYield: null,
  firstSeenAt: null,
};

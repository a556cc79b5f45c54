import type {
  Assessment,
  EntityFacts,
  EntityKey,
  EntityRelations,
  EntityRole,
  Feed,
  FeedRecord,
  ResolvedMention,
  RiskIndex,
  Tier,
  TierCuts,
  ToldTies,
} from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { Candidate } from '@risk/resolution';
import type { AgedSignal } from '@risk/scoring';
import type { EntityMemory } from './memory/entity-memory.js';

/** A kept record with its verdict and the parties that it names. */
export interface JudgedRecord {
  readonly recordId: string;
  readonly record: FeedRecord;
  /** False when a newer version is in force: then the verdict is kept but moves nobody's index. */
  readonly current: boolean;
  /** The version that this one pushed aside. */
  readonly replaces: string | null;
  readonly assessment: Assessment;
  readonly mentions: readonly ResolvedMention[];
  readonly sample: boolean;
}

/** An entity to be founded; `handle` stands for its id until the store gives it one. */
export interface Founder {
  readonly handle: string;
  readonly identity: string;
  readonly name: string;
  readonly foldedName: string;
  readonly uscc: string | null;
  readonly provisional: boolean;
  readonly regionCode: string | null;
  readonly sample: boolean;
  readonly keys: readonly EntityKey[];
  /** What its own registration told of it in the same batch. */
  readonly address: string | null;
  readonly businessAddress: string | null;
  readonly establishedOn: string | null;
}

/** Who the founders of a batch are from now on. */
export interface Founding {
  /** Handle to id. */
  readonly idOf: ReadonlyMap<string, string>;
  /** The ids that did not exist before: until the transaction ends nobody else can see or change them. */
  readonly fresh: ReadonlySet<string>;
}

/** A record tied to an entity. */
export interface EntityLink {
  readonly recordId: string;
  readonly entityId: string;
  readonly role: EntityRole;
  readonly confidence: number;
  readonly because: string;
  readonly flags: readonly string[];
  /** Whether the record is a sample; an entity that a real record names is no sample. */
  readonly sample: boolean;
}

/** A provisional entity that turned out to be another one; the store can undo it. */
export interface EntityMerge {
  readonly memberId: string;
  readonly intoId: string;
  readonly because: string;
}

/** What a registration tells about its firm besides the signals. */
export interface EntityProfile {
  readonly entityId: string;
  readonly name: string;
  readonly regionCode: string | null;
  readonly address: string | null;
  readonly businessAddress: string | null;
  readonly establishedOn: string | null;
  readonly parentKeys: readonly EntityKey[];
  /** A kind that is told replaces what was known of it from the moment of the description on. */
  readonly ties: ToldTies;
}

/** All that an entity's index is computed from, and who it is. */
export interface EntityState {
  readonly entityId: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly regionCode: string | null;
  readonly address: string | null;
  readonly businessAddress: string | null;
  readonly feeds: readonly Feed[];
  readonly sample: boolean;
  readonly signals: readonly AgedSignal[];
  /** The strongest words of each signal, by code. */
  readonly quotes: ReadonlyMap<string, string>;
  readonly facts: EntityFacts;
  readonly formerScore: number;
  readonly formerTier: Tier;
}

/** Finds, founds, ties and merges entities; every call works on whole batches. */
export abstract class EntityStore {
  /** Entities that share a key with one of these, with the keys they share. */
  abstract candidates(tx: Transaction, keys: readonly EntityKey[]): Promise<Candidate[]>;
  /**
   * Founds entities, their keys apart; one that exists already under the same identity answers instead, untouched,
   * for nobody has locked it yet.
   */
  abstract found(tx: Transaction, founders: readonly Founder[], at: Date): Promise<Founding>;
  abstract link(tx: Transaction, links: readonly EntityLink[]): Promise<void>;
  abstract addKeys(
    tx: Transaction,
    keys: readonly { entityId: string; key: EntityKey }[],
    at: Date,
  ): Promise<void>;
  abstract merge(tx: Transaction, merges: readonly EntityMerge[], at: Date): Promise<void>;
  /** Takes a merged entity out again, for good: it is not merged into the same one a second time. */
  abstract undoMerge(tx: Transaction, memberId: string, by: string, at: Date): Promise<string[]>;
  abstract describe(tx: Transaction, profiles: readonly EntityProfile[], at: Date): Promise<void>;
  /**
   * The root of each entity and the branches that live on its signals, locked until the transaction
   * ends, in one order for all.
   */
  abstract lockRoots(tx: Transaction, entityIds: readonly string[]): Promise<string[]>;
  /** Those roots that carry a signal, their own or inherited, or have an index already: the others have none. */
  abstract suspected(tx: Transaction, rootIds: readonly string[]): Promise<string[]>;
  abstract statesOf(tx: Transaction, rootIds: readonly string[], at: Date): Promise<EntityState[]>;
}

/** An index to be kept. */
export interface IndexWrite {
  readonly entityId: string;
  readonly index: RiskIndex;
  /** What was known through others then: what has changed with them since cannot be found out later. */
  readonly relations?: EntityRelations;
  /** When the newest signal of it happened; what is kept of that stays when left out. */
  readonly evidenceAt?: Date | null;
  readonly causeId: string | null;
}

/** When what counts of an entity happened last. */
export interface LatestEvidence {
  readonly entityId: string;
  readonly evidenceAt: Date | null;
}

/** The cuts that stood from a moment on, and what they were counted from. */
export interface KeptCuts {
  readonly at: Date;
  readonly cuts: TierCuts;
  /** The version of the scoring they belong to: another one measures otherwise. */
  readonly scoring: string;
  readonly because: string;
}

/** Keeps every change of the cuts. */
export abstract class CutStore {
  /** The cuts kept last at or before a moment; null before the first. None move until the transaction ends. */
  abstract at(tx: Transaction, at: Date): Promise<KeptCuts | null>;
  /** The cuts kept last; nobody else moves them until the transaction ends. */
  abstract standing(tx: Transaction): Promise<KeptCuts | null>;
  /** Scores of all entities from `lowest` on; samples stand in line only while there is nobody real. */
  abstract scores(tx: Transaction, lowest: number): Promise<number[]>;
  abstract keep(tx: Transaction, kept: KeptCuts): Promise<void>;
  /** Entities whose score reaches a higher tier under these cuts than they were given. */
  abstract reaching(tx: Transaction, cuts: TierCuts): Promise<string[]>;
}

/** Keeps verdicts, signals and the history of indices. */
export abstract class VerdictStore {
  abstract keep(
    tx: Transaction,
    judged: readonly JudgedRecord[],
    links: readonly EntityLink[],
    at: Date,
  ): Promise<void>;
  /** Takes back the signals of versions no longer in force; answers the entities concerned. */
  abstract forget(tx: Transaction, recordIds: readonly string[]): Promise<string[]>;
  abstract saveIndices(tx: Transaction, writes: readonly IndexWrite[], at: Date): Promise<void>;
  /** Keeps when what counts happened last, also where it moved no index. */
  abstract noteEvidence(tx: Transaction, latest: readonly LatestEvidence[]): Promise<void>;
}

/** Recalls what is or was known of entities, record by record. */
export abstract class MemoryStore {
  /**
   * What was known at that moment of whom the entity was part of then, with the verdicts that stood; null for
   * nobody. What was known through others is that of the index that stood.
   */
  abstract asOf(entityId: string, at: Date): Promise<EntityMemory | null>;
  /** What is known at this moment, the present, of these roots; without verdicts, for whoever judges anew. */
  abstract inForce(rootIds: readonly string[], at: Date): Promise<EntityMemory[]>;
  /** Records as they came through the door, by id. */
  abstract records(recordIds: readonly string[]): Promise<ReadonlyMap<string, FeedRecord>>;
}

import type { Feed, FeedRecord, Reporter } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { FrontTable } from './source-book.js';

/** By which door something came in; all doors lead to the same use case. */
export type Door = 'kafka' | 'http' | 'file' | 'table' | 'desk';

/** Where exactly something came from: topic, partition and offset, or file, sheet and row. */
export type Origin = Readonly<Record<string, string | number>>;

/** One thing as it arrived, before anybody has looked inside. */
export interface RawItem {
  readonly feed: Feed;
  readonly door: Door;
  /** The original bytes; a dead letter keeps exactly these. */
  readonly bytes: Uint8Array;
  /** What a file reader made of the bytes already; absent when the bytes are the JSON. */
  readonly value?: unknown;
  readonly origin: Origin;
}

/** An item that parsed: the record without its reporter, and the reporter for the vault. */
export interface ParsedItem {
  readonly item: RawItem;
  readonly record: FeedRecord;
  readonly reporter: Reporter | null;
  /** What fields said before the reporter was hidden in them; it goes to the vault. */
  readonly original?: Readonly<Record<string, string>>;
}

/** An item that cannot be used, and why, in plain words. */
export interface RefusedItem {
  readonly item: RawItem;
  /** Source name when it could be read at all. */
  readonly source: string | null;
  readonly reason: string;
}

/** What became of a record at the door. */
export type KeptOutcome = 'stored' | 'duplicate';

export interface KeptRecord {
  readonly recordId: string;
  readonly record: FeedRecord;
  readonly outcome: KeptOutcome;
  /** False when a newer version of the same piece is already here. */
  readonly current: boolean;
  /** The version that this one replaces, if any. */
  readonly replaces: string | null;
}

/** One line of the daily identity: received = stored + duplicate + dead-lettered. */
export interface LedgerEntry {
  /** Calendar day in China. */
  readonly day: string;
  readonly source: string;
  readonly feed: Feed;
  readonly door: Door;
  readonly received: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly deadLettered: number;
  readonly at: Date;
}

/** Keeps records and dead letters, each exactly once. */
export abstract class RecordStore {
  /** Keeps records in bulk; answers in the order of `items`. */
  abstract keep(tx: Transaction, items: readonly ParsedItem[], at: Date): Promise<KeptRecord[]>;
  /** Keeps what cannot be used, sealed; answers in the order of `items`. */
  abstract bury(
    tx: Transaction,
    items: readonly RefusedItem[],
    at: Date,
  ): Promise<('buried' | 'duplicate')[]>;
  abstract count(tx: Transaction, entries: readonly LedgerEntry[]): Promise<void>;
}

/** What goes into the vault for one record. */
export interface VaultEntry {
  readonly recordId: string;
  readonly reporter: Reporter;
  readonly secret: boolean;
  readonly original?: Readonly<Record<string, string>>;
}

/** Knows reporters; outside it there is only a keyed pseudonym. */
export abstract class ReporterVault {
  /** A keyed pseudonym that is equal for the same person, or null when nothing identifies one. */
  abstract pseudonymOf(reporter: Reporter): string | null;
  abstract seal(tx: Transaction, entries: readonly VaultEntry[]): Promise<void>;
}

/** A dead letter as people see it; the bytes are shown only to who replays them. */
export interface DeadLetter {
  readonly id: string;
  readonly feed: Feed;
  readonly source: string | null;
  readonly door: Door;
  readonly origin: Origin;
  readonly reason: string;
  readonly receivedAt: Date;
  readonly replayedAt: Date | null;
}

/** A dead letter with what it holds. */
export interface OpenedLetter {
  readonly letter: DeadLetter;
  readonly bytes: Uint8Array;
  /** What a file reader made of the bytes; undefined when the bytes are the JSON. */
  readonly value: unknown;
}

export abstract class DeadLetterStore {
  abstract list(limit: number): Promise<DeadLetter[]>;
  /** Opens one letter, replayed or not; null when there is none. */
  abstract open(id: string): Promise<OpenedLetter | null>;
  /** Opens letters not yet replayed for another try, those after the given one, in the order of their ids. */
  abstract take(
    tx: Transaction,
    ids: readonly string[] | 'all',
    limit: number,
    after?: string,
  ): Promise<OpenedLetter[]>;
  abstract markReplayed(tx: Transaction, ids: readonly string[], at: Date): Promise<void>;
}

/** What the ledger says and what really lies in the tables, for one source and day. */
export interface LedgerCheck {
  readonly day: string;
  readonly source: string;
  readonly feed: Feed;
  readonly received: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly deadLettered: number;
  readonly recordsFound: number;
  readonly deadLettersFound: number;
}

export abstract class LedgerStore {
  abstract check(since: string): Promise<LedgerCheck[]>;
  /** When each source was last heard. */
  abstract lastHeard(): Promise<ReadonlyMap<string, Date>>;
  /** Opens or closes the operational warning of a source; says whether anything changed. */
  abstract warn(source: string, sentence: string | null, at: Date): Promise<boolean>;
}

/** Where a round over a front-end table ended. */
export interface FrontPosition {
  /** ISO 8601 with offset, microseconds kept. */
  readonly changedAt: string;
  readonly key: string;
}

export interface FrontRow {
  readonly cells: Readonly<Record<string, unknown>>;
  readonly position: FrontPosition;
}

/** Reads tables that other systems write, and remembers how far. */
export abstract class FrontTableStore {
  abstract cursor(source: string): Promise<FrontPosition | null>;
  /** Rows changed after the position and not after `before`, oldest first. */
  abstract changed(
    table: FrontTable,
    after: FrontPosition | null,
    before: Date,
    limit: number,
  ): Promise<FrontRow[]>;
  abstract move(source: string, to: FrontPosition, at: Date): Promise<void>;
}

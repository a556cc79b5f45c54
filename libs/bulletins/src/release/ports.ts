import type { BulletinKind, BulletinScope, BulletinState, Paper, Sheet, Sight } from '@risk/domain';
import type { Transaction } from '@risk/kit';
import type { NamedEntity } from '../sections/section.js';
import type { Content } from '../compose/composition.js';
import type { RecipientGroup } from '../policy.js';
import type {
  Bulletin,
  BulletinKey,
  BulletinStep,
  NewBulletin,
  PressedFile,
  WholeBulletin,
} from './bulletin.js';

/** What somebody looks for in the archive; null does not restrict. */
export interface ArchiveQuestion {
  readonly kind: BulletinKind | null;
  readonly scope: string | null;
  readonly state: BulletinState | null;
  /** Words that stand in its text. */
  readonly words: string | null;
  /** Older than this one. */
  readonly before: string | null;
  readonly limit: number;
  /** Whose eyes; the whole city's unless told. */
  readonly sight?: Sight;
}

/** How one recipient got an issued bulletin. */
export interface Reader {
  readonly noticeId: string;
  readonly unit: string;
  readonly unitName: string;
  readonly title: string;
  readonly channel: string;
  readonly state: string;
  readonly sentAt: Date | null;
  readonly readAt: Date | null;
}

/** A bulletin in the hands of one reader, who shows what only that reader was given. */
export interface Receipt {
  readonly bulletinId: string;
  readonly title: string;
  readonly unitName: string;
  readonly readAt: Date | null;
}

/** A series as one word. */
export const seriesKey = (kind: BulletinKind, scope: string): string => `${kind} ${scope}`;

/** Keeps editions: one each whoever composes it, never changed once it is issued. */
export abstract class BulletinStore {
  /** The end of the span of the latest edition of each series that has one, by `seriesKey`; all in one question. */
  abstract latest(samples: boolean): Promise<ReadonlyMap<string, Date>>;
  /** Keeps a draft; null when this edition is kept already, also by somebody at the same time. */
  abstract keep(tx: Transaction, bulletin: NewBulletin): Promise<Bulletin | null>;
  /** Puts what was composed anew in the place of a draft. */
  abstract replace(tx: Transaction, id: string, content: Content, at: Date): Promise<void>;
  /** Locks the edition until the transaction ends; NotFound when there is none. */
  abstract lock(tx: Transaction, id: string): Promise<WholeBulletin>;
  /** Gives a locked edition the next number of its series, or that of what it corrects; answers it. */
  abstract number(tx: Transaction, id: string): Promise<number>;
  /** Moves it and notes who did it. */
  abstract move(
    tx: Transaction,
    id: string,
    to: BulletinState,
    steps: readonly Omit<BulletinStep, 'id'>[],
  ): Promise<void>;
  /** Puts these files in the place of those that were there. */
  abstract keepFiles(tx: Transaction, id: string, files: readonly PressedFile[]): Promise<void>;
  abstract find(id: string): Promise<WholeBulletin | null>;
  abstract findKey(key: BulletinKey): Promise<WholeBulletin | null>;
  /** The latest first. */
  abstract list(question: ArchiveQuestion): Promise<Bulletin[]>;
  abstract file(id: string, name: string): Promise<PressedFile | null>;
  /** Drafts with a broken section, the oldest first. */
  abstract unfinished(limit: number): Promise<Bulletin[]>;
  abstract readersOf(id: string): Promise<Reader[]>;
  /** Null for a receipt that nobody was given. */
  abstract receiptOf(notice: string, receipt: string): Promise<Receipt | null>;
  /** Notes when it was read first, also in the unit's inbox; null for a receipt that nobody was given. */
  abstract markRead(notice: string, receipt: string, at: Date): Promise<Receipt | null>;
}

/** Makes documents of pure data; the same data make the same bytes. */
export abstract class BulletinPress {
  /** Says that something will be printed soon: who has much to open begins with it, and never fails. */
  abstract prepare(): void;
  abstract press(paper: Paper, sheets: readonly Sheet[]): Promise<PressedFile[]>;
}

/** The last gate: refuses a paper in which something of those who reported the named stands. */
export abstract class ReporterGate {
  abstract refuse(paper: Paper, named: readonly NamedEntity[]): Promise<void>;
}

/** What goes to whom when a bulletin is issued. */
export interface Dispatch {
  readonly bulletin: Bulletin;
  readonly subject: string;
  /** Plain text, as inboxes show it. */
  readonly body: string;
  readonly groups: readonly RecipientGroup[];
  readonly scope: BulletinScope;
}

/** Puts issued bulletins into the outbox, in the caller's transaction; answers how many were addressed. */
export abstract class BulletinPost {
  /** How many people these groups are at a moment. */
  abstract count(groups: readonly RecipientGroup[], scope: BulletinScope, at: Date): number;
  abstract send(tx: Transaction, dispatch: Dispatch, at: Date): Promise<number>;
}

/** Tells the operator what is wrong; null takes it back. */
export abstract class OperatorWarning {
  abstract warn(sentence: string | null, at: Date): Promise<void>;
}

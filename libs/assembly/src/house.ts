import type { DeliverNotices } from '@risk/alerting';
import type { KeptCuts, MemoryStore } from '@risk/assessment';
import type { AttachmentStore } from '@risk/cases';
import type { AdvanceEdition, DraftEdition, EditionStore } from '@risk/editions';
import type {
  DeadLetterStore,
  PollFrontTables,
  Reconcile,
  SourceBook,
  WatchSilence,
} from '@risk/intake';
import type { Clock, Log, UnitOfWork } from '@risk/kit';
import type { Meters } from '@risk/metrics';
import type { Environment } from '@risk/settings';
import type {
  Database,
  PgDeskLists,
  PgBacktests,
  PgExplanation,
  PgOverview,
  PgShadow,
  PgStrikes,
  RemovedSamples,
  ReplayPeriod,
  VaultCipher,
} from '@risk/store';
import type { BacktestEdition } from './backtest/backtest-edition.js';
import type { BacktestJobs } from './backtest/backtest-jobs.js';
import type { KeptReport } from './backtest/keep-backtest.js';
import type { BacktestReport, BacktestWish } from './backtest/run-backtest.js';
import type { AccessDesk } from './access/tie-access.js';
import type { AlertDesk } from './alert-desk.js';
import type { AuditDesk } from './audit/tie-audit.js';
import type { BulletinDesk } from './bulletins/tie-bulletins.js';
import type { CaseDesk } from './case-desk.js';
import type { CountCodes } from './drafts/code-figures.js';
import type { DraftDesk } from './drafts/draft-desk.js';
import type { RuleShelf } from './drafts/rule-shelf.js';
import type { Engines } from './compile-engines.js';
import type { JudgingFiles } from './compile-judging.js';
import type { EntityDesk } from './entities/entity-desk.js';
import type { Inlet } from './inlet.js';
import type { IntakeDesk } from './intake/tie-intake.js';
import type { KeepWithinCapacity } from './keep-within-capacity.js';
import type { LetterDesk } from './letter-desk.js';
import type { NoteDebuts } from './note-debuts.js';
import type { PastVersions } from './past-versions.js';
import type { BatchPath, ProcessBatch } from './process-batch.js';
import type { RefreshIndices } from './refresh-indices.js';
import type { ReplayDeadLetters } from './replay-dead-letters.js';
import type { RunShadows } from './run-shadows.js';
import type { NoticeDesk } from './tie-delivery.js';
import type { WorkDesk } from './tie-desk.js';
import type { VaultDesk } from './vault-desk.js';
import type { TellSituation } from './situation.js';
import type { TipDesk } from './tie-tips.js';
import type { WatchLicences } from './watch-licences.js';

/** Something that can be asked whether it works; answers what is missing, or null. */
export type Probe = () => Promise<string | null> | string | null;

/** All that the doors need, tied once: an app takes it and opens its doors on it. */
export abstract class House {
  abstract readonly environment: Environment;
  abstract readonly clock: Clock;
  abstract readonly log: Log;
  abstract readonly engines: Engines;
  abstract readonly sources: SourceBook;
  /** What senders of data need to know. */
  abstract readonly documents: { readonly asyncapi: unknown };
  abstract readonly database: Database;
  abstract readonly cipher: VaultCipher;
  abstract readonly work: UnitOfWork;
  /** What this process counts of itself. */
  abstract readonly meters: Meters;
  abstract readonly inlet: Inlet;
  abstract readonly process: BatchPath;
  abstract readonly replay: ReplayDeadLetters;
  abstract readonly deadLetters: DeadLetterStore;
  /** What comes in by people's hands, and how the sources stand. */
  abstract readonly intake: IntakeDesk;
  /** How notices leave, and what became of them. */
  abstract readonly notices: NoticeDesk;
  /** Bulletins: made, looked at, released, corrected and read. */
  abstract readonly bulletins: BulletinDesk;
  /** Where people reach the house; the server that listens fills it in unless RISK_URL did. */
  abstract address: string | null;
  abstract readonly deliver: DeliverNotices;
  abstract readonly reconcile: Reconcile;
  abstract readonly watchSilence: WatchSilence;
  abstract readonly watchLicences: WatchLicences;
  abstract readonly keepWithinCapacity: KeepWithinCapacity;
  abstract readonly pollTables: PollFrontTables;
  abstract readonly refreshIndices: RefreshIndices;
  abstract readonly noteDebuts: NoteDebuts;
  /** Editions of the rules: what there is, how one is drafted, how it goes on. */
  abstract readonly editions: {
    readonly store: EditionStore;
    readonly draft: DraftEdition;
    readonly advance: AdvanceEdition;
    readonly backtest: BacktestEdition;
    readonly shadows: RunShadows;
    readonly shadow: PgShadow;
    /** Drafts in the making: checked, tried, compared, kept. */
    readonly drafts: DraftDesk;
    /** Rules and words in force, and what they were. */
    readonly shelf: RuleShelf;
    /** Backtests that run, and what those found that ended. */
    readonly jobs: BacktestJobs;
    readonly backtests: PgBacktests<KeptReport>;
  };
  /** Where rules and words struck, and how often they were right. */
  abstract readonly strikes: PgStrikes;
  abstract readonly figures: CountCodes;
  /** What entities were known for at any moment, and any version that ever judged. */
  abstract readonly memory: MemoryStore;
  abstract readonly past: PastVersions;
  /** The cuts kept last at a moment. */
  abstract cutsAt(at: Date): Promise<KeptCuts | null>;
  /** Replays stored records through the versions in force and other rules, scoring or lexicon. */
  abstract backtest(
    candidate: Partial<JudgingFiles>,
    period: ReplayPeriod,
    onProgress: BacktestWish['onProgress'],
  ): Promise<BacktestReport>;
  /** Who comes in, as whom, and what they may see. */
  abstract readonly access: AccessDesk;
  abstract readonly overview: PgOverview;
  /** How the city stands, at a glance. */
  abstract readonly situation: TellSituation;
  abstract readonly explanation: PgExplanation;
  /** Where people look entities up and read what is and was known of them. */
  abstract readonly entities: EntityDesk;
  /** Where people work on alerts, and what the clock does with them. */
  abstract readonly alerts: AlertDesk;
  abstract readonly cases: CaseDesk;
  /** Verification, hand-over, joint meeting and the ledger of units. */
  abstract readonly desk: WorkDesk;
  /** Letters, credit records, and files that come in. */
  abstract readonly letters: LetterDesk;
  /** The lists at the desks of units and of the office. */
  abstract readonly deskLists: PgDeskLists;
  abstract readonly vault: VaultDesk;
  /** What citizens report, and how they follow it. */
  abstract readonly tips: TipDesk;
  /** What was done and tried, by whom, in a trail that shows each change of it. */
  abstract readonly audit: AuditDesk;
  /** Files that officials put beside alerts. */
  abstract readonly attachments: AttachmentStore;
  /** Where e-mails lie when no mail server is given; null when they are really sent. */
  abstract readonly mailFolder: string | null;
  /** The name of a region; unbound, so that pages may take it along. */
  abstract readonly regionName: (code: string | null) => string;
  /** What keeps the house from working now; empty when all is well. */
  abstract missing(): Promise<string[]>;
  /** Adds a part whose health counts. */
  abstract watch(probe: Probe): void;
  /** The same path of a batch at another time; stories are played with it. */
  abstract processAt(clock: Clock): ProcessBatch;
  abstract removeSamples(): Promise<RemovedSamples>;
  abstract close(): Promise<void>;
}

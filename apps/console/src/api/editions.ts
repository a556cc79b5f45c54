import type { AnyTier, ToldPart } from './rules.js';

export type Stage = 'draft' | 'tested' | 'shadow' | 'in-force' | 'retired' | 'withdrawn';
export type StepKind =
  'drafted' | 'backtested' | 'shadowed' | 'published' | 'rolled-back' | 'withdrawn';

interface EditionHead {
  readonly id: string;
  readonly rules: string;
  readonly scoring: string;
  /** Null where the words are those of the configuration folder. */
  readonly lexicon: string | null;
  readonly origin: 'folder' | 'person';
  readonly title: string;
  readonly draftedBy: string;
  readonly draftedAt: string;
  readonly inForce: boolean;
  readonly stage: Stage;
}

/** A line of GET /api/editions. */
export interface EditionLine extends EditionHead {
  readonly steps: readonly {
    readonly kind: StepKind;
    readonly by: string;
    readonly because: string;
    readonly at: string;
  }[];
}

/** The answer of GET /api/editions/:id/life. */
export interface EditionLife extends EditionHead {
  readonly stageTitle: string;
  readonly steps: readonly {
    readonly kind: StepKind;
    readonly title: string;
    readonly by: string;
    readonly because: string;
    readonly at: string;
    readonly isUrgent: boolean;
  }[];
  /** Why whoever asks may not take a step now; null where it may be taken. */
  readonly refusals: readonly { readonly kind: StepKind; readonly says: string | null }[];
  /** Why it may not even be published as urgent. */
  readonly urgent: string | null;
  readonly shadowUntil: string | null;
}

/** A rule, or words, that two editions have otherwise. */
export interface Difference {
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: 'added' | 'removed' | 'changed';
    readonly parts: readonly ToldPart[];
  }[];
  readonly words: readonly {
    readonly list: string;
    readonly title: string;
    readonly added: readonly string[];
    readonly removed: readonly string[];
  }[];
  readonly isScoringOther: boolean;
}

/** A rule as it is edited. */
export interface RuleEdit {
  readonly id: string;
  readonly file: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly when: string;
  readonly examples: string;
}

/** Words that come to a list and leave it. */
export interface WordChange {
  readonly list: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Everything that a draft changes; what POST /api/drafts/check takes. */
export interface Changes {
  readonly base: string;
  readonly rules: readonly RuleEdit[];
  readonly removed: readonly string[];
  readonly words: readonly WordChange[];
}

/** Something that is wrong in a draft. */
export interface DraftProblem {
  readonly rule: string | null;
  readonly list: string | null;
  readonly part: string;
  readonly line: number | null;
  readonly says: string;
}

/** The answer of POST /api/drafts/check. */
export interface DraftReport {
  readonly versions: { readonly rules: string } | null;
  readonly problems: readonly DraftProblem[];
  readonly examples: readonly {
    readonly rule: string;
    readonly index: number;
    readonly note: string;
    readonly expected: 'fires' | 'silent';
    readonly passed: boolean;
    readonly says: string;
  }[];
  readonly remarks: readonly string[];
  readonly difference: Difference;
}

interface Pair {
  readonly base: number;
  readonly candidate: number;
}

export type CourseChange = 'new' | 'dropped' | 'higher' | 'lower' | 'earlier' | 'later' | 'same';

/** A backtest that runs, or ran in this process. */
export interface BacktestJob {
  readonly by: string;
  readonly startedAt: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly of: number;
  readonly what: string;
  readonly problem: string | null;
}

/** The answer of GET /api/editions/:id/backtest. */
export interface BacktestState {
  readonly job: BacktestJob | null;
  readonly last: {
    readonly id: string;
    readonly by: string;
    readonly at: string;
    readonly report: {
      readonly period: { readonly from: string; readonly to: string };
      readonly records: number;
      readonly moved: number;
      readonly suspected: number;
      readonly changedEntities: number;
      readonly tiers: Readonly<Record<AnyTier, Pair>>;
      readonly entities: Readonly<Record<CourseChange, number>>;
      readonly codes: readonly (Pair & { readonly code: string })[];
    };
  } | null;
}

/** A line of GET /api/editions/:id/backtest/changes. */
export interface BacktestChange {
  readonly entityId: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly change: string;
  readonly tierBase: AnyTier;
  readonly tierCandidate: AnyTier;
  readonly scoreBase: number;
  readonly scoreCandidate: number;
  readonly firstBase: string | null;
  readonly firstCandidate: string | null;
  readonly because: string;
}

/** The answer of GET /api/editions/:id/shadow. */
export interface ShadowState {
  readonly progress: {
    readonly records: number;
    readonly seenUntil: string;
    readonly entities: number;
  } | null;
  readonly differences: readonly {
    readonly entityId: string;
    readonly name: string;
    readonly at: string;
    readonly score: number;
    readonly tier: AnyTier;
    readonly scoreNow: number;
    readonly tierNow: AnyTier;
  }[];
}

/** The question about as many editions as anybody chooses from, the latest first. */
export const ALL_EDITIONS = 'editions?limit=200';

import type { Dimension, Element, Feed } from './codes.js';
import type { AnyTier } from '../shown/tier.js';
import type { Listed } from './listed.js';

/** What a rule looks at: records of a feed, or entities as a whole. */
export type Subject = Feed | 'entity';
export type { AnyTier };

/** What a rule rests on, and from when to when. */
export interface RuleSource {
  readonly law: string;
  readonly article?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** How often something was right among the alerts to which it contributed, with the interval of 95 in 100. */
export interface Precision {
  readonly value: number | null;
  readonly n: number;
  readonly low: number;
  readonly high: number;
  readonly alerts: number;
  readonly confirmed: number;
  readonly refuted: number;
  readonly undecided: number;
}

/** What a rule or a list of words did lately in the whole city. */
export interface Struck {
  /** Null while nobody has counted yet. */
  readonly records: number | null;
  readonly entities: number | null;
  readonly precision: Precision | null;
}

interface RuleHead {
  readonly id: string;
  readonly title: string;
  readonly feed: Subject;
  readonly file: string;
  readonly dimension: Dimension;
  readonly weight: number;
  readonly halfLifeDays: number | null;
  readonly elements: readonly Element[];
  readonly scheme: string | null;
  readonly sources: readonly RuleSource[];
}

/** A line of GET /api/rules. */
export interface RuleRow extends RuleHead, Struck {
  readonly examples: number;
}

/** A list with the moment at which its figures were counted. */
export interface Counted<Row> extends Listed<Row> {
  /** Null while nobody has counted yet. */
  readonly countedAt: string | null;
  /** The outcomes are those of the sample city. */
  readonly isSample: boolean;
}

/** A condition tree in words. */
export interface Description {
  readonly joins: 'question' | 'all' | 'any' | 'some' | 'not';
  readonly says: string;
  readonly parts: readonly Description[];
}

/** A case written beside a rule. */
export interface RuleExample {
  readonly note?: string | undefined;
  readonly given: {
    readonly record: Readonly<Record<string, unknown>>;
    readonly entity?: Readonly<Record<string, unknown>> | undefined;
    readonly hits: Readonly<Record<string, string | readonly string[]>>;
    readonly annualYieldPercent: number | null;
    readonly signals: readonly {
      readonly code: string;
      readonly daysAgo: number;
      readonly times: number;
      readonly persons: number;
    }[];
  };
  readonly expect: 'fires' | 'silent';
}

/** A part of a rule as it was and is. */
export interface ToldPart {
  readonly name: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** How a rule stood in an edition. */
export interface RuleMoment {
  readonly editionId: string;
  readonly title: string;
  readonly by: string;
  readonly at: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly parts: readonly ToldPart[];
}

/** The answer of GET /api/rules/:id. */
export interface WholeRule extends RuleHead, Struck {
  readonly because: string;
  readonly asks: Description | null;
  readonly examples: readonly RuleExample[];
  readonly yaml: { readonly when: string; readonly examples: string };
  readonly history: readonly RuleMoment[];
  readonly countedAt: string | null;
  readonly isSample: boolean;
}

/** A record in which a code struck. */
export interface StrikeLine {
  readonly recordId: string;
  readonly feed: Feed;
  readonly source: string;
  readonly occurredAt: string;
  readonly entityId: string;
  readonly name: string;
  readonly score: number | null;
  readonly tier: AnyTier | null;
  readonly sample: boolean;
}

/** An alert to which a code contributed. */
export interface StruckAlert {
  readonly id: string;
  readonly name: string;
  readonly tier: AnyTier;
  readonly stage: string;
  readonly raisedAt: string;
  readonly sample: boolean;
}

export type WordKind = 'code' | 'compound' | 'allow' | 'cue';

/** What a code of the lexicon means. */
export interface WordMeaning {
  readonly scheme: string | null;
  readonly elements: readonly Element[];
  readonly dimension: Dimension;
  readonly weight: number;
  readonly halfLifeDays: number | null;
  readonly policy: 'plain' | 'disguised' | 'certain' | null;
  readonly fields: readonly string[] | null;
}

interface WordHead {
  readonly id: string;
  readonly kind: WordKind;
  readonly file: string;
  readonly title: string;
  readonly source: string;
  readonly meaning: WordMeaning | null;
}

/** A line of GET /api/lexicon. */
export interface WordRow extends WordHead, Struck {
  readonly words: number;
  readonly matched: readonly string[];
}

/** The answer of GET /api/lexicon/:id. */
export interface WholeWords extends WordHead, Struck {
  readonly words: readonly {
    readonly term: string;
    readonly flags: Readonly<Record<string, unknown>>;
  }[];
  readonly cue: {
    readonly kind: string;
    readonly scope: 'after' | 'before';
    readonly window: number;
    readonly stops: string;
  } | null;
  readonly compound: {
    readonly of: readonly (readonly string[])[];
    readonly atLeast?: number | undefined;
    readonly within: string | number;
    readonly without?: readonly string[] | undefined;
  } | null;
  readonly countedAt: string | null;
  readonly isSample: boolean;
}

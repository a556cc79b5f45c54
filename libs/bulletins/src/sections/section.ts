import type { Block, BulletinKind, Feed, Sheet, Span } from '@risk/domain';
import type { DossierSource } from '../dossier.js';
import type { BulletinSource, Question } from '../source.js';
import type { Thresholds } from '../thresholds.js';

/** A stretch of time to compare with. */
export interface Comparison {
  /** 上一日, 上周同期, 上年同期 … */
  readonly label: string;
  readonly span: Span;
}

/** All that is asked for one bulletin. */
export interface Ask extends Question {
  readonly kind: BulletinKind;
  readonly thresholds: Thresholds;
  readonly comparisons: readonly Comparison[];
}

/** A figure that the summary, a correction and the archive speak of. */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

/** What a section says. */
export interface Written {
  readonly blocks: readonly Block[];
  /** One sentence for the summary; null when nothing is worth one. */
  readonly lead: string | null;
  readonly figures: readonly Figure[];
  readonly sheets: readonly Sheet[];
  /** Whether anything happened that it tells of. */
  readonly isQuiet: boolean;
  /** Entities that it names: the last gate looks whether somebody who reported them stands in it. */
  readonly named: readonly NamedEntity[];
}

export interface NamedEntity {
  readonly entityId: string;
  readonly name: string;
}

/** How units, regions, sources and reasons are called, and what must not be said of people. */
export abstract class CityWords {
  abstract unitName(code: string): string;
  abstract regionName(code: string | null): string;
  abstract sourceTitle(source: string): string;
  /** What a reason is called without the words of whoever said it; null when nothing bears the code. */
  abstract reasonTitle(code: string): string | null;
  /** Whether a rule about whole entities says so: its words may count complaints. */
  abstract isAboutWhole(code: string): boolean;
  /** Takes out what identifies a person. */
  abstract mask(text: string): string;
}

/** A source that is expected to speak. */
export interface ExpectedSource {
  readonly source: string;
  readonly feed: Feed;
}

/** Which sources are expected, and whether one is silent for too long; tied to the watch over feeds. */
export abstract class FeedWatch {
  abstract expected(samples: boolean): readonly ExpectedSource[];
  /** One sentence when the source was silent for too long at a moment, else null. */
  abstract silenceOf(source: string, heardAt: Date, at: Date): string | null;
}

/** Days of China, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A measure with how it is to be read. */
export interface Measure {
  readonly label: string;
  /** Already in words: `82.4%（17/20，95% 区间 58%—94%）`, or that nothing is known. */
  readonly value: string;
}

/** What outcomes say about the alerts of a period; tied to the measures of cases. */
export abstract class OutcomeMeasures {
  abstract of(days: Days, asOf: Date, samples: boolean): Promise<readonly Measure[]>;
}

/** A table of what units did; tied to the ledger of cases. */
export interface LedgerTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly notes: readonly string[];
}

export abstract class UnitLedgers {
  /** Of one unit, or of all with null. */
  abstract of(days: Days, asOf: Date, samples: boolean, unit: string | null): Promise<LedgerTable>;
}

/** What a rule rests on, and from which to which day of China, both included; null is open. */
export interface LawBasis {
  readonly code: string;
  /** What the rule is called. */
  readonly title: string;
  readonly law: string;
  readonly article: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}

/** Yuan and people that somebody speaks of; null is not known. */
export interface ClaimedSums {
  readonly amount: number | null;
  readonly people: number | null;
  readonly losses: number | null;
}

/** What the law says; tied to the compiled rules and to the thresholds of cases. */
export abstract class LawBook {
  /**
   * Every basis of the rules of these codes, also what is not in force yet or any more, so that a report can
   * say so; none for a code that is no rule.
   */
  abstract basesOf(codes: readonly string[]): readonly LawBasis[];
  /** One sentence for each threshold that these sums would reach were they true. */
  abstract reachedBy(sums: ClaimedSums): readonly string[];
}

/** Everything that sections read from. */
export interface Readings {
  readonly source: BulletinSource;
  readonly dossiers: DossierSource;
  readonly laws: LawBook;
  readonly feeds: FeedWatch;
  readonly outcomes: OutcomeMeasures;
  readonly ledgers: UnitLedgers;
}

/** One part of a bulletin: reads its facts, and writes them. */
export interface Section {
  readonly title: string;
  compose(readings: Readings, ask: Ask, words: CityWords): Promise<Written>;
}

/** A section out of what it reads and how that is written. */
export const section = <Facts>(
  title: string,
  read: (readings: Readings, ask: Ask) => Promise<Facts>,
  write: (facts: Facts, ask: Ask, words: CityWords) => Written,
): Section => ({
  title,
  compose: async (readings, ask, words) => write(await read(readings, ask), ask, words),
});

import type {
  AlertStage,
  BulletinScope,
  DutyKind,
  Feed,
  OutcomeVerdict,
  Scheme,
  Span,
  Tier,
} from '@risk/domain';

/** What is asked about a stretch of time. Everything is answered as it was known at `span.until`. */
export interface Question {
  readonly scope: BulletinScope;
  readonly span: Span;
  /**
   * Of a correction: until when people's findings are known; what they entered in the span is told as it was
   * put right until then. Else the end of the span.
   */
  readonly knownAt?: Date | undefined;
  /** Samples only, or everything but samples: the two are never mixed. */
  readonly samples: boolean;
}

/** What came in from one source. */
export interface FeedLine {
  readonly source: string;
  readonly feed: Feed;
  /** Records kept, first versions and changes alike. */
  readonly received: number;
  /** Of them those that happened longer ago than `lateAfterHours` before they came. */
  readonly late: number;
  readonly deadLettered: number;
  /** When it was heard last before the end of the span; null when never. */
  readonly lastHeardAt: Date | null;
}

/** One reason why an alert stands. */
export interface AlertReason {
  readonly code: string;
  readonly because: string;
  /** True when no complaint says so: then its words may be quoted. */
  readonly isPublic: boolean;
}

/** An alert as it stood at the end of the span. */
export interface AlertLine {
  readonly alertId: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly uscc: string | null;
  readonly regionCode: string | null;
  readonly scheme: Scheme;
  /** The tier that counted: a person's where one stood. */
  readonly tier: Tier;
  readonly byPerson: boolean;
  readonly score: number;
  readonly stage: AlertStage;
  /** The unit in the lead; null when nobody was told yet. */
  readonly lead: string | null;
  readonly raisedAt: Date;
  /** Strongest first, at most five. */
  readonly reasons: readonly AlertReason[];
}

/** How many of a list, from the first on, more is found out about than what is counted. */
export interface AlertDepth {
  /** These come with code, lead and reasons; the rest without any, also where there are some. */
  readonly told: number;
  /** Of these it is found out which reasons are public; of the rest no words may be told. */
  readonly quoted: number;
}

/** A tier that moved. */
export interface TierMove {
  readonly alertId: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly regionCode: string | null;
  readonly from: Tier;
  readonly to: Tier;
  readonly byPerson: boolean;
  readonly at: Date;
}

/** An index that rose, or an entity that got its first one. */
export interface Riser {
  readonly entityId: string;
  readonly entityName: string;
  readonly regionCode: string | null;
  /** Null when there was none before the span. */
  readonly before: number | null;
  readonly after: number;
  readonly tier: Tier;
}

/** A return that an advertisement or another public record promises. */
export interface PromisedYield {
  readonly entityId: string;
  readonly entityName: string;
  readonly regionCode: string | null;
  /** Per cent a year. */
  readonly percent: number;
  readonly feed: Feed;
  readonly source: string;
  readonly at: Date;
}

/** Who was complained of; counts are bare here and are made harmless before they are shown. */
export interface Complained {
  readonly entityId: string;
  readonly entityName: string;
  readonly regionCode: string | null;
  readonly complaints: number;
  /** Different reporters by pseudonym; complaints of nobody known count one each. */
  readonly complainants: number;
}

/** What one unit owed at the end of the span. */
export interface OwingUnit {
  readonly unit: string;
  readonly unacknowledged: number;
  readonly unanswered: number;
  /** Everything whose time was over, paused ones left out. */
  readonly overdue: number;
  /** The deadline that passed first; null when nothing is overdue. */
  readonly overdueSince: Date | null;
}

/** One overdue duty at the end of the span. */
export interface OverdueDuty {
  readonly unit: string;
  readonly kind: DutyKind;
  readonly alertId: string | null;
  readonly entityId: string | null;
  readonly entityName: string | null;
  readonly tier: Tier | null;
  readonly dueAt: Date;
  /** Rungs of the ladder that it was carried up. */
  readonly rung: number;
}

/** A hand-over to public security, or its answer, in the span. */
export interface HandOverLine {
  readonly alertId: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly regionCode: string | null;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  /** The latest answer known at the end of the span. */
  readonly answer: 'filed' | 'declined' | 'material' | null;
  readonly answeredAt: Date | null;
}

/** An outcome that people entered in the span. */
export interface OutcomeLine {
  readonly entityId: string;
  readonly entityName: string;
  readonly regionCode: string | null;
  readonly verdict: OutcomeVerdict;
  readonly scheme: Scheme | null;
  readonly losses: number | null;
  readonly people: number | null;
  readonly at: Date;
}

/** What happened in one stretch of time, counted. */
export interface SpanFigures {
  readonly records: Readonly<Record<Feed, number>>;
  /** New alerts by the tier that they had at the end of the span. */
  readonly raised: Readonly<Partial<Record<Tier, number>>>;
  /** As in `moves`: not of alerts raised in the same span, which show where they came to. */
  readonly upgraded: number;
  readonly lowered: number;
  readonly handedOver: number;
  /** Outcomes entered in the span, as they were in force at its end. */
  readonly confirmed: number;
  readonly refuted: number;
}

/** Counts by the open alerts at the end of the span. */
export interface OpenCount {
  readonly regionCode: string | null;
  readonly scheme: Scheme;
  readonly tier: Tier;
  readonly alerts: number;
}

/** Reads what bulletins tell; bounded questions, each in one statement, none changes anything. */
export abstract class BulletinSource {
  /** Whether anything but samples was received before a moment. */
  abstract hasReal(until: Date): Promise<boolean>;
  /** When the first record was received; null when none was. Comparison with a time before it says nothing. */
  abstract begunAt(samples: boolean): Promise<Date | null>;
  /** Every source that was heard before the end of the span, in the order of source names. */
  abstract feeds(question: Question, lateAfterHours: number): Promise<FeedLine[]>;
  /** Alerts raised in the span, the most urgent first; all of them in full when no depth is given. */
  abstract raised(question: Question, limit: number, depth?: AlertDepth): Promise<AlertLine[]>;
  /** Open alerts at the end of the span, counted. */
  abstract open(question: Question): Promise<OpenCount[]>;
  /** Upgrades and downgrades in the span, the oldest first; not those of alerts raised in the same span. */
  abstract moves(question: Question, limit: number): Promise<TierMove[]>;
  /** Whose index rose most over the span, the steepest first. */
  abstract risers(question: Question, limit: number): Promise<Riser[]>;
  /** The highest promised returns received in the span, from `atLeast` per cent; one line an entity. */
  abstract yields(question: Question, atLeast: number, limit: number): Promise<PromisedYield[]>;
  /** Who was complained of most in the span. */
  abstract complained(question: Question, limit: number): Promise<Complained[]>;
  /** Units that owed something at the end of the span, by code. */
  abstract owing(question: Question): Promise<OwingUnit[]>;
  /** The longest overdue first. */
  abstract overdue(question: Question, limit: number): Promise<OverdueDuty[]>;
  /** Hand-overs made or answered in the span, the oldest first. */
  abstract handOvers(question: Question, limit: number): Promise<HandOverLine[]>;
  /** The oldest first. */
  abstract outcomes(question: Question, limit: number): Promise<OutcomeLine[]>;
  /** Figures of each of several spans, in their order; all in one round trip. */
  abstract figures(
    question: Omit<Question, 'span'>,
    spans: readonly Span[],
  ): Promise<SpanFigures[]>;
  /** Alerts raised on each of the days of China that end with `until`, by tier; for the picture of a trend. */
  abstract trend(
    question: Question,
    days: number,
  ): Promise<{ readonly day: string; readonly raised: Readonly<Partial<Record<Tier, number>>> }[]>;
}

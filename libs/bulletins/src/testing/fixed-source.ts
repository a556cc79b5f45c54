import { SilentLog, type Log } from '@risk/kit';
import { ComposeBulletin } from '../compose/compose-bulletin.js';
import type { Composition } from '../compose/composition.js';
import {
  BulletinSource,
  type AlertDepth,
  type AlertLine,
  type Complained,
  type FeedLine,
  type HandOverLine,
  type OpenCount,
  type OutcomeLine,
  type OverdueDuty,
  type OwingUnit,
  type PromisedYield,
  type Question,
  type Riser,
  type SpanFigures,
  type TierMove,
} from '../source.js';
import {
  FeedWatch,
  OutcomeMeasures,
  UnitLedgers,
  type Ask,
  type Days,
  type ExpectedSource,
  type LedgerTable,
  type Measure,
  type Readings,
  type Section,
  type Written,
} from '../sections/section.js';
import { A_STRANGER, anAsk, at, FewLaws, OneDossier, PlainWords } from './a-dossier.js';

const NO_FIGURES: SpanFigures = {
  records: { registration: 0, complaint: 0, advertisement: 0 },
  raised: {},
  ...{ upgraded: 0, lowered: 0, handedOver: 0, confirmed: 0, refuted: 0 },
};

const UNTOLD = { uscc: null, lead: null, reasons: [] } as const;

/** What each question is answered with; what is not given is answered with nothing. */
export interface FixedAnswers {
  readonly hasReal: boolean;
  readonly begunAt: Date | null;
  readonly feeds: readonly FeedLine[];
  readonly raised: readonly AlertLine[];
  readonly open: readonly OpenCount[];
  readonly moves: readonly TierMove[];
  readonly risers: readonly Riser[];
  readonly yields: readonly PromisedYield[];
  readonly complained: readonly Complained[];
  readonly owing: readonly OwingUnit[];
  readonly overdue: readonly OverdueDuty[];
  readonly handOvers: readonly HandOverLine[];
  readonly outcomes: readonly OutcomeLine[];
  /** The first for the first span that is asked of, and so on. */
  readonly figures: readonly SpanFigures[];
  readonly trend: Awaited<ReturnType<BulletinSource['trend']>>;
}

/** Answers what it was given, whatever the question; a test changes `answers` to let time pass. */
export class FixedSource extends BulletinSource {
  answers: Partial<FixedAnswers>;
  readonly asked: Question[] = [];
  /** Answers are refused with this. */
  failing: Error | null = null;

  constructor(answers: Partial<FixedAnswers> = {}) {
    super();
    this.answers = answers;
  }

  hasReal = (): Promise<boolean> => Promise.resolve(this.answers.hasReal ?? true);
  begunAt = (): Promise<Date | null> =>
    Promise.resolve(
      this.answers.begunAt === undefined ? at('2026-01-01T00:00') : this.answers.begunAt,
    );
  feeds = (question: Question): Promise<FeedLine[]> => this.of(question, this.answers.feeds);
  raised = (question: Question, limit: number, depth?: AlertDepth): Promise<AlertLine[]> =>
    this.of(
      question,
      this.answers.raised
        ?.slice(0, limit)
        .map((line, at) => (depth && at >= depth.told ? { ...line, ...UNTOLD } : line)),
    );
  open = (question: Question): Promise<OpenCount[]> => this.of(question, this.answers.open);
  moves = (question: Question, limit: number): Promise<TierMove[]> =>
    this.of(question, this.answers.moves?.slice(0, limit));
  risers = (question: Question, limit: number): Promise<Riser[]> =>
    this.of(question, this.answers.risers?.slice(0, limit));
  yields = (question: Question, atLeast: number, limit: number): Promise<PromisedYield[]> =>
    this.of(
      question,
      this.answers.yields?.filter(({ percent }) => percent >= atLeast).slice(0, limit),
    );
  complained = (question: Question, limit: number): Promise<Complained[]> =>
    this.of(question, this.answers.complained?.slice(0, limit));
  owing = (question: Question): Promise<OwingUnit[]> => this.of(question, this.answers.owing);
  overdue = (question: Question, limit: number): Promise<OverdueDuty[]> =>
    this.of(question, this.answers.overdue?.slice(0, limit));
  handOvers = (question: Question, limit: number): Promise<HandOverLine[]> =>
    this.of(question, this.answers.handOvers?.slice(0, limit));
  outcomes = (question: Question, limit: number): Promise<OutcomeLine[]> =>
    this.of(question, this.answers.outcomes?.slice(0, limit));
  figures = (
    question: Omit<Question, 'span'>,
    spans: readonly Question['span'][],
  ): Promise<SpanFigures[]> =>
    Promise.all(
      spans.map(async (span, nth) => {
        await this.of({ ...question, span }, []);
        return this.answers.figures?.[nth] ?? NO_FIGURES;
      }),
    );
  trend = (question: Question): Promise<FixedAnswers['trend']> =>
    this.of(question, this.answers.trend);

  private of<T>(question: Question, answer: readonly T[] = []): Promise<T[]> {
    this.asked.push(question);
    return this.failing ? Promise.reject(this.failing) : Promise.resolve([...answer]);
  }
}

/** A daily of the whole city. */
export const aDailyAsk = (more: Partial<Ask> = {}): Ask =>
  anAsk({
    kind: 'daily',
    scope: { kind: 'city' },
    span: { since: at('2026-11-24T08:30'), until: at('2026-11-25T08:30') },
    ...more,
  });

const AN_HOUR_BEFORE = at('2026-11-25T07:30');

export const aFeedLine = (more: Partial<FeedLine> = {}): FeedLine => ({
  ...{ source: 'scj', feed: 'registration', received: 10, late: 0, deadLettered: 0 },
  lastHeardAt: AN_HOUR_BEFORE,
  ...more,
});

export const anAlertLine = (more: Partial<AlertLine> = {}): AlertLine => ({
  ...{ alertId: '31', entityId: '7', entityName: '甲投资', uscc: '91431000MA4L000017' },
  ...{ regionCode: '431002', scheme: 'illegal-fundraising', tier: 'orange', byPerson: false },
  ...{ score: 72.26, stage: 'raised', lead: 'jrb', raisedAt: AN_HOUR_BEFORE },
  reasons: [{ code: 'AD-GUARANTEE', because: '广告承诺保本', isPublic: true }],
  ...more,
});

export const aMove = (more: Partial<TierMove> = {}): TierMove => ({
  ...{
    alertId: '31',
    entityId: '7',
    entityName: '甲投资',
    regionCode: '431002',
    from: 'yellow',
    to: 'red',
  },
  ...{ byPerson: false, at: AN_HOUR_BEFORE },
  ...more,
});

export const aRiser = (more: Partial<Riser> = {}): Riser => ({
  ...{ entityId: '7', entityName: '甲投资', regionCode: '431002', before: 40, after: 55.54 },
  tier: 'yellow',
  ...more,
});

export const aYield = (more: Partial<PromisedYield> = {}): PromisedYield => ({
  ...{
    entityId: '7',
    entityName: '甲投资',
    regionCode: '431002',
    percent: 18.256,
    feed: 'advertisement',
  },
  ...{ source: 'ads', at: AN_HOUR_BEFORE },
  ...more,
});

export const aComplained = (more: Partial<Complained> = {}): Complained => ({
  ...{ entityId: '7', entityName: '甲投资', regionCode: '431002' },
  ...{ complaints: 9, complainants: 6 },
  ...more,
});

export const anOwing = (more: Partial<OwingUnit> = {}): OwingUnit => ({
  ...{ unit: 'jrb', unacknowledged: 2, unanswered: 1, overdue: 0, overdueSince: null },
  ...more,
});

export const anOverdue = (more: Partial<OverdueDuty> = {}): OverdueDuty => ({
  ...{
    unit: 'jrb',
    kind: 'acknowledge',
    alertId: '31',
    entityId: '7',
    entityName: '甲投资',
    tier: 'red',
  },
  ...{ dueAt: AN_HOUR_BEFORE, rung: 0 },
  ...more,
});

export const aHandOver = (more: Partial<HandOverLine> = {}): HandOverLine => ({
  ...{
    alertId: '31',
    entityId: '7',
    entityName: '甲投资',
    regionCode: '431002',
    from: 'jrb',
    to: 'gaj',
  },
  ...{ at: AN_HOUR_BEFORE, answer: null, answeredAt: null },
  ...more,
});

export const anOutcome = (more: Partial<OutcomeLine> = {}): OutcomeLine => ({
  ...{ entityId: '7', entityName: '甲投资', regionCode: '431002', verdict: 'confirmed' },
  ...{ scheme: 'illegal-fundraising', losses: 1_234_500, people: 40, at: AN_HOUR_BEFORE },
  ...more,
});

export const figuresOf = (more: Partial<SpanFigures> = {}): SpanFigures => ({
  ...NO_FIGURES,
  ...more,
});

/** Expects these sources, and finds these silent. */
export class FixedWatch extends FeedWatch {
  constructor(
    private readonly sources: readonly ExpectedSource[] = [],
    private readonly silences: Readonly<Record<string, string>> = {},
  ) {
    super();
  }

  expected(): readonly ExpectedSource[] {
    return this.sources;
  }

  silenceOf(source: string): string | null {
    return this.silences[source] ?? null;
  }
}

/** Answers these measures, and remembers of which days they were asked. */
export class FixedMeasures extends OutcomeMeasures {
  readonly asked: Days[] = [];

  constructor(private readonly measures: readonly Measure[] = []) {
    super();
  }

  of(days: Days): Promise<readonly Measure[]> {
    this.asked.push(days);
    return Promise.resolve(this.measures);
  }
}

/** Answers this table, and remembers of which unit it was asked. */
export class FixedLedgers extends UnitLedgers {
  readonly asked: (string | null)[] = [];

  constructor(private readonly table: LedgerTable = { head: [], rows: [], notes: [] }) {
    super();
  }

  of(_days: Days, _asOf: Date, _samples: boolean, unit: string | null): Promise<LedgerTable> {
    this.asked.push(unit);
    return Promise.resolve(this.table);
  }
}

/** Everything that sections read from; empty unless told otherwise. */
export const readingsOf = (more: Partial<Readings> = {}): Readings => ({
  source: new FixedSource(),
  dossiers: new OneDossier(A_STRANGER),
  laws: new FewLaws(),
  feeds: new FixedWatch(),
  outcomes: new FixedMeasures(),
  ledgers: new FixedLedgers(),
  ...more,
});

/** What a section writes of these answers. */
export const writtenOf = (
  section: Section,
  answers: Partial<FixedAnswers> = {},
  ask: Ask = aDailyAsk(),
  more: Partial<Readings> = {},
): Promise<Written> =>
  section.compose(readingsOf({ source: new FixedSource(answers), ...more }), ask, new PlainWords());

/** The body of a bulletin of these sections. */
export const compositionOf = (
  sections: readonly string[],
  more: Partial<Readings> = {},
  { ask = aDailyAsk(), log = new SilentLog() }: { ask?: Ask; log?: Log } = {},
): Promise<Composition> =>
  new ComposeBulletin(readingsOf(more), new PlainWords(), log).run(ask, sections);

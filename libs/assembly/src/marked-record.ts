import { judgedTexts } from '@risk/assessment';
import type { Engine, Evidence, Feed } from '@risk/domain';
import { judgeTexts, YIELD_CODES, type TextField } from '@risk/keywords';
import type { JudgedOnce } from '@risk/store';
import type { Judging } from './compile-judging.js';
import { keptRecord } from './kept-record.js';

/** A place in a text that an engine took notice of. */
export interface MarkedPlace {
  /** UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly engine: Engine;
  readonly code: string;
  readonly title: string;
  /** The term that it was read as, where it is written differently; null for what is written plainly. */
  readonly term: string | null;
  /** What had to be undone to read it so: homophone, split …. */
  readonly transforms: readonly string[];
  /** How sure the reading is, 0 to 1. */
  readonly confidence: number;
  /** The cue that takes its meaning away (`warning text 谨防 at 0-2`); null when it counts. */
  readonly suppressed: string | null;
}

/** One text of a record with the places in it. */
export interface MarkedField extends TextField {
  readonly places: readonly MarkedPlace[];
}

/** A record with all that the engines in force see in its texts, and what counted when it came in. */
export interface MarkedRecord {
  readonly id: string;
  readonly feed: Feed;
  readonly source: string;
  readonly sourceId: string;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  /** Whether the vault keeps who reported; who it is stays there. */
  readonly reporterKept: boolean;
  readonly score: number;
  readonly fields: readonly MarkedField[];
  /** What was found in no text: in a figure, a date, a change of the register. */
  readonly elsewhere: readonly {
    readonly code: string;
    readonly title: string;
    readonly because: string;
  }[];
  /** Whether it was judged by a lexicon that is no longer in force; then marks may differ from its score. */
  readonly isReadAnew: boolean;
}

/** Reads a kept record again, as it lies behind the veil, and says where everything stands. */
export function markedRecord(judging: Judging, { record, assessment }: JudgedOnce): MarkedRecord {
  const { id, feed, source, sourceId, occurredAt, receivedAt, reporterKept } = record;
  const texts = judgedTexts(keptRecord(record));
  const places = [...wordPlaces(judging, texts), ...rulePlaces(judging, assessment?.signals ?? [])];
  const names = new Set(texts.map(({ field }) => field));
  return {
    ...{ id, feed, source, sourceId, occurredAt, receivedAt, reporterKept },
    score: assessment?.score ?? 0,
    fields: texts.map(({ field, text }) => ({
      ...{ field, text },
      places: places.filter((one) => one.field === field).map(({ field: _field, ...one }) => one),
    })),
    elsewhere: (assessment?.signals ?? [])
      .filter(({ evidence }) => evidence === null || !names.has(evidence.field))
      .map(({ code, because }) => ({ code, title: judging.titleOf(code) ?? code, because })),
    isReadAnew: assessment !== null && assessment.version.lexicon !== judging.keywords.version,
  };
}

type Placed = MarkedPlace & { readonly field: string };

/** Every word of the lexicon that is found, also what a cue takes the meaning of; and the figures. */
function wordPlaces(judging: Judging, texts: readonly TextField[]): Placed[] {
  const { keywords, titleOf } = judging;
  const [verdict] = judgeTexts(keywords, [texts]);
  if (!verdict) return [];
  const words = verdict.hits.map((hit): Placed => {
    const { field, start, end, code, term, quote, transforms, confidence, suppressed } = hit;
    return {
      ...{ field, start, end, code, transforms, confidence, suppressed, engine: 'keywords' },
      title: titleOf(code) ?? code,
      term: term === quote ? null : term,
    };
  });
  const figures = verdict.signals
    .filter(({ code }) => Object.values(YIELD_CODES).includes(code))
    .flatMap(({ code, because, evidence, suppressed }) =>
      evidence ? [plain('numbers', code, because, { ...evidence, suppressed })] : [],
    );
  return [...words, ...figures];
}

/** Where rules saw something in a text when the record came in. */
function rulePlaces(
  { titleOf }: Judging,
  signals: NonNullable<JudgedOnce['assessment']>['signals'],
): Placed[] {
  return signals
    .filter(({ engine }) => engine === 'rules')
    .flatMap(({ code, because, evidence, suppressed }) => {
      const title = titleOf(code);
      const says = title === null ? because : `${title}：${because}`;
      return evidence ? [plain('rules', code, says, { ...evidence, suppressed })] : [];
    });
}

const plain = (
  engine: Engine,
  code: string,
  title: string,
  { field, start, end, suppressed }: Evidence & Pick<MarkedPlace, 'suppressed'>,
): Placed => ({
  ...{ field, start, end, engine, code, title, suppressed },
  ...{ term: null, transforms: [], confidence: 1 },
});

import type { Feed } from '@risk/domain';
import { silenceOf, type Source, type SourceBook } from '@risk/intake';
import { chinaDay, days, type Clock } from '@risk/kit';
import { rhythmOf } from '../bulletins/feed-hearing.js';

/** What came from a source in some days. */
export interface Arrivals {
  readonly received: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly deadLettered: number;
}

/** What the books say of a source. */
export interface SourceFigures {
  readonly source: string;
  readonly feed: Feed;
  readonly lastAt: Date;
  readonly today: Arrivals;
  readonly week: Arrivals;
}

/** Where the board reads. */
export interface SourceReadings {
  figures(today: string, weekFrom: string): Promise<readonly SourceFigures[]>;
  /** Dead letters not yet replayed, by source. */
  openLetters(): Promise<ReadonlyMap<string, number>>;
  /** Sources with a mapping that people kept, and who did. */
  keptMappings(): Promise<ReadonlyMap<string, KeptBy>>;
}

export interface KeptBy {
  readonly by: string;
  readonly at: Date;
}

/** Whether a source speaks as agreed; without an agreement nobody can tell. */
export type Freshness = 'late' | 'fresh' | 'free' | 'never';

/** How one source stands. */
export interface SourceLine {
  readonly name: string;
  readonly title: string;
  readonly feed: Feed;
  readonly sample: boolean;
  /** How it comes: polled from a table, or by the other doors. */
  readonly isPolled: boolean;
  readonly expectHours: number | null;
  readonly workingDaysOnly: boolean;
  readonly lastAt: Date | null;
  readonly freshness: Freshness;
  /** What is late, in a sentence. */
  readonly sentence: string | null;
  readonly today: Arrivals;
  readonly week: Arrivals;
  readonly openLetters: number;
  readonly mapping: KeptBy | null;
}

const WEEK = days(6);
const NOTHING: Arrivals = { received: 0, stored: 0, duplicate: 0, deadLettered: 0 };

/** Tells how every source stands: when it spoke last, whether that is as agreed, and what came. */
export class SourceBoard {
  constructor(
    private readonly sources: SourceBook,
    private readonly readings: SourceReadings,
    private readonly isWorkday: (day: string) => boolean,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<SourceLine[]> {
    const now = this.clock.now();
    const [figures, letters, mappings] = await Promise.all([
      this.readings.figures(chinaDay(now), chinaDay(new Date(now.getTime() - WEEK))),
      this.readings.openLetters(),
      this.readings.keptMappings(),
    ]);
    const known = new Map(figures.map((one) => [one.source, one]));
    const strangers = figures
      .filter(({ source }) => !this.sources.has(source))
      .map(({ source, feed }) => strangerOf(source, feed));
    return [...this.sources.values(), ...strangers].map((source) => ({
      ...this.bearing(source, known.get(source.name), now),
      openLetters: letters.get(source.name) ?? 0,
      mapping: mappings.get(source.name) ?? null,
    }));
  }

  private bearing(source: Source, figures: SourceFigures | undefined, now: Date) {
    const { name, title, feed, sample, workingDaysOnly, expectEveryMs } = source;
    const sentence = this.silenceOf(source, figures?.lastAt, now);
    return {
      ...{ name, title, feed, sample, workingDaysOnly, sentence },
      isPolled: source.table !== null,
      expectHours: expectEveryMs === null ? null : expectEveryMs / 3_600_000,
      lastAt: figures?.lastAt ?? null,
      freshness: freshnessOf(source, figures, sentence),
      today: figures?.today ?? NOTHING,
      week: figures?.week ?? NOTHING,
    };
  }

  private silenceOf(source: Source, heard: Date | undefined, now: Date): string | null {
    const rhythm = rhythmOf(source, this.isWorkday);
    return rhythm ? (silenceOf(rhythm, heard, now)[0]?.sentence ?? null) : null;
  }
}

function freshnessOf(
  { expectEveryMs }: Source,
  figures: SourceFigures | undefined,
  sentence: string | null,
): Freshness {
  if (!figures) return 'never';
  if (expectEveryMs === null) return 'free';
  return sentence === null ? 'fresh' : 'late';
}

/** What came under a name that nobody registered lies among the dead letters. */
const strangerOf = (name: string, feed: Feed): Source => ({
  ...{ name, feed, title: name === 'unknown' ? '来源不明' : `未登记：${name}` },
  ...{ preset: null, sample: false, expectEveryMs: null, workingDaysOnly: false },
  ...{ regionCode: null, table: null },
});

import { FeedWatch, type ExpectedSource } from '@risk/bulletins';
import { silenceOf, type Rhythm, type Source, type SourceBook } from '@risk/intake';

/** How often a source is expected to speak; null when nobody agreed on that. */
export function rhythmOf(
  { name, title, expectEveryMs, workingDaysOnly }: Source,
  isWorkday: (day: string) => boolean,
): Rhythm | null {
  if (expectEveryMs === null) return null;
  return {
    source: name,
    title,
    expectEveryMs,
    counts: (day) => !workingDaysOnly || isWorkday(day),
  };
}

/** What bulletins say of silent feeds is what the watch over feeds says. */
export class FeedHearing extends FeedWatch {
  constructor(
    private readonly sources: SourceBook,
    private readonly isWorkday: (day: string) => boolean,
  ) {
    super();
  }

  /** Sources with an agreed rhythm; of samples all that there are. */
  expected(samples: boolean): readonly ExpectedSource[] {
    return [...this.sources.values()]
      .filter(({ sample, expectEveryMs }) => (samples ? sample : !sample && expectEveryMs !== null))
      .map(({ name, feed }) => ({ source: name, feed }));
  }

  silenceOf(source: string, heardAt: Date, at: Date): string | null {
    const known = this.sources.get(source);
    const rhythm = known ? rhythmOf(known, this.isWorkday) : null;
    return rhythm === null ? null : (silenceOf(rhythm, heardAt, at)[0]?.sentence ?? null);
  }
}

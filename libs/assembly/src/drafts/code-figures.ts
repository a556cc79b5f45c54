import type { OutcomeReport, Precision } from '@risk/cases';
import { chinaDay, days, minutes, type Clock, type Log } from '@risk/kit';
import type { StrikeCount } from '@risk/store';

/** How often a rule or a word struck lately, and how often it was right. */
export interface CodeFigure {
  /** Records and entities in which it struck within thirty days; null of rules about entities, which strike in none. */
  readonly records: number;
  readonly entities: number;
  /** The alerts of a year to which it contributed; null while there is none. */
  readonly precision: Precision | null;
}

/** The figures of all codes, as of a moment. */
export interface CodeFigures {
  readonly asOf: Date;
  /** Nothing real is known yet: what stands there comes from the sample city. */
  readonly isSample: boolean;
  readonly of: ReadonlyMap<string, CodeFigure>;
}

/** Where the figures come from. */
export interface FigureSources {
  readonly strikes: (since: Date) => Promise<readonly StrikeCount[]>;
  readonly outcomes: (from: string, samples: boolean) => Promise<Pick<OutcomeReport, 'parts'>>;
  readonly clock: Clock;
  readonly log: Log;
}

const STRUCK_WITHIN = days(30);
const DECIDED_WITHIN = days(365);
/** Counting takes a good part of a second in a large city; nobody needs it fresher. */
const FRESH = minutes(10);

/** Counts how often rules and words struck and were right: anew every ten minutes, while the last count is shown. */
export class CountCodes {
  private last: CodeFigures | null = null;
  private counting: Promise<void> | null = null;

  constructor(private readonly sources: FigureSources) {}

  /** The figures as far as they are counted; the first time it is waited for them. */
  async read(): Promise<CodeFigures> {
    const { clock } = this.sources;
    const isFresh = this.last && clock.now().getTime() - this.last.asOf.getTime() < FRESH;
    if (!isFresh) this.counting ??= this.count();
    if (!this.last) await this.counting;
    return this.last ?? { asOf: clock.now(), isSample: false, of: new Map() };
  }

  private async count(): Promise<void> {
    const { strikes, outcomes, clock, log } = this.sources;
    try {
      const asOf = clock.now();
      const from = chinaDay(new Date(asOf.getTime() - DECIDED_WITHIN));
      const [struck, { parts: real }] = await Promise.all([
        strikes(new Date(asOf.getTime() - STRUCK_WITHIN)),
        outcomes(from, false),
      ]);
      const isSample = real.length === 0;
      const parts = isSample ? (await outcomes(from, true)).parts : real;
      this.last = { asOf, isSample: isSample && parts.length > 0, of: figuresOf(struck, parts) };
    } catch (error) {
      log.warn('rules and words could not be counted', { error: String(error) });
    } finally {
      this.counting = null;
    }
  }
}

function figuresOf(
  struck: readonly StrikeCount[],
  parts: OutcomeReport['parts'],
): Map<string, CodeFigure> {
  const counts = new Map(struck.map((one) => [one.code, one]));
  const rights = new Map(parts.map(({ code, engine: _, ...precision }) => [code, precision]));
  return new Map(
    [...new Set([...counts.keys(), ...rights.keys()])].map((code) => [
      code,
      {
        records: counts.get(code)?.records ?? 0,
        entities: counts.get(code)?.entities ?? 0,
        precision: rights.get(code) ?? null,
      },
    ]),
  );
}

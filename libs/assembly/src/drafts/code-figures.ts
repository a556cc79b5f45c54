import type { Precision, ReasonPrecision } from '@risk/cases';
import { chinaDay, days, minutes, type Clock, type Log } from '@risk/kit';
import type { StrikeCount } from '@risk/store';

/** How often a rule or a word struck lately, and how often it was right. */
export interface CodeFigure {
  /** Records and entities in which it struck within thirty days. */
  readonly records: number;
  readonly entities: number;
  /** The alerts of a year to which it contributed; null while there is none. */
  readonly precision: Precision | null;
}

/** The figures of all codes, as of a moment. */
export interface CodeFigures {
  /** Null while nothing is counted yet. */
  readonly asOf: Date | null;
  /** Nothing real is known yet: what stands there comes from the sample city. */
  readonly isSample: boolean;
  readonly of: ReadonlyMap<string, CodeFigure>;
}

/** Where the figures come from. */
export interface FigureSources {
  readonly strikes: (since: Date) => Promise<readonly StrikeCount[]>;
  readonly reasons: (from: string, samples: boolean) => Promise<readonly ReasonPrecision[]>;
  /** How long somebody who looks is kept waiting for the first count. */
  readonly patience: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

const STRUCK_WITHIN = days(30);
const DECIDED_WITHIN = days(365);
/** Counting takes seconds in a large city; nobody needs it fresher. */
const FRESH = minutes(10);
const NOT_COUNTED: CodeFigures = { asOf: null, isSample: false, of: new Map() };

/** Counts how often rules and words struck and were right: anew every ten minutes, while the last count is shown. */
export class CountCodes {
  private last: CodeFigures | null = null;
  private counting: Promise<void> | null = null;

  constructor(private readonly sources: FigureSources) {}

  /** The figures as far as they are counted; for the first count one waits a moment. */
  async read(): Promise<CodeFigures> {
    this.countIfStale();
    if (!this.last) await Promise.race([this.counting, this.sources.patience()]);
    return this.last ?? NOT_COUNTED;
  }

  /** The same for a file, which nobody can open anew: it waits for the first count to its end. */
  async readWhole(): Promise<CodeFigures> {
    this.countIfStale();
    if (!this.last) await this.counting;
    return this.last ?? NOT_COUNTED;
  }

  private countIfStale(): void {
    const now = this.sources.clock.now().getTime();
    const isFresh = this.last?.asOf && now - this.last.asOf.getTime() < FRESH;
    if (!isFresh) this.counting ??= this.count();
  }

  private async count(): Promise<void> {
    const { strikes, reasons, clock, log } = this.sources;
    try {
      const asOf = clock.now();
      const from = chinaDay(new Date(asOf.getTime() - DECIDED_WITHIN));
      const struck = await strikes(new Date(asOf.getTime() - STRUCK_WITHIN));
      const real = await reasons(from, false);
      const shown = real.length === 0 ? await reasons(from, true) : real;
      const isSample = real.length === 0 && shown.length > 0;
      this.last = { asOf, isSample, of: figuresOf(struck, shown) };
    } catch (error) {
      log.warn('rules and words could not be counted', { error: String(error) });
    } finally {
      this.counting = null;
    }
  }
}

function figuresOf(
  struck: readonly StrikeCount[],
  reasons: readonly ReasonPrecision[],
): Map<string, CodeFigure> {
  const counts = new Map(struck.map((one) => [one.code, one]));
  const rights = new Map(reasons.map(({ code, engine: _, ...precision }) => [code, precision]));
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

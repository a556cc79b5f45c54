import { chinaDay, Invalid, isCalendarDay, type Clock } from '@risk/kit';
import {
  measureOutcomes,
  reasonPrecisions,
  type OutcomeFigures,
  type OutcomeReport,
  type ReasonPrecision,
} from './measure-outcomes.js';
import type { OutcomeLedger, Period, PeriodAsOf } from './ports.js';

/** Which alerts to look at: days in China, both included; open ends reach to the first alert and to today. */
export interface ReportRequest {
  readonly from: string | null;
  readonly to: string | null;
  readonly samples: boolean;
  /** Nothing that happened at this moment or later is known; null or absent asks as of now. */
  readonly asOf?: Date | null;
}

const BEGINNING = '2000-01-01';

/** Tells how right the alerts of a period were, and how early. */
export class ReportOutcomes {
  constructor(
    private readonly ledger: OutcomeLedger,
    private readonly clock: Clock,
  ) {}

  /** With what the alerts rested on; that is by far the most to count. */
  async run(request: ReportRequest): Promise<OutcomeReport> {
    const figures = await this.figures(request);
    return { ...figures, parts: await this.reasons(request) };
  }

  async figures(request: ReportRequest): Promise<OutcomeFigures> {
    const { samples } = request;
    const { period, known } = this.asked(request);
    const alerted = await this.ledger.alerted(known, samples);
    const unalerted = await this.ledger.unalerted(known, samples);
    return measureOutcomes(period, alerted, unalerted, await this.ledger.open(known, samples));
  }

  /** How right each code was, the one with the most alerts first. */
  async reasons(request: ReportRequest): Promise<readonly ReasonPrecision[]> {
    return reasonPrecisions(await this.ledger.reasons(this.asked(request).known, request.samples));
  }

  private asked({ from, to, asOf }: ReportRequest): { period: Period; known: PeriodAsOf } {
    const now = this.clock.now();
    const period = periodOf(from ?? BEGINNING, to, asOf ?? now);
    return { period, known: { ...period, asOf: asOf ?? justAfter(now) } };
  }
}

/** Who asks as of now hears also of what happened in this very millisecond. */
export const justAfter = (now: Date): Date => new Date(now.getTime() + 1);

/** Days of the calendar in their order; an open end reaches to today. */
export function periodOf(from: string, end: string | null, now: Date): Period {
  const to = end ?? chinaDay(now);
  if (!isCalendarDay(from)) throw new Invalid(`from：“${from}”不是日期，应为 yyyy-mm-dd`);
  if (!isCalendarDay(to)) throw new Invalid(`to：“${to}”不是日期，应为 yyyy-mm-dd`);
  if (from > to) throw new Invalid(`from：起始日 ${from} 晚于截止日 ${to}`);
  return { from, to };
}

import { chinaDay, Invalid, isCalendarDay, type Clock } from '@risk/kit';
import { measureOutcomes, type OutcomeReport } from './measure-outcomes.js';
import type { OutcomeLedger, Period } from './ports.js';

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

  async run({ from, to, samples, asOf: asked }: ReportRequest): Promise<OutcomeReport> {
    const now = this.clock.now();
    const period = periodOf(from ?? BEGINNING, to, asked ?? now);
    const known = { ...period, asOf: asked ?? justAfter(now) };
    const alerted = await this.ledger.alerted(known, samples);
    return measureOutcomes(period, alerted, await this.ledger.unalerted(known, samples));
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

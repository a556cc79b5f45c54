import { Controller, Get, Query } from '@nestjs/common';
import { House } from '@risk/assembly';
import { TIERS } from '@risk/domain';
import { Invalid, readForm } from '@risk/kit';
import { z } from 'zod';
import { NOTHING, Permit } from './access/permit.js';

/** Years for which the lunar calendar and Qingming are known well. */
export const yearForm = z.strictObject({
  year: z.coerce.number().int().min(2005).max(2060).optional(),
});

/** From when, for whom, and how long a deadline is counted. */
export const countForm = z.strictObject({
  from: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  unit: z.string().min(1).max(64),
  tier: z.enum(TIERS).exclude(['none']).optional(),
  hours: z.coerce.number().positive().max(1000).optional(),
  days: z.coerce.number().int().positive().max(250).optional(),
});

/** The working calendar by which deadlines are counted. */
@Controller('api/calendar')
export class CalendarController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('calendar.read', NOTHING)
  year(@Query() query: unknown) {
    return this.house.calendar.year(readForm(yearForm, query).year);
  }

  /** Counts a deadline day by day. */
  @Get('count')
  @Permit('calendar.read', NOTHING)
  count(@Query() query: unknown) {
    const { from, unit, ...limits } = readForm(countForm, query);
    refuseFarYears(from);
    return this.house.calendar.count({ from, unit, limit: limitIn(limits) });
  }
}

function refuseFarYears(from: Date): void {
  const year = from.getUTCFullYear();
  if (year >= 2005 && year <= 2055) return;
  throw new Invalid('from：只能从 2005 年至 2055 年的时刻起算');
}

function limitIn({ tier, hours, days }: Omit<z.output<typeof countForm>, 'from' | 'unit'>) {
  const given = [tier, hours, days].filter((one) => one !== undefined);
  if (given.length !== 1) throw new Invalid('tier、hours、days：写明其中一个');
  if (tier !== undefined) return { tier };
  if (hours !== undefined) return { workingHours: hours };
  return { workingDays: days ?? 1 };
}

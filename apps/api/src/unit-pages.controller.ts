import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { seesUnit } from '@risk/domain';
import { LEDGER_DUTIES } from '@risk/cases';
import { readForm } from '@risk/kit';
import type { UnitWork } from '@risk/store';
import { Asker } from './access/caller.js';
import { onlySeen } from './access/must.js';
import { CITY, ofUnit, one, OWN, Permit } from './access/permit.js';
import { HTML } from './media.js';
import { namesOf } from './names-of.js';
import { dutiesPage } from './pages/duties-page.js';
import { ledgerPage } from './pages/ledger-page.js';
import { meetingPage } from './pages/meeting-page.js';
import { meetingsPage } from './pages/meetings-page.js';
import { unitPage } from './pages/unit-page.js';
import { unitsPage, type UnitLine } from './pages/units-page.js';
import { usualPeriods } from './pages/usual-periods.js';
import { asked, rowId } from './query.js';
import { unitAt } from './unit-at.js';

const MOST_DUTIES = 300;
const MOST_MEETINGS = 100;
const INBOX_PAGE = 50;

const dutyQuestion = z.strictObject({
  unit: asked.code.optional(),
  kind: z.enum(LEDGER_DUTIES).optional(),
  late: z.literal('yes').optional(),
});
const inboxQuestion = z.strictObject({ before: asked.rowId.optional() });
const ledgerQuestion = z.strictObject({
  from: z.string().optional(),
  to: z.string().optional(),
  unit: asked.code.optional(),
  samples: z.enum(['true', 'false']).default('true'),
});

/** Pages about units: who owes what, what each was told, how each kept its time, and the joint meeting. */
@Controller()
export class UnitPagesController {
  constructor(private readonly house: House) {}

  @Get('duties')
  @Permit('inbox.read', OWN)
  @Header('Content-Type', HTML)
  async duties(@Query() query: unknown, @Asker() { sight }: Person): Promise<string> {
    const { unit = null, kind = null, late = null } = readForm(dutyQuestion, query);
    if (unit !== null) unitAt(this.house, unit);
    const now = this.house.clock.now();
    const { workload } = this.house.alerts;
    const overdueAt = late === null ? null : now;
    return dutiesPage({
      duties: await workload.duties({ unit, kind, overdueAt, limit: MOST_DUTIES, sight }),
      most: MOST_DUTIES,
      units: (await workload.ofUnits(now)).filter(({ unit }) => seesUnit(sight, unit)),
      wish: { unit, kind, late },
      names: namesOf(this.house),
      now,
    });
  }

  @Get('units')
  @Permit('units.read', CITY)
  @Header('Content-Type', HTML)
  async units(): Promise<string> {
    const works = await this.house.alerts.workload.ofUnits(this.house.clock.now());
    return unitsPage(this.lines(works), namesOf(this.house));
  }

  @Get('units/:code')
  @Permit('inbox.read', ofUnit())
  @Header('Content-Type', HTML)
  async one(
    @Param('code') code: string,
    @Query() query: unknown,
    @Asker() { sight }: Person,
  ): Promise<string> {
    const unit = unitAt(this.house, code);
    const { before = null } = readForm(inboxQuestion, query);
    const { alerts, clock } = this.house;
    const now = clock.now();
    const works = await alerts.workload.ofUnits(now);
    const inbox = await alerts.book.inbox(code, before, INBOX_PAGE);
    const owed = { unit: code, kind: null, overdueAt: null, limit: MOST_DUTIES, sight };
    return unitPage({
      unit,
      work: works.find((one) => one.unit === code) ?? nothing(code),
      duties: await alerts.workload.duties(owed),
      inbox,
      next: inbox.length < INBOX_PAGE ? null : (inbox.at(-1)?.id ?? null),
      names: namesOf(this.house),
      now,
    });
  }

  @Get('ledger')
  @Permit('units.read', CITY)
  @Header('Content-Type', HTML)
  async ledger(@Query() query: unknown): Promise<string> {
    const { from, to = null, unit = null, samples } = readForm(ledgerQuestion, query);
    const periods = usualPeriods(this.house.clock.now());
    const wish = {
      ...{ from: from ?? periods[0].from, to, unit },
      samples: samples === 'true',
    };
    const ledger = await this.house.desk.ledger(wish);
    return ledgerPage({ ledger, asked: wish, periods, names: namesOf(this.house) });
  }

  @Get('meetings')
  @Permit('meetings.read', OWN)
  @Header('Content-Type', HTML)
  async meetings(@Asker() asker: Person): Promise<string> {
    const all = await this.house.desk.meetings.list(MOST_MEETINGS);
    return meetingsPage(await onlySeen(this.house, 'meeting', all, asker));
  }

  @Get('meetings/:id')
  @Permit('meetings.read', one('meeting'))
  @Header('Content-Type', HTML)
  async meeting(@Param('id') id: string): Promise<string> {
    const meeting = await this.house.desk.meetings.find(rowId('会议', id));
    return meetingPage(meeting, namesOf(this.house), this.house.clock.now());
  }

  /** Every unit of units.yaml, then those that are no longer in it and still owe something. */
  private lines(works: readonly UnitWork[]): UnitLine[] {
    const { units } = this.house.engines.routing.units;
    const workOf = new Map(works.map((work) => [work.unit, work]));
    const known = units.map(({ code, name, region }) => ({
      ...(workOf.get(code) ?? nothing(code)),
      name,
      region,
    }));
    const codes = new Set(units.map(({ code }) => code));
    const gone = works.filter(({ unit }) => !codes.has(unit));
    return [...known, ...gone.map((work) => ({ ...work, name: work.unit, region: null }))];
  }
}

const nothing = (unit: string): UnitWork => ({
  ...{ unit, standing: 0, overdue: 0, paused: 0, unread: 0 },
});

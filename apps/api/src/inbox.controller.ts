import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { readSigned } from '@risk/alerting';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { seesUnit } from '@risk/domain';
import { NotFound } from '@risk/kit';
import type { UnitWork } from '@risk/store';
import { ofUnit, OWN, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { signedBody } from './access/signed-body.js';
import { INBOX_COLUMNS } from './desk-lists/inbox-export.js';
import { readInboxQuestion } from './desk-lists/inbox-question.js';
import { listFile } from './lists/list-file.js';
import { rowId } from './query.js';
import { unitAt } from './unit-at.js';

/** Where units read what they were told. */
@Controller('api/units')
export class InboxController {
  constructor(private readonly house: House) {}

  /** The units in sight, with what lies before each. */
  @Get()
  @Permit('inbox.read', OWN)
  async units(@Asker() { sight }: Person) {
    const works = await this.house.alerts.workload.ofUnits(this.house.clock.now(), sight);
    const workOf = new Map(works.map((work) => [work.unit, work]));
    return this.house.engines.routing.units.units
      .filter(({ code }) => seesUnit(sight, code))
      .map(({ code, name }) => ({ code, name, ...figuresOf(workOf.get(code)) }));
  }

  @Get(':code/inbox')
  @Permit('inbox.read', ofUnit())
  list(@Param('code') code: string, @Query() query: unknown) {
    return this.house.deskLists.inbox(readInboxQuestion(unitAt(this.house, code).code, query));
  }

  @Get(':code/inbox/export')
  @Permit('inbox.read', ofUnit())
  export(@Param('code') code: string, @Query() query: unknown) {
    const { clock, deskLists, desk } = this.house;
    const question = readInboxQuestion(unitAt(this.house, code).code, query);
    const read = (page: object) => deskLists.inbox({ ...question, ...page });
    const name = `收件箱-${desk.unitName(code)}`;
    return listFile({ name, columns: INBOX_COLUMNS, read }, clock.now());
  }

  @Get(':code/inbox/:id')
  @Permit('inbox.read', ofUnit())
  async one(@Param('code') code: string, @Param('id') id: string) {
    const message = await this.house.deskLists.message(
      unitAt(this.house, code).code,
      rowId('消息', id),
    );
    if (message) return message;
    throw new NotFound('这个单位的收件箱里没有这条消息');
  }

  @Post(':code/inbox/:id/read')
  @Permit('inbox.read', ofUnit())
  @HttpCode(200)
  async read(@Param('code') code: string, @Param('id') id: string, @Req() request: Request) {
    const { by } = readSigned(await signedBody(request));
    const { alerts, clock } = this.house;
    if (
      !(await alerts.book.markRead(
        unitAt(this.house, code).code,
        rowId('这条数据', id),
        by,
        clock.now(),
      ))
    )
      throw new NotFound('这个单位的收件箱里没有这条消息');
    return { id, read: true };
  }
}

const figuresOf = (work: UnitWork | undefined) => ({
  standing: work?.standing ?? 0,
  overdue: work?.overdue ?? 0,
  paused: work?.paused ?? 0,
  unread: work?.unread ?? 0,
});

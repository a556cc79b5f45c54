import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { readSigned } from '@risk/alerting';
import { isSentTo, type Person } from '@risk/access';
import { House } from '@risk/assembly';
import { seesUnit } from '@risk/domain';
import { NotFound } from '@risk/kit';
import type { InboxRow, UnitWork } from '@risk/store';
import { ofRecipient, ofUnit, OWN, Permit } from './access/permit.js';
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
  async list(@Param('code') code: string, @Query() query: unknown, @Asker() asker: Person) {
    const { unit, ...question } = readInboxQuestion(unitAt(this.house, code).code, query);
    const { rows, ...page } = await this.house.deskLists.inbox({ unit, ...question });
    return { rows: rows.map((row) => saidTo(asker, unit, row)), ...page };
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
  async one(@Param('code') code: string, @Param('id') id: string, @Asker() asker: Person) {
    const unit = unitAt(this.house, code).code;
    const message = await this.house.deskLists.message(unit, rowId('消息', id));
    if (message) return saidTo(asker, unit, message);
    throw new NotFound('这个单位的收件箱里没有这条消息');
  }

  /** Only whom it was sent to has read it by opening it. */
  @Post(':code/inbox/:id/read')
  @Permit('inbox.read', ofRecipient())
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

/** A message as it is told to somebody: whether it was sent to them, and not whom else one could reach. */
const saidTo = <Row extends InboxRow>(
  asker: Person,
  unit: string,
  { recipientKey, ...row }: Row,
) => ({ ...row, isMine: isSentTo(asker, { unit, recipient: recipientKey }) });

const figuresOf = (work: UnitWork | undefined) => ({
  standing: work?.standing ?? 0,
  overdue: work?.overdue ?? 0,
  paused: work?.paused ?? 0,
  unread: work?.unread ?? 0,
});

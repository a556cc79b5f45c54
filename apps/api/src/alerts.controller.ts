import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import {
  readMergeRequest,
  readSigned,
  readSilenceRequest,
  readStepRequest,
  readUnmergeRequest,
} from '@risk/alerting';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { NotFound } from '@risk/kit';
import { CITY, ofUnit, one, OWN, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { refuseUnseen } from './access/must.js';
import { signedBody } from './access/signed-body.js';
import { lifeSeen } from './life-seen.js';
import { rowId, wholeNumber } from './query.js';

const MOST = 500;

/** Where people work on alerts. */
@Controller('api')
export class AlertsController {
  constructor(private readonly house: House) {}

  @Get('alerts/:id/life')
  @Permit('alerts.read', one('alert'))
  life(@Param('id') id: string, @Asker() asker: Person) {
    return lifeSeen(this.house, rowId('这条数据', id), asker);
  }

  @Post('alerts/:id/steps')
  @Permit('alerts.act', one('alert'))
  @HttpCode(200)
  async step(@Param('id') id: string, @Req() request: Request) {
    return this.house.alerts.take(
      readStepRequest(rowId('这条数据', id), await signedBody(request)),
    );
  }

  @Post('alerts/:id/merge')
  @Permit('alerts.merge', one('alert'))
  @HttpCode(200)
  async merge(@Param('id') id: string, @Req() request: Request, @Asker() asker: Person) {
    const wish = readMergeRequest(rowId('这条数据', id), await signedBody(request));
    await refuseUnseen(this.house, 'alert', wish.intoId, asker);
    await this.house.alerts.merge(wish);
    return lifeSeen(this.house, id, asker);
  }

  @Post('alerts/:id/unmerge')
  @Permit('alerts.merge', one('alert'))
  @HttpCode(200)
  async unmerge(@Param('id') id: string, @Req() request: Request, @Asker() asker: Person) {
    await this.house.alerts.unmerge(
      readUnmergeRequest(rowId('这条数据', id), await signedBody(request)),
    );
    return lifeSeen(this.house, id, asker);
  }

  @Get('duties')
  @Permit('inbox.read', OWN)
  duties(@Asker() { sight }: Person, @Query('unit') unit?: string, @Query('limit') limit = '200') {
    const most = wholeNumber('limit', limit, 1, MOST);
    return this.house.alerts.book.standing(
      unit === undefined ? null : this.unit(unit),
      most,
      sight,
    );
  }

  @Get('units/:code/inbox')
  @Permit('inbox.read', ofUnit())
  inbox(
    @Param('code') code: string,
    @Query('before') before?: string,
    @Query('limit') limit = '100',
  ) {
    const most = wholeNumber('limit', limit, 1, MOST);
    const last = before === undefined ? null : rowId('这条数据', before);
    return this.house.alerts.book.inbox(this.unit(code), last, most);
  }

  @Post('units/:code/inbox/:id/read')
  @Permit('inbox.read', ofUnit())
  @HttpCode(200)
  async read(@Param('code') code: string, @Param('id') id: string, @Req() request: Request) {
    const { by } = readSigned(await signedBody(request));
    const { alerts, clock } = this.house;
    if (!(await alerts.book.markRead(this.unit(code), rowId('这条数据', id), by, clock.now())))
      throw new NotFound('这个单位的收件箱里没有这条消息');
    return { id, read: true };
  }

  @Get('silences')
  @Permit('alerts.hold', CITY)
  silences() {
    return this.house.alerts.book.silences(MOST);
  }

  @Post('silences')
  @Permit('alerts.hold', CITY)
  @HttpCode(201)
  async silence(@Req() request: Request) {
    return { id: await this.house.alerts.silence(readSilenceRequest(await signedBody(request))) };
  }

  @Post('silences/:id/end')
  @Permit('alerts.hold', CITY)
  @HttpCode(200)
  async endSilence(@Param('id') id: string, @Req() request: Request) {
    await this.house.alerts.endSilence({
      id: rowId('这条数据', id),
      ...readSigned(await signedBody(request)),
    });
    return { id, ended: true };
  }

  @Get('floods')
  @Permit('alerts.hold', CITY)
  floods() {
    return this.house.alerts.book.floods(MOST);
  }

  @Post('floods/:id/:decision')
  @Permit('alerts.hold', CITY)
  @HttpCode(200)
  async endFlood(
    @Param('id') id: string,
    @Param('decision') decision: string,
    @Req() request: Request,
  ) {
    if (decision !== 'release' && decision !== 'drop')
      throw new NotFound(`没有 ${decision}，可用：release、drop`);
    const signed = readSigned(await signedBody(request));
    const released = decision === 'release';
    await this.house.alerts.endFlood({ id: rowId('这条数据', id), released, ...signed });
    return { id, released };
  }

  /** A unit of the joint meeting. */
  private unit(code: string): string {
    const { units } = this.house.engines.routing.units;
    if (units.some((one) => one.code === code)) return code;
    throw new NotFound(`没有单位“${code}”`);
  }
}

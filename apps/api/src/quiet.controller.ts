import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { readSigned, readSilenceRequest } from '@risk/alerting';
import { House } from '@risk/assembly';
import { NotFound } from '@risk/kit';
import { CITY, Permit } from './access/permit.js';
import { signedBody } from './access/signed-body.js';
import { countyChoices, schemeChoices } from './choices.js';
import {
  FLOOD_EXPORT,
  HUSHED_EXPORT,
  readFloodQuestion,
  readHushedQuestion,
  readSilenceQuestion,
  silenceColumns,
} from './desk-lists/quiet-question.js';
import { listFile } from './lists/list-file.js';
import { namesOf } from './names-of.js';
import { silencedWhat } from './pages/silences-page.js';
import { rowId } from './query.js';

/** What keeps units from being told: silences, floods, and the alerts behind them. */
@Controller('api')
export class QuietController {
  constructor(private readonly house: House) {}

  @Get('silences')
  @Permit('alerts.hold', CITY)
  async silences(@Query() query: unknown) {
    const names = namesOf(this.house);
    const question = readSilenceQuestion(query, this.house.clock.now());
    const page = await this.house.deskLists.silences(question);
    const rows = page.rows.map((one) => ({ ...one, what: silencedWhat(one, names) }));
    return { ...page, rows };
  }

  @Get('silences/export')
  @Permit('alerts.hold', CITY)
  exportSilences(@Query() query: unknown) {
    const { clock, deskLists } = this.house;
    const question = readSilenceQuestion(query, clock.now());
    const read = (page: object) => deskLists.silences({ ...question, ...page });
    return listFile(
      { name: '静默', columns: silenceColumns(namesOf(this.house)), read },
      clock.now(),
    );
  }

  /** What a silence can name. */
  @Get('silences/choices')
  @Permit('alerts.hold', CITY)
  choices() {
    return { regions: countyChoices(this.house), schemes: schemeChoices() };
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
    const signed = readSigned(await signedBody(request));
    await this.house.alerts.endSilence({ id: rowId('这条数据', id), ...signed });
    return { id, ended: true };
  }

  @Get('floods')
  @Permit('alerts.hold', CITY)
  floods(@Query() query: unknown) {
    return this.house.deskLists.floods(readFloodQuestion(query));
  }

  @Get('floods/export')
  @Permit('alerts.hold', CITY)
  exportFloods(@Query() query: unknown) {
    const { clock, deskLists } = this.house;
    const question = readFloodQuestion(query);
    const read = (page: object) => deskLists.floods({ ...question, ...page });
    return listFile({ name: '暂停发送', columns: FLOOD_EXPORT, read }, clock.now());
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

  /** The alerts of which nobody is told now. */
  @Get('hushed-alerts')
  @Permit('alerts.hold', CITY)
  hushed(@Query() query: unknown) {
    return this.house.deskLists.hushed(readHushedQuestion(query));
  }

  @Get('hushed-alerts/export')
  @Permit('alerts.hold', CITY)
  exportHushed(@Query() query: unknown) {
    const { clock, deskLists } = this.house;
    const question = readHushedQuestion(query);
    const read = (page: object) => deskLists.hushed({ ...question, ...page });
    return listFile({ name: '暂不通知的预警', columns: HUSHED_EXPORT, read }, clock.now());
  }
}

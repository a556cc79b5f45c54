import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { readResendRequest, readSettleRequest } from '@risk/alerting';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { NotFound } from '@risk/kit';
import { Asker } from './access/caller.js';
import { one, OWN, Permit } from './access/permit.js';
import { signedBody } from './access/signed-body.js';
import { readNoticeQuestion } from './notice-question.js';
import { rowId } from './query.js';

/** The history of all notices, and what people decide on those of unknown fate. */
@Controller('api/notices')
export class NoticesController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('notices.read', OWN)
  list(@Query() query: unknown, @Asker() { sight }: Person) {
    return this.house.notices.history.list({ ...readNoticeQuestion(query), sight });
  }

  @Get(':id')
  @Permit('notices.read', one('notice'))
  async one(@Param('id') id: string) {
    const notice = await this.house.notices.history.one(rowId('通知', id));
    if (!notice) throw new NotFound(`没有通知 ${id}`);
    return notice;
  }

  @Post(':id/resend')
  @Permit('notices.settle', one('notice'))
  @HttpCode(200)
  async resend(@Param('id') id: string, @Req() request: Request) {
    return this.house.notices.settle(
      readResendRequest(rowId('通知', id), await signedBody(request)),
    );
  }

  @Post(':id/settle')
  @Permit('notices.settle', one('notice'))
  @HttpCode(200)
  async settle(@Param('id') id: string, @Req() request: Request) {
    return this.house.notices.settle(
      readSettleRequest(rowId('通知', id), await signedBody(request)),
    );
  }
}

import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { readResendRequest, readSettleRequest } from '@risk/alerting';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { NotFound } from '@risk/kit';
import { Asker } from './access/caller.js';
import { one, OWN, Permit } from './access/permit.js';
import { signedBody } from './access/signed-body.js';
import { noticeColumns, readNoticeQuestion } from './desk-lists/notice-question.js';
import { listFile } from './lists/list-file.js';
import { namesOf } from './names-of.js';
import { rowId } from './query.js';

/** The history of all notices, and what people decide on those of unknown fate. */
@Controller('api/notices')
export class NoticesController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('notices.read', OWN)
  async list(@Query() query: unknown, @Asker() { sight }: Person) {
    const names = namesOf(this.house);
    const page = await this.house.deskLists.notices(readNoticeQuestion(query, sight));
    const rows = page.rows.map((one) => ({ ...one, channelName: names.channel(one.channel) }));
    return { ...page, rows };
  }

  @Get('export')
  @Permit('notices.read', OWN)
  export(@Query() query: unknown, @Asker() { sight }: Person) {
    const { clock, deskLists } = this.house;
    const question = readNoticeQuestion(query, sight);
    const read = (page: object) => deskLists.notices({ ...question, ...page });
    const columns = noticeColumns(namesOf(this.house));
    return listFile({ name: '通知去向', columns, read }, clock.now());
  }

  @Get(':id')
  @Permit('notices.read', one('notice'))
  async one(@Param('id') id: string) {
    const notice = await this.house.notices.history.one(rowId('通知', id));
    if (!notice) throw new NotFound(`没有通知 ${id}`);
    return { ...notice, channelName: namesOf(this.house).channel(notice.channel) };
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

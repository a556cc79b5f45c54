import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import {
  NOTICE_STATES,
  readResendRequest,
  readSettleRequest,
  type NoticeState,
} from '@risk/alerting';
import { House } from '@risk/assembly';
import { Invalid, NotFound } from '@risk/kit';
import { jsonOf } from './json-body.js';

const MOST = 200;
const rowId = z.string().regex(/^\d{1,18}$/, '应为编号');
const code = z.string().min(1).max(100);

/** What may be asked of the history. */
const question = z.strictObject({
  state: z.enum(NOTICE_STATES as [NoticeState, ...NoticeState[]]).optional(),
  alert: rowId.optional(),
  unit: code.optional(),
  channel: code.optional(),
  before: rowId.optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
});

/** The history of all notices, and what people decide on those of unknown fate. */
@Controller('api/notices')
export class NoticesController {
  constructor(private readonly house: House) {}

  @Get()
  list(@Query() query: unknown) {
    const parsed = question.safeParse(query, { error: z.locales.zhCN().localeError });
    if (!parsed.success)
      throw new Invalid(
        parsed.error.issues.map((i) => `${i.path.join('.')}：${i.message}`).join('；'),
      );
    const { state, alert, unit, channel, before, limit } = parsed.data;
    return this.house.notices.history.list({
      state: state ?? null,
      alertId: alert ?? null,
      unit: unit ?? null,
      channel: channel ?? null,
      before: before ?? null,
      limit,
    });
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    const notice = await this.house.notices.history.one(noticeId(id));
    if (!notice) throw new NotFound(`没有通知 ${id}`);
    return notice;
  }

  @Post(':id/resend')
  @HttpCode(200)
  async resend(@Param('id') id: string, @Req() request: Request) {
    return this.house.notices.settle(readResendRequest(noticeId(id), await jsonOf(request)));
  }

  @Post(':id/settle')
  @HttpCode(200)
  async settle(@Param('id') id: string, @Req() request: Request) {
    return this.house.notices.settle(readSettleRequest(noticeId(id), await jsonOf(request)));
  }
}

function noticeId(text: string): string {
  if (/^\d{1,18}$/.test(text)) return text;
  throw new NotFound(`没有通知“${text}”`);
}

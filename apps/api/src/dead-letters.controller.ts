import { Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { House } from '@risk/assembly';
import { Invalid } from '@risk/kit';
import { CITY, Permit } from './access/permit.js';
import { parsedOrNull, wholeOf } from './item-batches.js';

const wanted = z.object({
  ids: z.union([z.literal('all'), z.array(z.string().regex(/^\d{1,18}$/)).max(1000)]),
});

/** Lists what could not be used and tries it again. */
@Controller('api/dead-letters')
export class DeadLettersController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('dead-letters.read', CITY)
  list(@Query('limit') limit = '100') {
    const most = Number(limit);
    if (!Number.isInteger(most) || most < 1 || most > 1000)
      throw new Invalid('limit 应为 1 到 1000 的整数');
    return this.house.deadLetters.list(most);
  }

  @Post('replay')
  @Permit('dead-letters.replay', CITY)
  @HttpCode(200)
  async replay(@Req() request: Request) {
    const parsed = wanted.safeParse(parsedOrNull(await wholeOf(request))?.value);
    if (!parsed.success) throw new Invalid('请求体应为 {"ids": "all"} 或 {"ids": ["编号", …]}');
    return this.house.replay.run(parsed.data.ids);
  }
}

import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { House } from '@risk/assembly';
import { readOutcomeRequest, readTierRequest } from '@risk/cases';
import { Invalid, NotFound } from '@risk/kit';
import { CITY, one, Permit } from './access/permit.js';
import { signedBody } from './access/signed-body.js';

/** Where people's decisions come in, and what is learnt of them is read. */
@Controller('api')
export class CasesController {
  constructor(private readonly house: House) {}

  @Post('entities/:id/tier')
  @Permit('entities.decide', one('entity'))
  @HttpCode(200)
  async decideTier(@Param('id') id: string, @Req() request: Request) {
    const wanted = readTierRequest(entityId(id), await signedBody(request));
    return this.house.cases.decideTier(wanted);
  }

  @Post('entities/:id/outcomes')
  @Permit('outcomes.record', one('entity'))
  @HttpCode(200)
  async recordOutcome(@Param('id') id: string, @Req() request: Request) {
    const wanted = readOutcomeRequest(entityId(id), await signedBody(request));
    return this.house.cases.recordOutcome(wanted);
  }

  @Get('outcomes/report')
  @Permit('outcomes.read', CITY)
  report(
    @Query('from') from?: unknown,
    @Query('to') to?: unknown,
    @Query('samples') samples?: unknown,
  ) {
    if (samples !== undefined && samples !== 'true' && samples !== 'false')
      throw new Invalid('samples 应为 true 或 false');
    const period = { from: dayOrNull('from', from), to: dayOrNull('to', to) };
    return this.house.cases.report.run({ ...period, samples: samples === 'true' });
  }
}

/** Given twice, a query is a list: no day. */
function dayOrNull(name: string, text: unknown): string | null {
  if (text === undefined) return null;
  if (typeof text === 'string') return text;
  throw new Invalid(`${name} 应为一个日期 yyyy-mm-dd`);
}

function entityId(text: string): string {
  if (/^\d{1,14}$/.test(text)) return text;
  throw new NotFound(`没有主体“${text}”`);
}

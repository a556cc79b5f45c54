import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { House } from '@risk/assembly';
import { Open } from './access/permit.js';

/** Answers whether the house can work, without login. */
@Controller('api/health')
export class HealthController {
  constructor(private readonly house: House) {}

  /** 200 once database and feeds are usable, 503 with what is missing otherwise. */
  @Get()
  @Open('whoever watches the house has no account')
  async ready(@Res({ passthrough: true }) response: Response) {
    const missing = await this.house.missing();
    if (missing.length === 0) return { status: 'ok' };
    response.status(503);
    return { status: 'unavailable', missing };
  }

  /** 200 as long as the process answers at all. */
  @Get('live')
  @Open('whoever watches the house has no account')
  live() {
    return { status: 'ok' };
  }
}

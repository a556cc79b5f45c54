import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { readMergeRequest, readStepRequest, readUnmergeRequest } from '@risk/alerting';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { one, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { refuseUnseen } from './access/must.js';
import { signedBody } from './access/signed-body.js';
import { lifeSeen } from './life-seen.js';
import { rowId } from './query.js';

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
}

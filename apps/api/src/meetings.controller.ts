import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { readDecision, readMeeting, readTaskReport } from '@risk/cases';
import { CITY, one, OWN, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { onlySeen } from './access/must.js';
import { signedBody } from './access/signed-body.js';
import { rowId } from './query.js';

const LISTED = 100;

/** Where the joint meeting is prepared, decides, and hears that its tasks are done. */
@Controller('api')
export class MeetingsController {
  constructor(private readonly house: House) {}

  @Get('meetings')
  @Permit('meetings.read', OWN)
  async list(@Asker() asker: Person) {
    const all = await this.house.desk.meetings.list(LISTED);
    return onlySeen(this.house, 'meeting', all, asker);
  }

  @Post('meetings')
  @Permit('meetings.hold', CITY)
  @HttpCode(200)
  async prepare(@Req() request: Request) {
    return this.house.desk.meetings.prepare(readMeeting(await signedBody(request)));
  }

  @Get('meetings/:id')
  @Permit('meetings.read', one('meeting'))
  one(@Param('id') id: string) {
    return this.house.desk.meetings.find(rowId('会议', id));
  }

  @Get('meetings/:id/minutes')
  @Permit('meetings.read', one('meeting'))
  minutes(@Param('id') id: string) {
    return this.house.desk.meetings.minutes(rowId('会议', id));
  }

  @Post('meetings/:id/decisions')
  @Permit('meetings.hold', one('meeting'))
  @HttpCode(200)
  async decide(@Param('id') id: string, @Req() request: Request) {
    const wanted = readDecision(rowId('会议', id), await signedBody(request));
    return this.house.desk.meetings.decide(wanted);
  }

  @Post('meeting-tasks/:id/done')
  @Permit('tasks.answer', one('task'))
  @HttpCode(200)
  async finish(@Param('id') id: string, @Req() request: Request) {
    const wanted = readTaskReport(rowId('任务', id), await signedBody(request));
    return this.house.desk.meetings.finish(wanted);
  }
}

import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { House } from '@risk/assembly';
import { readDecision, readMeeting, readTaskReport } from '@risk/cases';
import { jsonOf } from './json-body.js';
import { rowId } from './query.js';

const LISTED = 100;

/** Where the joint meeting is prepared, decides, and hears that its tasks are done. */
@Controller('api')
export class MeetingsController {
  constructor(private readonly house: House) {}

  @Get('meetings')
  list() {
    return this.house.desk.meetings.list(LISTED);
  }

  @Post('meetings')
  @HttpCode(200)
  async prepare(@Req() request: Request) {
    return this.house.desk.meetings.prepare(readMeeting(await jsonOf(request)));
  }

  @Get('meetings/:id')
  one(@Param('id') id: string) {
    return this.house.desk.meetings.find(rowId('会议', id));
  }

  @Get('meetings/:id/minutes')
  minutes(@Param('id') id: string) {
    return this.house.desk.meetings.minutes(rowId('会议', id));
  }

  @Post('meetings/:id/decisions')
  @HttpCode(200)
  async decide(@Param('id') id: string, @Req() request: Request) {
    const wanted = readDecision(rowId('会议', id), await jsonOf(request));
    return this.house.desk.meetings.decide(wanted);
  }

  @Post('meeting-tasks/:id/done')
  @HttpCode(200)
  async finish(@Param('id') id: string, @Req() request: Request) {
    const wanted = readTaskReport(rowId('任务', id), await jsonOf(request));
    return this.house.desk.meetings.finish(wanted);
  }
}

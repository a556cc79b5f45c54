import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { readDecision, readMeeting, readTaskReport, type Meeting } from '@risk/cases';
import { CITY, one, OWN, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { signedBody } from './access/signed-body.js';
import { meetingColumns, readMeetingQuestion } from './desk-lists/meeting-question.js';
import { listFile } from './lists/list-file.js';
import { namesOf } from './names-of.js';
import { rowId } from './query.js';

/** Nobody looks through more before a meeting; how many there are is told. */
const MOST_ITEMS = 200;

/** Where the joint meeting is prepared, decides, and hears that its tasks are done. */
@Controller('api')
export class MeetingsController {
  constructor(private readonly house: House) {}

  @Get('meetings')
  @Permit('meetings.read', OWN)
  list(@Query() query: unknown, @Asker() { sight }: Person) {
    return this.house.deskLists.meetings(readMeetingQuestion(query, sight));
  }

  @Get('meetings/export')
  @Permit('meetings.read', OWN)
  export(@Query() query: unknown, @Asker() { sight }: Person) {
    const { deskLists, clock } = this.house;
    const question = readMeetingQuestion(query, sight);
    const read = (page: object) => deskLists.meetings({ ...question, ...page });
    const columns = meetingColumns(namesOf(this.house));
    return listFile({ name: '联席会议', columns, read }, clock.now());
  }

  /** What a meeting would talk about, were it prepared now. */
  @Get('meetings/agenda')
  @Permit('meetings.hold', CITY)
  async agenda(@Query('samples') samples = 'false') {
    const items = await this.house.desk.meetings.agenda(samples === 'true');
    const { desk } = this.house;
    const named = items.slice(0, MOST_ITEMS).map((item) => ({
      ...item,
      unitName: item.unit === null ? null : desk.unitName(item.unit),
    }));
    return { items: named, total: items.length };
  }

  @Post('meetings')
  @Permit('meetings.hold', CITY)
  @HttpCode(200)
  async prepare(@Req() request: Request) {
    const wanted = readMeeting(await signedBody(request));
    return this.named(await this.house.desk.meetings.prepare(wanted));
  }

  @Get('meetings/:id')
  @Permit('meetings.read', one('meeting'))
  async one(@Param('id') id: string) {
    return this.named(await this.house.desk.meetings.find(rowId('会议', id)));
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
    return this.named(await this.house.desk.meetings.decide(wanted));
  }

  @Post('meeting-tasks/:id/done')
  @Permit('tasks.answer', one('task'))
  @HttpCode(200)
  async finish(@Param('id') id: string, @Req() request: Request) {
    const wanted = readTaskReport(rowId('任务', id), await signedBody(request));
    return this.named(await this.house.desk.meetings.finish(wanted));
  }

  /** A meeting without what its agenda was built from, and with the names of the units in it. */
  private named({ matters: _matters, ...meeting }: Meeting) {
    const { desk } = this.house;
    const { units, agenda, decisions } = meeting;
    const tasks = decisions.flatMap((decision) => decision.tasks);
    const codes = [
      ...units,
      ...agenda.flatMap(({ unit }) => unit ?? []),
      ...tasks.map((t) => t.unit),
    ];
    const unitNames: Readonly<Record<string, string>> = Object.fromEntries(
      codes.map((code) => [code, desk.unitName(code)]),
    );
    return { ...meeting, unitNames };
  }
}

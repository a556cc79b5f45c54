import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { House } from '@risk/assembly';
import {
  checklistOf,
  readConclusion,
  readNote,
  readVerification,
  type Verification,
} from '@risk/cases';
import { one, Permit } from './access/permit.js';
import { signedBody } from './access/signed-body.js';
import { rowId } from './query.js';

/** Where alerts are verified: tasks, their logs, and how they end. */
@Controller('api')
export class VerificationsController {
  constructor(private readonly house: House) {}

  @Get('alerts/:id/verifications')
  @Permit('verifications.read', one('alert'))
  async ofAlert(@Param('id') id: string) {
    return (await this.house.desk.verifications.ofAlert(rowId('预警', id))).map(checked);
  }

  @Post('alerts/:id/verifications')
  @Permit('verifications.write', one('alert'))
  @HttpCode(200)
  async open(@Param('id') id: string, @Req() request: Request) {
    const wanted = readVerification(rowId('预警', id), await signedBody(request));
    return checked(await this.house.desk.verifications.open(wanted));
  }

  @Get('verifications/:id')
  @Permit('verifications.read', one('verification'))
  async one(@Param('id') id: string) {
    return checked(await this.house.desk.verifications.find(rowId('核查任务', id)));
  }

  @Post('verifications/:id/entries')
  @Permit('verifications.write', one('verification'))
  @HttpCode(200)
  async note(@Param('id') id: string, @Req() request: Request) {
    const wanted = readNote(rowId('核查任务', id), await signedBody(request));
    return this.house.desk.verifications.note(wanted);
  }

  @Post('verifications/:id/conclusion')
  @Permit('verifications.write', one('verification'))
  @HttpCode(200)
  async conclude(@Param('id') id: string, @Req() request: Request) {
    const wanted = readConclusion(rowId('核查任务', id), await signedBody(request));
    return this.house.desk.verifications.conclude(wanted);
  }
}

/** With what is known of the three elements by now. */
const checked = (verification: Verification) => ({
  ...verification,
  checklist: checklistOf(verification),
});

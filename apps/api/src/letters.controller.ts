import {
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import { House, type Document } from '@risk/assembly';
import { readDraft, readMeetingPaper, readSigning } from '@risk/cases';
import { DOCX_MEDIA } from '@risk/kit';
import { one, Permit } from './access/permit.js';
import { signedBody } from './access/signed-body.js';
import { jsonOf } from './json-body.js';
import { rowId } from './query.js';
import { savedAs } from './saved-as.js';

/** Where letters are drafted and signed, and signed ones are found again. */
@Controller('api')
export class LettersController {
  constructor(private readonly house: House) {}

  @Get('alerts/:id/letters')
  @Permit('letters.read', one('alert'))
  list(@Param('id') id: string) {
    return this.house.letters.ofAlert(rowId('预警', id));
  }

  @Post('alerts/:id/letters/:code')
  @Permit('letters.draft', one('alert'))
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async draft(@Param('id') id: string, @Param('code') code: string, @Req() request: Request) {
    const wanted = readDraft(rowId('预警', id), code, await jsonOf(request));
    return docx(await this.house.letters.draft(wanted));
  }

  @Post('alerts/:id/letters/:code/signed')
  @Permit('letters.sign', one('alert'))
  @HttpCode(200)
  async sign(@Param('id') id: string, @Param('code') code: string, @Req() request: Request) {
    const wanted = readSigning(rowId('预警', id), code, await signedBody(request));
    const { bytes: _bytes, ...letter } = await this.house.letters.sign(wanted);
    return letter;
  }

  @Get('letters/:id')
  @Permit('letters.read', one('letter'))
  @Header('cache-control', 'no-store')
  async one(@Param('id') id: string) {
    return docx(await this.house.letters.open(rowId('文书', id)));
  }

  @Post('meetings/:id/papers/:code')
  @Permit('meetings.read', one('meeting'))
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async meeting(@Param('id') id: string, @Param('code') code: string, @Req() request: Request) {
    const wanted = readMeetingPaper(rowId('会议', id), code, await jsonOf(request));
    return docx(await this.house.letters.meetingPaper(wanted));
  }
}

const docx = ({ name, bytes }: Document): StreamableFile =>
  new StreamableFile(bytes, { type: DOCX_MEDIA, disposition: savedAs(name), length: bytes.length });

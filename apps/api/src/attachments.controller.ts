import {
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { MOST_ATTACHED_BYTES, readAttachment } from '@risk/cases';
import { NotFound } from '@risk/kit';
import { Asker } from './access/caller.js';
import { one, Permit } from './access/permit.js';
import { signedBy } from './access/signed-body.js';
import { wholeOf } from './item-batches.js';
import { rowId } from './query.js';
import { savedAs } from './saved-as.js';

/** Where files come in beside alerts, and go out again as they were. */
@Controller('api')
export class AttachmentsController {
  constructor(private readonly house: House) {}

  @Get('alerts/:id/attachments')
  @Permit('attachments.read', one('alert'))
  list(@Param('id') id: string) {
    return this.house.attachments.listOf(rowId('预警', id));
  }

  /** The body is the file itself; what kind it is, its name says and its bytes have to show. */
  @Post('alerts/:id/attachments')
  @Permit('attachments.add', one('alert'))
  @HttpCode(200)
  async add(
    @Param('id') id: string,
    @Query() said: Readonly<Record<string, unknown>>,
    @Req() request: Request,
    @Asker() asker: Person,
  ) {
    const alertId = rowId('预警', id);
    const bytes = await wholeOf(request, MOST_ATTACHED_BYTES);
    return this.house.letters.attach(readAttachment(alertId, signedBy(asker, said), bytes));
  }

  @Get('attachments/:id')
  @Permit('attachments.read', one('attachment'))
  @Header('cache-control', 'no-store')
  async one(@Param('id') id: string) {
    const file = await this.house.attachments.open(rowId('附件', id));
    if (!file) throw new NotFound(`没有附件“${id}”`);
    const { bytes, mediaType: type, name } = file;
    return new StreamableFile(bytes, { type, disposition: savedAs(name), length: bytes.length });
  }
}

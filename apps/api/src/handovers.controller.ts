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
import {
  readHandOver,
  readHandOverDraft,
  readReceipt,
  readTakeIn,
  type Package,
} from '@risk/cases';
import { one, OWN, Permit } from './access/permit.js';
import { savedAs } from './saved-as.js';
import { Asker } from './access/caller.js';
import { signedBody } from './access/signed-body.js';
import { handOverColumns, readHandOverQuestion } from './desk-lists/hand-over-question.js';
import { listFile } from './lists/list-file.js';
import { namesOf } from './names-of.js';
import { rowId } from './query.js';

/** Where cases are handed over to public security, and its answers come in. */
@Controller('api')
export class HandOversController {
  constructor(private readonly house: House) {}

  @Get('handovers')
  @Permit('handovers.read', OWN)
  async list(@Query() query: unknown, @Asker() { sight }: Person) {
    const { deskLists, desk, clock } = this.house;
    const page = await deskLists.handOvers(readHandOverQuestion(query, sight, clock.now()));
    const rows = page.rows.map((one) => ({ ...one, toName: desk.unitName(one.to) }));
    return { ...page, rows };
  }

  @Get('handovers/export')
  @Permit('handovers.read', OWN)
  export(@Query() query: unknown, @Asker() { sight }: Person) {
    const { deskLists, clock } = this.house;
    const question = readHandOverQuestion(query, sight, clock.now());
    const read = (page: object) => deskLists.handOvers({ ...question, ...page });
    return listFile(
      { name: '移送', columns: handOverColumns(namesOf(this.house)), read },
      clock.now(),
    );
  }

  @Post('alerts/:id/handovers')
  @Permit('handovers.make', one('alert'))
  @HttpCode(200)
  async make(@Param('id') id: string, @Req() request: Request) {
    const wanted = readHandOver(rowId('预警', id), await signedBody(request));
    return this.house.desk.handOvers.make(wanted);
  }

  @Post('alerts/:id/handovers/draft')
  @Permit('handovers.make', one('alert'))
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async draft(@Param('id') id: string, @Req() request: Request) {
    const wanted = readHandOverDraft(rowId('预警', id), await signedBody(request));
    return zip(await this.house.desk.handOvers.draft(wanted));
  }

  @Get('handovers/:id')
  @Permit('handovers.read', one('handover'))
  one(@Param('id') id: string) {
    return this.house.desk.handOvers.find(rowId('移送', id));
  }

  @Get('handovers/:id/package')
  @Permit('handovers.read', one('handover'))
  @Header('cache-control', 'no-store')
  async package(@Param('id') id: string) {
    return zip(await this.house.desk.handOvers.package(rowId('移送', id)));
  }

  @Post('handovers/:id/taking-in')
  @Permit('handovers.answer', one('handover'))
  @HttpCode(200)
  async takeIn(@Param('id') id: string, @Req() request: Request) {
    const wanted = readTakeIn(rowId('移送', id), await signedBody(request));
    return this.house.desk.handOvers.takeIn(wanted);
  }

  @Post('handovers/:id/receipts')
  @Permit('handovers.answer', one('handover'))
  @HttpCode(200)
  async receipt(@Param('id') id: string, @Req() request: Request) {
    const wanted = readReceipt(rowId('移送', id), await signedBody(request));
    return this.house.desk.handOvers.receipt(wanted);
  }
}

const zip = ({ name, bytes }: Pick<Package, 'name' | 'bytes'>): StreamableFile =>
  new StreamableFile(bytes, { type: 'application/zip', disposition: savedAs(name) });

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
import { House } from '@risk/assembly';
import { readHandOver, readReceipt } from '@risk/cases';
import { savedAs } from './saved-as.js';
import { jsonOf } from './json-body.js';
import { rowId } from './query.js';

const LISTED = 200;

/** Where cases are handed over to public security, and its answers come in. */
@Controller('api')
export class HandOversController {
  constructor(private readonly house: House) {}

  @Get('handovers')
  list() {
    return this.house.desk.handOvers.list(LISTED);
  }

  @Post('alerts/:id/handovers')
  @HttpCode(200)
  async make(@Param('id') id: string, @Req() request: Request) {
    const wanted = readHandOver(rowId('预警', id), await jsonOf(request));
    return this.house.desk.handOvers.make(wanted);
  }

  @Get('handovers/:id')
  one(@Param('id') id: string) {
    return this.house.desk.handOvers.find(rowId('移送', id));
  }

  @Get('handovers/:id/package')
  @Header('content-type', 'application/zip')
  async package(@Param('id') id: string) {
    const { name, bytes } = await this.house.desk.handOvers.package(rowId('移送', id));
    return new StreamableFile(bytes, { disposition: savedAs(name) });
  }

  @Post('handovers/:id/receipts')
  @HttpCode(200)
  async receipt(@Param('id') id: string, @Req() request: Request) {
    const wanted = readReceipt(rowId('移送', id), await jsonOf(request));
    return this.house.desk.handOvers.receipt(wanted);
  }
}

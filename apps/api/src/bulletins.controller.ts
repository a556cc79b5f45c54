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
import { House } from '@risk/assembly';
import {
  readArchiveQuestion,
  readCorrection,
  readReason,
  readSpecial,
  readStepWish,
} from '@risk/bulletins';
import { jsonOf } from './json-body.js';
import { rowId } from './query.js';
import { savedAs } from './saved-as.js';

/** Bulletins: the archive, its files, and what people do with drafts. */
@Controller('api/bulletins')
export class BulletinsController {
  constructor(private readonly house: House) {}

  @Get()
  list(@Query() query: unknown) {
    return this.house.bulletins.list(readArchiveQuestion(query));
  }

  @Post()
  @HttpCode(200)
  async special(@Req() request: Request) {
    return this.house.bulletins.special(readSpecial(await jsonOf(request)));
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    const { content: _content, ...bulletin } = await this.house.bulletins.find(rowId('简报', id));
    return { ...bulletin, readers: await this.house.bulletins.readers(bulletin.id) };
  }

  @Get(':id/files/:name')
  @Header('cache-control', 'no-store')
  async file(@Param('id') id: string, @Param('name') name: string) {
    const { bytes, mediaType } = await this.house.bulletins.file(rowId('简报', id), name);
    const type = mediaType.startsWith('text/html') ? 'text/plain; charset=utf-8' : mediaType;
    return new StreamableFile(bytes, { type, disposition: savedAs(name), length: bytes.length });
  }

  @Post(':id/steps')
  @HttpCode(200)
  async step(@Param('id') id: string, @Req() request: Request) {
    await this.house.bulletins.step(readStepWish(rowId('简报', id), await jsonOf(request)));
    return this.one(id);
  }

  @Post(':id/corrections')
  @HttpCode(200)
  async correct(@Param('id') id: string, @Req() request: Request) {
    return this.house.bulletins.correct(readCorrection(rowId('简报', id), await jsonOf(request)));
  }

  @Post(':id/recompositions')
  @HttpCode(200)
  async again(@Param('id') id: string, @Req() request: Request) {
    const { by, because } = readReason(await jsonOf(request));
    await this.house.bulletins.again(rowId('简报', id), by, because);
    return this.one(id);
  }
}

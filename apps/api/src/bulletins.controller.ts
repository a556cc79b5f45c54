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
  readArchiveQuestion,
  readCorrection,
  readReason,
  readSpecial,
  readStepWish,
} from '@risk/bulletins';
import { CITY, one, OWN, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { must } from './access/must.js';
import { signedBody } from './access/signed-body.js';
import { rowId } from './query.js';
import { savedAs } from './saved-as.js';

/** What only they may do who sign. */
const SIGNED_STEPS: ReadonlySet<string> = new Set(['signed', 'withdrawn']);

/** Bulletins: the archive, its files, and what people do with drafts. */
@Controller('api/bulletins')
export class BulletinsController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('bulletins.read', OWN)
  list(@Query() query: unknown, @Asker() { sight }: Person) {
    return this.house.bulletins.list({ ...readArchiveQuestion(query), sight });
  }

  @Post()
  @Permit('bulletins.make', CITY)
  @HttpCode(200)
  async special(@Req() request: Request) {
    return this.house.bulletins.special(readSpecial(await signedBody(request)));
  }

  @Get(':id')
  @Permit('bulletins.read', one('bulletin'))
  async one(@Param('id') id: string) {
    const { content: _content, ...bulletin } = await this.house.bulletins.find(rowId('简报', id));
    return { ...bulletin, readers: await this.house.bulletins.readers(bulletin.id) };
  }

  @Get(':id/files/:name')
  @Permit('bulletins.read', one('bulletin'))
  @Header('cache-control', 'no-store')
  async file(@Param('id') id: string, @Param('name') name: string) {
    const { bytes, mediaType } = await this.house.bulletins.file(rowId('简报', id), name);
    const type = mediaType.startsWith('text/html') ? 'text/plain; charset=utf-8' : mediaType;
    return new StreamableFile(bytes, { type, disposition: savedAs(name), length: bytes.length });
  }

  @Post(':id/steps')
  @Permit('bulletins.review', one('bulletin'))
  @HttpCode(200)
  async step(@Param('id') id: string, @Req() request: Request, @Asker() asker: Person) {
    const wish = readStepWish(rowId('简报', id), await signedBody(request));
    if (SIGNED_STEPS.has(wish.kind)) must(asker, 'bulletins.sign');
    await this.house.bulletins.step(wish);
    return this.one(id);
  }

  @Post(':id/corrections')
  @Permit('bulletins.sign', one('bulletin'))
  @HttpCode(200)
  async correct(@Param('id') id: string, @Req() request: Request) {
    return this.house.bulletins.correct(
      readCorrection(rowId('简报', id), await signedBody(request)),
    );
  }

  @Post(':id/recompositions')
  @Permit('bulletins.make', one('bulletin'))
  @HttpCode(200)
  async again(@Param('id') id: string, @Req() request: Request) {
    const { by, because } = readReason(await signedBody(request));
    await this.house.bulletins.again(rowId('简报', id), by, because);
    return this.one(id);
  }
}

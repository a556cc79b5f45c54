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
import { readCorrection, readReason, readSpecial, readStepWish } from '@risk/bulletins';
import { CITY, one, OWN, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { must } from './access/must.js';
import { signedBody } from './access/signed-body.js';
import { bulletinColumns, readBulletinQuestion } from './desk-lists/bulletin-question.js';
import { listFile } from './lists/list-file.js';
import { namesOf } from './names-of.js';
import { scopeName } from './pages/bulletins-page.js';
import { rowId } from './query.js';
import { savedAs } from './saved-as.js';
import { openStates, seenBulletin } from './seen-bulletins.js';

/** What only they may do who sign. */
const SIGNED_STEPS: ReadonlySet<string> = new Set(['signed', 'withdrawn']);

/** Bulletins: the archive, its files, and what people do with drafts. */
@Controller('api/bulletins')
export class BulletinsController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('bulletins.read', OWN)
  async list(@Query() query: unknown, @Asker() asker: Person) {
    const names = namesOf(this.house);
    const question = readBulletinQuestion(query, asker.sight, openStates(asker));
    const page = await this.house.deskLists.bulletins(question);
    const rows = page.rows.map((one) => ({ ...one, scopeName: scopeName(one.scope, names) }));
    return { ...page, rows };
  }

  @Get('export')
  @Permit('bulletins.read', OWN)
  export(@Query() query: unknown, @Asker() asker: Person) {
    const { clock, deskLists } = this.house;
    const question = readBulletinQuestion(query, asker.sight, openStates(asker));
    const read = (page: object) => deskLists.bulletins({ ...question, ...page });
    const columns = bulletinColumns(namesOf(this.house));
    return listFile({ name: '简报', columns, read }, clock.now());
  }

  /** What comes out next. */
  @Get('upcoming')
  @Permit('bulletins.review', CITY)
  async upcoming() {
    const names = namesOf(this.house);
    const issues = await this.house.bulletins.upcoming();
    return issues.map((issue) => ({ ...issue, scopeName: scopeName(issue.scope, names) }));
  }

  @Post()
  @Permit('bulletins.make', CITY)
  @HttpCode(200)
  async special(@Req() request: Request) {
    return this.house.bulletins.special(readSpecial(await signedBody(request)));
  }

  @Get(':id')
  @Permit('bulletins.read', one('bulletin'))
  async one(@Param('id') id: string, @Asker() asker: Person) {
    const found = seenBulletin(asker, await this.house.bulletins.find(rowId('简报', id)));
    const { content, ...bulletin } = found;
    const names = namesOf(this.house);
    const readers = await this.house.bulletins.readers(bulletin.id);
    return {
      ...bulletin,
      figures: content.composition.figures,
      scopeName: scopeName(bulletin.scope, names),
      // Whoever only reads has no business with who else does.
      readers: openStates(asker).includes('draft')
        ? readers.map((one) => ({ ...one, channelName: names.channel(one.channel) }))
        : [],
    };
  }

  @Get(':id/files/:name')
  @Permit('bulletins.read', one('bulletin'))
  @Header('cache-control', 'no-store')
  async file(@Param('id') id: string, @Param('name') name: string, @Asker() asker: Person) {
    await this.refuseUnopened(id, asker);
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
    return this.one(id, asker);
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
  async again(@Param('id') id: string, @Req() request: Request, @Asker() asker: Person) {
    const { by, because } = readReason(await signedBody(request));
    await this.house.bulletins.again(rowId('简报', id), by, because);
    return this.one(id, asker);
  }

  private async refuseUnopened(id: string, asker: Person): Promise<void> {
    if (openStates(asker).includes('draft')) return;
    seenBulletin(asker, await this.house.bulletins.find(rowId('简报', id)));
  }
}

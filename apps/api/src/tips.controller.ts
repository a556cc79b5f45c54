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
import { z } from 'zod';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { chinaTime, cleanText, NotFound, readForm } from '@risk/kit';
import type { TipLine } from '@risk/store';
import { readTipReview, tipStateOf, tipStateWords } from '@risk/tips';
import { Asker } from './access/caller.js';
import { one, OWN, Permit } from './access/permit.js';
import { signedBody } from './access/signed-body.js';
import { listFile } from './lists/list-file.js';
import { listForm, listQuestion } from './lists/list-form.js';
import { rowId } from './query.js';
import { savedAs } from './saved-as.js';

/** What may be asked of the reports of citizens. */
export const tipsForm = z.strictObject({
  ...listForm(['receivedAt'], '-receivedAt'),
  region: z
    .string()
    .regex(/^\d{6}$/, '应为六位区划代码')
    .optional(),
  anonymous: z.enum(['true', 'false']).optional(),
  words: cleanText.trim().min(1).max(100).optional(),
});

/** Where the office reads what citizens report; who reported is not in it. */
@Controller('api/tips')
export class TipsController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('tips.read', OWN)
  async list(@Query() query: unknown, @Asker() { sight }: Person) {
    const { rows, ...rest } = await this.house.tips.book.list(questionIn(query), sight);
    return { ...rest, rows: rows.map((tip) => this.lineOf(tip)) };
  }

  @Get('export')
  @Permit('tips.read', OWN)
  @Header('cache-control', 'no-store')
  export(@Query() query: unknown, @Asker() { sight }: Person): StreamableFile {
    const question = questionIn(query);
    const read = (page: { limit: number; after: string | null }) =>
      this.house.tips.book.list({ ...question, ...page }, sight);
    const list = { name: '公众举报', columns: this.columns, read };
    return listFile<TipLine>(list, this.house.clock.now());
  }

  @Get(':id')
  @Permit('tips.read', one('tip'))
  async one(@Param('id') id: string) {
    const tip = await this.house.tips.book.one(rowId('举报', id));
    if (!tip) throw new NotFound(`没有举报“${id}”`);
    return this.lineOf(tip);
  }

  /** Saved, never shown in place: what it is, only its first bytes tell. */
  @Get(':id/files/:file')
  @Permit('tips.read', one('tip'))
  @Header('cache-control', 'no-store')
  async file(@Param('id') id: string, @Param('file') fileId: string): Promise<StreamableFile> {
    const file = await this.house.tips.book.file(rowId('举报', id), rowId('附件', fileId));
    if (!file) throw new NotFound(`没有附件“${fileId}”`);
    const { bytes, mediaType: type, name } = file;
    return new StreamableFile(bytes, { type, disposition: savedAs(name), length: bytes.length });
  }

  @Post(':id/review')
  @Permit('tips.review', one('tip'))
  @HttpCode(200)
  async review(@Param('id') id: string, @Req() request: Request) {
    await this.house.tips.review.run(readTipReview(id, await signedBody(request)));
    return this.one(id);
  }

  private lineOf<T extends TipLine>(tip: T) {
    return { ...tip, state: tipStateOf(tip), regionName: this.house.regionName(tip.regionCode) };
  }

  private get columns() {
    const { regionName } = this.house;
    return [
      { title: '收到', width: 18, cell: (tip: TipLine) => chinaTime(tip.receivedAt) },
      { title: '进度', width: 10, cell: (tip: TipLine) => tipStateWords(tipStateOf(tip)).title },
      { title: '属地', width: 12, cell: (tip: TipLine) => regionName(tip.regionCode) },
      { title: '匿名', width: 6, cell: (tip: TipLine) => (tip.anonymous ? '是' : '否') },
      { title: '被举报对象', width: 30, cell: (tip: TipLine) => tip.targets.join('、') },
      { title: '情况（开头）', width: 60, cell: (tip: TipLine) => tip.excerpt },
      { title: '附件', width: 6, cell: (tip: TipLine) => tip.files },
      { title: '相同举报', width: 10, cell: (tip: TipLine) => tip.same },
      { title: '记录编号', width: 12, cell: (tip: TipLine) => tip.recordId },
    ];
  }
}

function questionIn(query: unknown) {
  const { region, anonymous, words, ...page } = readForm(tipsForm, query);
  return {
    ...listQuestion(page),
    region: region ?? null,
    anonymous: anonymous === undefined ? null : anonymous === 'true',
    words: words ?? null,
  };
}

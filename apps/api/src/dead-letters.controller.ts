import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { House, shownFields } from '@risk/assembly';
import { FEEDS, feedName } from '@risk/domain';
import type { DeadLetter } from '@risk/intake';
import {
  chinaTime,
  cleanText,
  Invalid,
  NotFound,
  readForm,
  wholeDays,
  type Listed,
  type ListQuestion,
} from '@risk/kit';
import { LETTER_SORTS, MOST_REPLAYED, type LetterSort, type LetterWish } from '@risk/store';
import { z } from 'zod';
import { CITY, Permit } from './access/permit.js';
import { parsedOrNull, wholeOf } from './item-batches.js';
import { listFile } from './lists/list-file.js';
import { listForm, listQuestion } from './lists/list-form.js';
import { rowId } from './query.js';
import { DOOR_WORDS, originWords, titleOf } from './source-words.js';

const filters = {
  state: z.enum(['open', 'replayed', 'all']).default('open'),
  source: cleanText.min(1).max(64).optional(),
  feed: z.enum(FEEDS).optional(),
  door: z.enum(['kafka', 'http', 'file', 'table', 'desk']).optional(),
  /** Words of the reason. */
  q: cleanText.min(1).max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};
/** What may be asked of the list of dead letters. */
export const lettersForm = z.strictObject({
  ...listForm<LetterSort>(LETTER_SORTS, '-receivedAt'),
  ...filters,
});

/** The body that says which dead letters are tried again. */
export const replayForm = z.union([
  z.strictObject({
    ids: z.union([z.literal('all'), z.array(z.string().regex(/^\d{1,18}$/)).max(1000)]),
  }),
  z.strictObject({ matching: z.strictObject(filters) }),
]);

/** Lists what could not be used, opens one as far as it may be seen, and tries them again. */
@Controller('api/dead-letters')
export class DeadLettersController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('dead-letters.read', CITY)
  list(@Query() query: unknown): Promise<Listed<ToldLetter>> {
    const wish = readForm(lettersForm, query);
    return this.page(wish, listQuestion(wish));
  }

  @Get('export')
  @Permit('dead-letters.read', CITY)
  save(@Query() query: unknown) {
    const wish = readForm(lettersForm, query);
    const order = listQuestion(wish);
    return listFile<ToldLetter>(
      {
        name: '死信',
        read: (page) => this.page(wish, { ...order, ...page }),
        columns: [
          { title: '编号', cell: ({ id }) => id },
          { title: '收到', cell: ({ receivedAt }) => chinaTime(receivedAt) },
          { title: '来源', width: 28, cell: ({ title }) => title },
          { title: '数据通道', cell: ({ feed }) => feedName(feed) },
          { title: '经由', cell: ({ door }) => DOOR_WORDS[door] },
          { title: '出处', width: 36, cell: ({ cameFrom }) => cameFrom },
          { title: '原因', width: 60, cell: ({ reason }) => reason },
          { title: '重放', cell: ({ replayedAt }) => replayedAt && chinaTime(replayedAt) },
        ],
      },
      this.house.clock.now(),
    );
  }

  /** Of what it holds, only what cannot name who reported. */
  @Get(':id')
  @Permit('dead-letters.read', CITY)
  async one(@Param('id') id: string) {
    const opened = await this.house.deadLetters.open(rowId('死信', id));
    if (!opened) throw new NotFound(`没有死信“${id}”`);
    const { letter, bytes } = opened;
    return { ...this.told(letter), bytes: bytes.length, fields: shownFields(opened) };
  }

  /** Those of a list, or all that match; each is read as it would be read today. */
  @Post('replay')
  @Permit('dead-letters.replay', CITY)
  @HttpCode(200)
  async replay(@Req() request: Request) {
    const parsed = replayForm.safeParse(parsedOrNull(await wholeOf(request))?.value);
    if (!parsed.success)
      throw new Invalid(
        '请求体应为 {"ids": "all"}、{"ids": ["编号", …]} 或 {"matching": {筛选条件}}',
      );
    const { data } = parsed;
    if ('ids' in data) return this.house.replay.run(data.ids);
    const ids = await this.house.intake.letters.matching(this.wishOf(data.matching));
    const report = await this.house.replay.run(ids);
    return { ...report, isCut: ids.length >= MOST_REPLAYED };
  }

  private async page(
    wish: z.output<typeof lettersForm>,
    question: ListQuestion<LetterSort>,
  ): Promise<Listed<ToldLetter>> {
    const { rows, ...page } = await this.house.intake.letters.page(this.wishOf(wish), question);
    return { ...page, rows: rows.map((letter) => this.told(letter)) };
  }

  private told(letter: DeadLetter): ToldLetter {
    const title = titleOf(this.house, letter.source);
    return { ...letter, title, cameFrom: originWords(letter.origin) };
  }

  private wishOf(question: z.output<z.ZodObject<typeof filters>>): LetterWish {
    const { q, from, to, state, source, feed, door } = question;
    const span = wholeDays(from, to, this.house.clock.now());
    return {
      ...{ state, source, feed, door, words: q },
      from: from === undefined ? undefined : span.from,
      until: to === undefined ? undefined : span.to,
    };
  }
}

/** A dead letter with what its source is called, and in words where exactly it came from. */
type ToldLetter = DeadLetter & { readonly title: string; readonly cameFrom: string };

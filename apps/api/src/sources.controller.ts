import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { House, type SourceLine } from '@risk/assembly';
import { FEEDS, feedName } from '@risk/domain';
import { chinaDay, chinaTime, days, Invalid, readForm, type Listed } from '@risk/kit';
import type { Reconciliation } from '@risk/intake';
import { z } from 'zod';
import { CITY, Permit } from './access/permit.js';
import { listFile } from './lists/list-file.js';
import { listForm, listQuestion } from './lists/list-form.js';
import { pageInMemory, pagesOf, type SortsInMemory } from './lists/page-in-memory.js';
import { FRESHNESS_WORDS, titleOf } from './source-words.js';

const SOURCE_SORTS = [
  'title',
  'feed',
  'lastAt',
  'freshness',
  'today',
  'week',
  'openLetters',
] as const;
type SourceSort = (typeof SOURCE_SORTS)[number];
const FRESHNESS = ['late', 'fresh', 'free', 'never'] as const;

/** What may be asked of the list of sources. */
export const sourceForm = z.strictObject({
  ...listForm(SOURCE_SORTS, '-week'),
  feed: z.enum(FEEDS).optional(),
  freshness: z.enum(FRESHNESS).optional(),
});

const SOURCES_BY: SortsInMemory<SourceLine, SourceSort> = {
  keyOf: ({ name }) => name,
  sorts: {
    title: ({ title }) => title,
    feed: ({ feed }) => feed,
    lastAt: ({ lastAt }) => lastAt?.getTime() ?? 0,
    freshness: ({ freshness }) => -FRESHNESS.indexOf(freshness),
    today: ({ today }) => today.received,
    week: ({ week }) => week.received,
    openLetters: ({ openLetters }) => openLetters,
  },
};

const LINE_SORTS = ['day', 'source', 'received', 'stored', 'duplicate', 'deadLettered'] as const;
type LineSort = (typeof LINE_SORTS)[number];
/** Longer than this nobody looks back at once. */
const MOST_DAYS = 92;

/** What may be asked of the lines of the reconciliation. */
export const lineForm = z.strictObject({
  ...listForm(LINE_SORTS, '-day'),
  since: z.iso.date().optional(),
  source: z.string().min(1).max(64).optional(),
  holds: z.enum(['yes', 'no']).optional(),
});

const LINES_BY: SortsInMemory<TitledLine, LineSort> = {
  keyOf: ({ day, source, feed }) => `${day} ${source} ${feed}`,
  sorts: {
    day: ({ day, source }) => `${day} ${source}`,
    source: ({ source, day }) => `${source} ${day}`,
    received: ({ received }) => received,
    stored: ({ stored }) => stored,
    duplicate: ({ duplicate }) => duplicate,
    deadLettered: ({ deadLettered }) => deadLettered,
  },
};

/** Where it is seen whether the sources deliver as agreed, and whether the books are right. */
@Controller('api')
export class SourcesController {
  constructor(private readonly house: House) {}

  @Get('sources')
  @Permit('dead-letters.read', CITY)
  async sources(@Query() query: unknown): Promise<Listed<SourceLine>> {
    const wish = readForm(sourceForm, query);
    return pageInMemory(await this.sourcesOf(wish), listQuestion(wish), SOURCES_BY);
  }

  @Get('sources/export')
  @Permit('dead-letters.read', CITY)
  async exportSources(@Query() query: unknown) {
    const wish = readForm(sourceForm, query);
    const { clock } = this.house;
    const all = await this.sourcesOf(wish);
    return listFile<SourceLine>(
      {
        name: '数据来源',
        read: pagesOf(all, listQuestion(wish), SOURCES_BY),
        columns: [
          { title: '来源', width: 28, cell: ({ title }) => title },
          { title: '代码', width: 24, cell: ({ name }) => name },
          { title: '数据通道', cell: ({ feed }) => feedName(feed) },
          { title: '状态', cell: ({ freshness }) => FRESHNESS_WORDS[freshness] },
          { title: '最近到达', cell: ({ lastAt }) => lastAt && chinaTime(lastAt) },
          { title: '约定（小时）', cell: ({ expectHours }) => expectHours },
          { title: '今日收到', cell: ({ today }) => today.received },
          { title: '近 7 日收到', cell: ({ week }) => week.received },
          { title: '近 7 日入库', cell: ({ week }) => week.stored },
          { title: '近 7 日重复', cell: ({ week }) => week.duplicate },
          { title: '近 7 日死信', cell: ({ week }) => week.deadLettered },
          { title: '待处理死信', cell: ({ openLetters }) => openLetters },
          { title: '说明', width: 60, cell: ({ sentence }) => sentence },
        ],
      },
      clock.now(),
    );
  }

  /** Files of this source are read by the configuration alone again. */
  @Post('sources/:name/mapping/removal')
  @Permit('imports.run', CITY)
  @HttpCode(200)
  async forgetMapping(@Param('name') name: string) {
    return { name, removed: await this.house.intake.imports.forgetMapping(name) };
  }

  @Get('reconciliation/lines')
  @Permit('dead-letters.read', CITY)
  async lines(@Query() query: unknown): Promise<Listed<TitledLine>> {
    const wish = readForm(lineForm, query);
    return pageInMemory(await this.linesOf(wish), listQuestion(wish), LINES_BY);
  }

  @Get('reconciliation/lines/export')
  @Permit('dead-letters.read', CITY)
  async exportLines(@Query() query: unknown) {
    const wish = readForm(lineForm, query);
    const { clock } = this.house;
    const all = await this.linesOf(wish);
    return listFile<TitledLine>(
      {
        name: '对账',
        read: pagesOf(all, listQuestion(wish), LINES_BY),
        columns: [
          { title: '日期', cell: ({ day }) => day },
          { title: '来源', width: 28, cell: ({ title }) => title },
          { title: '数据通道', cell: ({ feed }) => feedName(feed) },
          { title: '接收', cell: ({ received }) => received },
          { title: '入库', cell: ({ stored }) => stored },
          { title: '重复', cell: ({ duplicate }) => duplicate },
          { title: '死信', cell: ({ deadLettered }) => deadLettered },
          { title: '库中记录', cell: ({ recordsFound }) => recordsFound },
          { title: '库中死信', cell: ({ deadLettersFound }) => deadLettersFound },
          { title: '结果', width: 60, cell: ({ because }) => because },
        ],
      },
      clock.now(),
    );
  }

  private async sourcesOf(wish: z.output<typeof sourceForm>): Promise<SourceLine[]> {
    const all = await this.house.intake.board.read();
    return all.filter(
      ({ feed, freshness }) =>
        (wish.feed === undefined || feed === wish.feed) &&
        (wish.freshness === undefined || freshness === wish.freshness),
    );
  }

  private async linesOf(wish: z.output<typeof lineForm>): Promise<TitledLine[]> {
    const lines = await this.house.reconcile.run(this.sinceOf(wish.since));
    const wanted = lines.filter(
      ({ source, holds }) =>
        (wish.source === undefined || source === wish.source) &&
        (wish.holds === undefined || holds === (wish.holds === 'yes')),
    );
    return wanted.map((line) => ({ ...line, title: titleOf(this.house, line.source) }));
  }

  private sinceOf(since: string | undefined): string {
    const now = this.house.clock.now().getTime();
    if (since === undefined) return chinaDay(new Date(now - days(6)));
    if (since < chinaDay(new Date(now - days(MOST_DAYS))))
      throw new Invalid(`since：一次最多看 ${MOST_DAYS} 天`);
    return since;
  }
}

/** A line of the books with what its source is called. */
type TitledLine = Reconciliation & { readonly title: string };

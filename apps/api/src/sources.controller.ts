import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { House, type SourceLine } from '@risk/assembly';
import { FEEDS, feedName } from '@risk/domain';
import { chinaDay, chinaTime, days, Invalid, readForm, type Listed } from '@risk/kit';
import type { Reconciliation } from '@risk/intake';
import { z } from 'zod';
import { CITY, Permit } from './access/permit.js';
import { listFile } from './lists/list-file.js';
import { listForm, listQuestion } from './lists/list-form.js';
import { pageOf, type SortValues } from './lists/page-of.js';
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

const sourceForm = z.strictObject({
  ...listForm(SOURCE_SORTS, '-week'),
  feed: z.enum(FEEDS).optional(),
  freshness: z.enum(FRESHNESS).optional(),
});

const SOURCE_VALUES: SortValues<SourceLine, SourceSort> = {
  title: ({ title }) => title,
  feed: ({ feed }) => feed,
  lastAt: ({ lastAt }) => lastAt?.getTime() ?? 0,
  freshness: ({ freshness }) => -FRESHNESS.indexOf(freshness),
  today: ({ today }) => today.received,
  week: ({ week }) => week.received,
  openLetters: ({ openLetters }) => openLetters,
};

const LINE_SORTS = ['day', 'source', 'received', 'stored', 'duplicate', 'deadLettered'] as const;
type LineSort = (typeof LINE_SORTS)[number];
/** Longer than this nobody looks back at once. */
const MOST_DAYS = 92;

const lineForm = z.strictObject({
  ...listForm(LINE_SORTS, '-day'),
  since: z.iso.date().optional(),
  source: z.string().min(1).max(64).optional(),
  holds: z.enum(['yes', 'no']).optional(),
});

const LINE_VALUES: SortValues<Reconciliation, LineSort> = {
  day: ({ day, source }) => `${day} ${source}`,
  source: ({ source, day }) => `${source} ${day}`,
  received: ({ received }) => received,
  stored: ({ stored }) => stored,
  duplicate: ({ duplicate }) => duplicate,
  deadLettered: ({ deadLettered }) => deadLettered,
};

/** Where it is seen whether the sources deliver as agreed, and whether the books are right. */
@Controller('api')
export class SourcesController {
  constructor(private readonly house: House) {}

  @Get('sources')
  @Permit('sources.read', CITY)
  sources(@Query() query: unknown): Promise<Listed<SourceLine>> {
    return this.sourcePage(readForm(sourceForm, query));
  }

  @Get('sources/export')
  @Permit('sources.read', CITY)
  exportSources(@Query() query: unknown) {
    const wish = readForm(sourceForm, query);
    const { clock } = this.house;
    return listFile<SourceLine>(
      {
        name: '数据来源',
        read: ({ limit, after }) => this.sourcePage({ ...wish, limit, after: after ?? undefined }),
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
  @Permit('sources.read', CITY)
  lines(@Query() query: unknown): Promise<Listed<TitledLine>> {
    return this.linePage(readForm(lineForm, query));
  }

  @Get('reconciliation/lines/export')
  @Permit('sources.read', CITY)
  exportLines(@Query() query: unknown) {
    const wish = readForm(lineForm, query);
    const { clock } = this.house;
    return listFile<TitledLine>(
      {
        name: '对账',
        read: ({ limit, after }) => this.linePage({ ...wish, limit, after: after ?? undefined }),
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

  private async sourcePage(wish: z.output<typeof sourceForm>): Promise<Listed<SourceLine>> {
    const all = await this.house.intake.board.read();
    const wanted = all.filter(
      ({ feed, freshness }) =>
        (wish.feed === undefined || feed === wish.feed) &&
        (wish.freshness === undefined || freshness === wish.freshness),
    );
    return pageOf(wanted, listQuestion(wish), SOURCE_VALUES);
  }

  private async linePage(wish: z.output<typeof lineForm>): Promise<Listed<TitledLine>> {
    const lines = await this.house.reconcile.run(this.sinceOf(wish.since));
    const wanted = lines.filter(
      ({ source, holds }) =>
        (wish.source === undefined || source === wish.source) &&
        (wish.holds === undefined || holds === (wish.holds === 'yes')),
    );
    const { rows, ...page } = pageOf(wanted, listQuestion(wish), LINE_VALUES);
    const titled = rows.map((line) => ({ ...line, title: titleOf(this.house, line.source) }));
    return { ...page, rows: titled };
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

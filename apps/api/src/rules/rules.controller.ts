import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { House, type CodeFigures, type ListColumn } from '@risk/assembly';
import {
  DIMENSIONS,
  SCHEMES,
  citation,
  dimensionName,
  elementName,
  schemeName,
  type Scheme,
} from '@risk/domain';
import { readForm } from '@risk/kit';
import { NOTHING, Permit } from '../access/permit.js';
import { listFile } from '../lists/list-file.js';
import { listForm, listQuestion } from '../lists/list-form.js';
import { pageInMemory, pagesOf, type SortsInMemory } from '../lists/page-in-memory.js';
import { ruleRows, struckIn, type RuleRow } from './rule-rows.js';
import { feedTitle, sayPeriod, sayPrecision } from './rule-words.js';

const SORTS = ['id', 'title', 'feed', 'dimension', 'weight', 'records', 'precision'] as const;
type Sort = (typeof SORTS)[number];

/** What may be asked of the rules in force. */
export const listOfRules = z.strictObject({
  ...listForm(SORTS, 'id'),
  q: z.string().trim().max(100).default(''),
  feed: z.enum(['registration', 'complaint', 'advertisement', 'entity']).optional(),
  dimension: z.enum(DIMENSIONS).optional(),
  scheme: z.enum(SCHEMES as [Scheme, ...Scheme[]]).optional(),
});

const BY: SortsInMemory<RuleRow, Sort> = {
  keyOf: ({ id }) => id,
  sorts: {
    id: ({ id }) => id,
    title: ({ title }) => title,
    feed: ({ feed }) => feed,
    dimension: ({ dimension }) => DIMENSIONS.indexOf(dimension),
    weight: ({ weight }) => weight,
    records: ({ records }) => records ?? 0,
    // Where nothing was decided there is nothing to compare.
    precision: ({ precision }) => precision?.value ?? -1,
  },
};

const COLUMNS: readonly ListColumn<RuleRow>[] = [
  { title: '编号', width: 24, cell: ({ id }) => id },
  { title: '标题', width: 32, cell: ({ title }) => title },
  { title: '数据来源', cell: ({ feed }) => feedTitle(feed) },
  { title: '维度', cell: ({ dimension }) => dimensionName(dimension) },
  { title: '分值', cell: ({ weight }) => weight },
  { title: '半衰期（天）', cell: ({ halfLifeDays }) => halfLifeDays ?? '不衰减' },
  { title: '类型', cell: ({ scheme }) => (scheme === null ? '' : schemeName(scheme)) },
  { title: '要件', cell: ({ elements }) => elements.map(elementName).join('、') },
  {
    title: '依据',
    width: 48,
    cell: ({ sources }) => sources.map(citation).join('；'),
  },
  { title: '施行期间', width: 28, cell: ({ sources }) => sources.map(sayPeriod).join('；') },
  { title: '近30天记录', cell: ({ records }) => records },
  { title: '近一年预警', cell: ({ precision }) => precision?.alerts ?? 0 },
  { title: '查实', cell: ({ precision }) => precision?.confirmed ?? 0 },
  { title: '排除', cell: ({ precision }) => precision?.refuted ?? 0 },
  { title: '查准率（95% 区间）', width: 28, cell: ({ precision }) => sayPrecision(precision) },
  { title: '例子', cell: ({ examples }) => examples },
];

/** The rules in force: what they ask for, what they rest on, how often they struck and were right. */
@Controller('api/rules')
export class RulesController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('editions.read', NOTHING)
  async list(@Query() query: Record<string, unknown>) {
    const asked = readForm(listOfRules, query);
    const figures = await this.house.figures.read();
    const rows = await this.rows(asked, figures);
    const { asOf: countedAt, isSample } = figures;
    return { ...pageInMemory(rows, listQuestion(asked), BY), countedAt, isSample };
  }

  @Get('export')
  @Permit('editions.read', NOTHING)
  async save(@Query() query: Record<string, unknown>): Promise<StreamableFile> {
    const asked = readForm(listOfRules, query);
    const rows = await this.rows(asked, await this.house.figures.readWhole());
    const read = pagesOf(rows, listQuestion(asked), BY);
    return listFile({ name: '规则', columns: COLUMNS, read }, this.house.clock.now());
  }

  @Get(':id')
  @Permit('editions.read', NOTHING)
  async one(@Param('id') id: string) {
    const { shelf } = this.house.editions;
    const [rule, history, figures] = await Promise.all([
      shelf.rule(id),
      shelf.historyOf(id),
      this.house.figures.read(),
    ]);
    const { asOf: countedAt, isSample } = figures;
    return { ...rule, ...struckIn(figures, id), history, countedAt, isSample };
  }

  private async rows(
    { q, feed, dimension, scheme }: z.output<typeof listOfRules>,
    figures: CodeFigures,
  ): Promise<RuleRow[]> {
    return ruleRows(await this.house.editions.shelf.rules(), figures, q).filter(
      (row) =>
        (feed === undefined || row.feed === feed) &&
        (dimension === undefined || row.dimension === dimension) &&
        (scheme === undefined || row.scheme === scheme),
    );
  }
}

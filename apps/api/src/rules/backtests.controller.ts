import {
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { House, type ListColumn } from '@risk/assembly';
import { tierName } from '@risk/domain';
import { backtestPeriod, backtestRequestSchema } from '@risk/editions';
import { chinaTime, readForm } from '@risk/kit';
import type { BacktestChangeLine, BacktestSort } from '@risk/store';
import { CITY, NOTHING, Permit } from '../access/permit.js';
import { signedBody } from '../access/signed-body.js';
import { listFile } from '../lists/list-file.js';
import { listForm, listQuestion } from '../lists/list-form.js';

const CHANGES = {
  ...{ new: '新增预警', dropped: '不再预警', higher: '等级升高', lower: '等级降低' },
  ...{ earlier: '更早预警', later: '更晚预警' },
} as const;
type Change = keyof typeof CHANGES;

const SORTS: readonly BacktestSort[] = ['rank', 'scoreBase', 'scoreCandidate'];
/** What may be asked of the changes of a backtest. */
export const listOfChanges = z.strictObject({
  ...listForm(SORTS, 'rank'),
  change: z.enum(Object.keys(CHANGES) as [Change, ...Change[]]).optional(),
});

const timeOf = (at: Date | null): string => (at ? chinaTime(at) : '');

const COLUMNS: readonly ListColumn<BacktestChangeLine>[] = [
  { title: '主体编号', cell: ({ entityId }) => entityId },
  { title: '名称', width: 36, cell: ({ name }) => name },
  { title: '统一社会信用代码', width: 24, cell: ({ uscc }) => uscc ?? '' },
  { title: '变化', cell: ({ change }) => CHANGES[change as Change] },
  { title: '现行最高等级', cell: ({ tierBase }) => tierName(tierBase) },
  { title: '候选最高等级', cell: ({ tierCandidate }) => tierName(tierCandidate) },
  { title: '现行指数', cell: ({ scoreBase }) => scoreBase },
  { title: '候选指数', cell: ({ scoreCandidate }) => scoreCandidate },
  { title: '现行首次预警', width: 20, cell: ({ firstBase }) => timeOf(firstBase) },
  { title: '候选首次预警', width: 20, cell: ({ firstCandidate }) => timeOf(firstCandidate) },
  { title: '主要规则或词语', width: 26, cell: ({ because }) => because },
];

/** What other rules would have changed: asked for at a screen, and read there. */
@Controller('api/editions')
export class BacktestsController {
  constructor(private readonly house: House) {}

  @Post(':id/backtest/start')
  @Permit('editions.draft', CITY)
  @HttpCode(202)
  async start(@Param('id') editionId: string, @Req() request: Request) {
    const { by, because, ...days } = readForm(backtestRequestSchema, await signedBody(request));
    const period = backtestPeriod(days, this.house.clock.now());
    return this.house.editions.jobs.start({ editionId, by, because, period });
  }

  @Get(':id/backtest')
  @Permit('editions.read', CITY)
  async state(@Param('id') id: string) {
    const { jobs, backtests } = this.house.editions;
    return { job: jobs.of(id), last: await backtests.latest(id) };
  }

  @Get(':id/backtest/changes')
  @Permit('editions.read', CITY)
  changes(@Param('id') id: string, @Query() query: Record<string, unknown>) {
    const { change = null, ...page } = readForm(listOfChanges, query);
    return this.house.editions.backtests.changes(rowOf(id), change, listQuestion(page));
  }

  @Get(':id/backtest/changes/export')
  @Permit('editions.read', CITY)
  save(@Param('id') id: string, @Query() query: Record<string, unknown>): StreamableFile {
    const { change = null, ...page } = readForm(listOfChanges, query);
    const question = listQuestion(page);
    const { backtests } = this.house.editions;
    const read = (part: { readonly limit: number; readonly after: string | null }) =>
      backtests.changes(rowOf(id), change, { ...question, ...part });
    const name = `版本 ${rowOf(id)} 回测差异`;
    return listFile({ name, columns: COLUMNS, read }, this.house.clock.now());
  }

  @Get(':id/difference')
  @Permit('editions.read', NOTHING)
  async difference(@Param('id') id: string, @Query('from') from?: string) {
    const { store, drafts } = this.house.editions;
    const base = from ?? (await store.inForce())?.id ?? id;
    return { from: base, ...(await drafts.difference(base, id)) };
  }
}

/** Nothing has another id than a number; such a list is empty. */
const rowOf = (id: string): string => (/^\d{1,18}$/.test(id) ? id : '0');

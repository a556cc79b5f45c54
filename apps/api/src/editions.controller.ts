import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { House } from '@risk/assembly';
import {
  backtestRequestSchema,
  draftRequestSchema,
  stageOf,
  stepRequestSchema,
  type BookFile,
  type Edition,
  type StepKind,
} from '@risk/editions';
import { NotFound } from '@risk/kit';
import { parseYaml } from '@risk/settings';
import { jsonBody } from './json-body.js';

/** The steps that an address names; the backtest has one of its own. */
const STEPS: Readonly<Record<string, StepKind>> = {
  shadow: 'shadowed',
  publish: 'published',
  rollback: 'rolled-back',
  withdraw: 'withdrawn',
};

const EVER = new Date(0);
const chinaMidnight = (on: string): Date => new Date(`${on}T00:00:00+08:00`);
const DAY = 86_400_000;

/** The life of editions of the rules, for other systems and the workbench. */
@Controller('api/editions')
export class EditionsController {
  constructor(private readonly house: House) {}

  @Get()
  async list() {
    return (await this.house.editions.store.list()).map(staged);
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    const edition = await this.found(id);
    return { ...staged(edition), book: await this.house.editions.store.bookOf(edition) };
  }

  @Get(':id/shadow')
  async shadow(@Param('id') id: string) {
    const edition = await this.found(id);
    const { shadow } = this.house.editions;
    return {
      progress: await shadow.progress(edition.id),
      differences: await shadow.differences(edition.id),
    };
  }

  @Post()
  @HttpCode(201)
  async draft(@Req() request: Request) {
    const { rules, scoring, ...wish } = await jsonBody(request, draftRequestSchema);
    const files = Object.entries(rules).map(([name, yaml]) => plain(name, yaml));
    const book = { rules: files, scoring: await this.scoringOf(scoring) };
    return staged(await this.house.editions.draft.run({ ...wish, book }));
  }

  @Post(':id/backtest')
  @HttpCode(200)
  async backtest(@Param('id') editionId: string, @Req() request: Request) {
    const { by, because, from, to } = await jsonBody(request, backtestRequestSchema);
    const period = {
      from: from === undefined ? EVER : chinaMidnight(from),
      to:
        to === undefined ? this.house.clock.now() : new Date(chinaMidnight(to).getTime() + DAY - 1),
    };
    const wish = { editionId, by, because, period };
    const { edition, report } = await this.house.editions.backtest.run(wish);
    return {
      edition: staged(edition),
      report: { ...report, codes: Object.fromEntries(report.codes) },
    };
  }

  @Post(':id/:step')
  @HttpCode(200)
  async step(@Param('id') editionId: string, @Param('step') step: string, @Req() request: Request) {
    const kind = STEPS[step];
    if (!kind)
      throw new NotFound(`没有步骤 ${step}，可用：backtest、${Object.keys(STEPS).join('、')}`);
    const wish = await jsonBody(request, stepRequestSchema);
    return staged(await this.house.editions.advance.run({ editionId, kind, ...wish }));
  }

  private async scoringOf(yaml: string | undefined): Promise<BookFile> {
    if (yaml !== undefined) return plain('scoring.yaml', yaml);
    const { store } = this.house.editions;
    const inForce = await store.inForce();
    const book = inForce && (await store.bookOf(inForce));
    if (!book) throw new NotFound('还没有现行版本，请在 scoring 中给出评分参数');
    return book.scoring;
  }

  private async found(id: string): Promise<Edition> {
    const edition = await this.house.editions.store.find(id);
    if (!edition) throw new NotFound(`没有版本 ${id}`);
    return edition;
  }
}

const staged = (edition: Edition) => ({ ...edition, stage: stageOf(edition) });

function plain(name: string, yaml: string): BookFile {
  const { content } = parseYaml(name, yaml);
  return { name, content };
}

import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import {
  SHADOW_TIME,
  backtestPeriod,
  backtestRequestSchema,
  draftRequestSchema,
  refusalOf,
  stageName,
  stepName,
  stepRequestSchema,
  type BookFile,
  type Edition,
  type StepKind,
} from '@risk/editions';
import { NotFound, readForm } from '@risk/kit';
import { parseYaml, plainFile } from '@risk/settings';
import { CITY, NOTHING, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { must } from './access/must.js';
import { signedBody } from './access/signed-body.js';
import { staged } from './rules/staged-edition.js';

/** The steps that an address names; the backtest has one of its own. */
const STEPS: Readonly<Record<string, StepKind>> = {
  shadow: 'shadowed',
  publish: 'published',
  rollback: 'rolled-back',
  withdraw: 'withdrawn',
};

/** The life of editions of the rules, for other systems and the workbench. */
@Controller('api/editions')
export class EditionsController {
  constructor(private readonly house: House) {}

  @Get(':id')
  @Permit('editions.read', NOTHING)
  async one(@Param('id') id: string) {
    const edition = await this.found(id);
    return { ...staged(edition), book: await this.house.editions.store.bookOf(edition) };
  }

  /** What happened to it, and why each next step may not be taken by whoever asks; null where it may. */
  @Get(':id/life')
  @Permit('editions.read', NOTHING)
  async life(@Param('id') id: string, @Asker() { name }: Person) {
    const edition = await this.found(id);
    const wanted = { by: name, because: '查看', at: this.house.clock.now() };
    const refusals = (['shadowed', 'published', 'rolled-back', 'withdrawn'] as const).map(
      (kind) => ({ kind, says: refusalOf(edition, { ...wanted, kind }) }),
    );
    const urgent = refusalOf(edition, { ...wanted, kind: 'published', urgent: true });
    const { steps, ...head } = staged(edition);
    const told = steps.map(({ kind, by, because, at, detail }) => ({
      ...{ kind, title: stepName(kind), by, because, at, isUrgent: detail?.['urgent'] === true },
    }));
    const began = steps.findLast(({ kind }) => kind === 'shadowed')?.at ?? null;
    const shadowUntil = began && new Date(began.getTime() + SHADOW_TIME);
    return {
      ...head,
      stageTitle: stageName(head.stage),
      steps: told,
      refusals,
      urgent,
      shadowUntil,
    };
  }

  @Get(':id/shadow')
  @Permit('editions.read', CITY)
  async shadow(@Param('id') id: string) {
    const edition = await this.found(id);
    const { shadow } = this.house.editions;
    return {
      progress: await shadow.progress(edition.id),
      differences: await shadow.differences(edition.id),
    };
  }

  @Post()
  @Permit('editions.draft', NOTHING)
  @HttpCode(201)
  async draft(@Req() request: Request) {
    const { rules, scoring, lexicon, ...wish } = readForm(
      draftRequestSchema,
      await signedBody(request),
    );
    const scale = scoring === undefined ? null : plain('scoring.yaml', scoring);
    const book = {
      rules: filesOf(rules),
      scoring: scale,
      lexicon: lexicon ? filesOf(lexicon) : null,
    };
    return staged(await this.house.editions.draft.run({ ...wish, book }));
  }

  @Post(':id/backtest')
  @Permit('editions.draft', CITY)
  @HttpCode(200)
  async backtest(@Param('id') editionId: string, @Req() request: Request) {
    const { by, because, ...days } = readForm(backtestRequestSchema, await signedBody(request));
    const period = backtestPeriod(days, this.house.clock.now());
    const wish = { editionId, by, because, period };
    const { edition, report } = await this.house.editions.backtest.run(wish);
    return {
      edition: staged(edition),
      report: { ...report, codes: Object.fromEntries(report.codes) },
    };
  }

  @Post(':id/:step')
  @Permit('editions.read', CITY)
  @HttpCode(200)
  async step(
    @Param('id') editionId: string,
    @Param('step') step: string,
    @Req() request: Request,
    @Asker() asker: Person,
  ) {
    const kind = STEPS[step];
    if (!kind)
      throw new NotFound(`没有步骤 ${step}，可用：backtest、${Object.keys(STEPS).join('、')}`);
    must(asker, kind === 'shadowed' ? 'editions.draft' : 'editions.review');
    const wish = readForm(stepRequestSchema, await signedBody(request));
    return staged(await this.house.editions.advance.run({ editionId, kind, ...wish }));
  }

  private async found(id: string): Promise<Edition> {
    const edition = await this.house.editions.store.find(id);
    if (!edition) throw new NotFound(`没有版本 ${id}`);
    return edition;
  }
}

const filesOf = (texts: Readonly<Record<string, string>>): BookFile[] =>
  Object.entries(texts).map(([name, yaml]) => plain(name, yaml));
const plain = (name: string, yaml: string): BookFile => plainFile(parseYaml(name, yaml));

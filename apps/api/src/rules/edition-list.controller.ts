import { Controller, Get, Query } from '@nestjs/common';
import { House } from '@risk/assembly';
import { stageName, stepName } from '@risk/editions';
import { chinaTime, readForm, type Listed } from '@risk/kit';
import { z } from 'zod';
import { NOTHING, Permit } from '../access/permit.js';
import { listFile } from '../lists/list-file.js';
import { listForm, listQuestion } from '../lists/list-form.js';
import { pageInMemory, pagesOf, type SortsInMemory } from '../lists/page-in-memory.js';
import { staged, type StagedEdition } from './staged-edition.js';

const SORTS = ['draftedAt', 'title', 'stage'] as const;
/** What may be asked of the list of editions. */
export const editionsForm = z.strictObject(listForm(SORTS, '-draftedAt'));

const BY: SortsInMemory<StagedEdition, (typeof SORTS)[number]> = {
  keyOf: ({ id }) => id,
  sorts: {
    draftedAt: ({ id }) => Number(id),
    title: ({ title }) => title,
    stage: ({ stage }) => stageName(stage),
  },
};

/** The editions of the rules, one a line. */
@Controller('api/editions')
export class EditionListController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('editions.read', NOTHING)
  async list(@Query() query: unknown): Promise<Listed<StagedEdition>> {
    return pageInMemory(await this.editions(), listQuestion(readForm(editionsForm, query)), BY);
  }

  @Get('export')
  @Permit('editions.read', NOTHING)
  async save(@Query() query: unknown) {
    const question = listQuestion(readForm(editionsForm, query));
    const editions = await this.editions();
    return listFile<StagedEdition>(
      {
        name: '规则版本',
        read: pagesOf(editions, question, BY),
        columns: [
          { title: '版本', cell: ({ id }) => Number(id) },
          { title: '名称', width: 40, cell: ({ title }) => title },
          { title: '阶段', cell: ({ stage }) => stageName(stage) },
          { title: '起草人', width: 14, cell: ({ draftedBy }) => draftedBy },
          { title: '起草', width: 18, cell: ({ draftedAt }) => chinaTime(draftedAt) },
          { title: '理由', width: 50, cell: ({ steps: [first] }) => first?.because ?? '' },
          {
            title: '经过',
            width: 80,
            cell: ({ steps }) =>
              steps.map(({ kind, by, at }) => `${chinaTime(at)} ${by}${stepName(kind)}`).join('；'),
          },
        ],
      },
      this.house.clock.now(),
    );
  }

  private async editions(): Promise<StagedEdition[]> {
    return (await this.house.editions.store.list()).map(staged);
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { House } from '@risk/assembly';
import { stageName, stepName } from '@risk/editions';
import { chinaTime, readForm, type Listed } from '@risk/kit';
import { z } from 'zod';
import { NOTHING, Permit } from '../access/permit.js';
import { listFile } from '../lists/list-file.js';
import { listForm, listQuestion } from '../lists/list-form.js';
import { pageOf, type SortValues } from '../lists/page-of.js';
import { staged, type StagedEdition } from './staged-edition.js';

const SORTS = ['draftedAt', 'title', 'stage'] as const;
/** What may be asked of the list of editions. */
export const editionForm = z.strictObject(listForm(SORTS, '-draftedAt'));
type Wish = z.output<typeof editionForm>;

const VALUES: SortValues<StagedEdition, (typeof SORTS)[number]> = {
  draftedAt: ({ id }) => Number(id),
  title: ({ title }) => title,
  stage: ({ stage }) => stageName(stage),
};

/** The editions of the rules, one a line. */
@Controller('api/editions')
export class EditionListController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('editions.read', NOTHING)
  list(@Query() query: unknown): Promise<Listed<StagedEdition>> {
    return this.page(readForm(editionForm, query));
  }

  @Get('export')
  @Permit('editions.read', NOTHING)
  save(@Query() query: unknown) {
    const wish = readForm(editionForm, query);
    return listFile<StagedEdition>(
      {
        name: '规则版本',
        read: ({ limit, after }) => this.page({ ...wish, limit, after: after ?? undefined }),
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

  private async page(wish: Wish): Promise<Listed<StagedEdition>> {
    const editions = await this.house.editions.store.list();
    return pageOf(editions.map(staged), listQuestion(wish), VALUES);
  }
}

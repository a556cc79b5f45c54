import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { Person } from '@risk/access';
import { House, type ListColumn } from '@risk/assembly';
import { feedName, tierName } from '@risk/domain';
import { chinaTime, readForm } from '@risk/kit';
import type { StrikeLine } from '@risk/store';
import { Asker } from '../access/caller.js';
import { OWN, Permit } from '../access/permit.js';
import { listFile } from '../lists/list-file.js';
import { listForm, listQuestion } from '../lists/list-form.js';

/** What may be asked of the records that a code struck. */
export const listOfStrikes = z.strictObject(listForm(['occurredAt'], '-occurredAt'));
const MOST_ALERTS = 20;

const COLUMNS: readonly ListColumn<StrikeLine>[] = [
  { title: '记录', cell: ({ recordId }) => recordId },
  { title: '时间', width: 20, cell: ({ occurredAt }) => chinaTime(occurredAt) },
  { title: '数据来源', cell: ({ feed }) => feedName(feed) },
  { title: '主体', width: 36, cell: ({ name }) => name },
  { title: '记录评分', cell: ({ score }) => score ?? '' },
  { title: '记录等级', cell: ({ tier }) => (tier === null ? '' : tierName(tier)) },
  { title: '样例', cell: ({ sample }) => (sample ? '是' : '') },
];

/** Where a rule or a word struck lately, as far as the asker sees it. */
@Controller('api/codes')
export class StrikesController {
  constructor(private readonly house: House) {}

  @Get(':code/strikes')
  @Permit('records.read', OWN)
  records(
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
    @Asker() { sight }: Person,
  ) {
    const question = listQuestion(readForm(listOfStrikes, query));
    return this.house.strikes.records(code, sight, question);
  }

  @Get(':code/strikes/export')
  @Permit('records.read', OWN)
  save(
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
    @Asker() { sight }: Person,
  ): StreamableFile {
    const question = listQuestion(readForm(listOfStrikes, query));
    const read = (page: { readonly limit: number; readonly after: string | null }) =>
      this.house.strikes.records(code, sight, { ...question, ...page });
    const name = `${code} 触发的记录`;
    return listFile({ name, columns: COLUMNS, read }, this.house.clock.now());
  }

  @Get(':code/alerts')
  @Permit('alerts.read', OWN)
  alerts(@Param('code') code: string, @Asker() { sight }: Person) {
    return this.house.strikes.alerts(code, sight, MOST_ALERTS);
  }
}

import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import { viewChangeSchema, viewDraftSchema } from '@risk/alerting';
import { House } from '@risk/assembly';
import { Conflict, Invalid, NotFound, readForm, RiskError } from '@risk/kit';
import { MOST_IN_VIEW, MOST_VIEWS, type KeptView, type QueueFilter } from '@risk/store';
import { Asker } from '../access/caller.js';
import { may, must } from '../access/must.js';
import { NOTHING, OWN, Permit } from '../access/permit.js';
import { jsonOf } from '../json-body.js';
import { rowId } from '../query.js';
import { filterIn } from './queue-form.js';
import { queueAsker } from './queue-row.js';

/** A view with how many alerts it shows now. */
export interface CountedView extends KeptView {
  /** Counted up to 1,000, which means more than 999; null when its query is not understood any more. */
  readonly count: number | null;
  /** Whether the asker may rename or remove it. */
  readonly isMine: boolean;
}

/** Views of the queue that people keep, for themselves or for their unit. */
@Controller('api/alert-views')
export class ViewsController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('alerts.read', OWN)
  async list(@Asker() asker: Person): Promise<readonly CountedView[]> {
    const { alerts, clock } = this.house;
    const views = await alerts.views.list(asker);
    const filters = views.map((view) => filterOrNull(view.query));
    const known = filters.filter((filter) => filter !== null);
    const asking = { asker: queueAsker(asker), now: clock.now() };
    const counts = (await alerts.queue.counts(known, asking)).values();
    return views.map((view, at) => ({
      ...view,
      count: filters[at] ? Math.min(counts.next().value ?? 0, MOST_IN_VIEW) : null,
      isMine: !view.isShared || may(asker, 'views.share'),
    }));
  }

  @Post()
  @Permit('alerts.read', NOTHING)
  @HttpCode(201)
  async make(@Req() request: Request, @Asker() asker: Person) {
    const draft = readForm(viewDraftSchema, await jsonOf(request));
    if (draft.isShared) must(asker, 'views.share');
    filterIn(draft.query);
    const { alerts, clock } = this.house;
    const kept = { ...draft, madeBy: asker.name, at: clock.now() };
    const id = await alerts.views.add(asker, kept);
    if (id === null) throw new Conflict(`已经有同名的视图，或者视图已满 ${String(MOST_VIEWS)} 个`);
    return { id };
  }

  @Post(':id')
  @Permit('alerts.read', NOTHING)
  @HttpCode(200)
  async change(@Param('id') id: string, @Req() request: Request, @Asker() asker: Person) {
    const change = readForm(viewChangeSchema, await jsonOf(request));
    if (Object.keys(change).length === 0) throw new Invalid('请写明改什么');
    if (change.query !== undefined) filterIn(change.query);
    await this.refuseForeign(id, asker);
    if (!(await this.house.alerts.views.change(asker, id, change)))
      throw new Conflict('已经有同名的视图');
    return { id };
  }

  @Post(':id/remove')
  @Permit('alerts.read', NOTHING)
  @HttpCode(200)
  async remove(@Param('id') id: string, @Asker() asker: Person) {
    await this.refuseForeign(id, asker);
    await this.house.alerts.views.remove(asker, id);
    return { id };
  }

  /** Another's view is as if it were not there; one of the unit belongs to whoever may share. */
  private async refuseForeign(id: string, asker: Person): Promise<void> {
    const view = await this.house.alerts.views.find(asker, rowId('这个视图', id));
    if (!view) throw new NotFound('没有找到');
    if (view.isShared) must(asker, 'views.share');
  }
}

/** A filter that an older house wrote may not be understood any more: the view can still be removed. */
function filterOrNull(text: string): QueueFilter | null {
  try {
    return filterIn(text);
  } catch (error) {
    if (error instanceof RiskError) return null;
    throw error;
  }
}

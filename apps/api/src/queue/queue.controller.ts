import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import type { StepKind } from '@risk/alerting';
import { House } from '@risk/assembly';
import { readForm, type Listed, type ListQuestion } from '@risk/kit';
import type { QueueFilter, QueueSort } from '@risk/store';
import { noteAtDoor } from '../access/audit-door.js';
import { Asker } from '../access/caller.js';
import { may } from '../access/must.js';
import { NOTHING, OWN, Permit } from '../access/permit.js';
import { signedBody } from '../access/signed-body.js';
import { regionChoices, schemeChoices, unitChoices } from '../choices.js';
import { listFile } from '../lists/list-file.js';
import { listQuestion } from '../lists/list-form.js';
import { actOnMany, type ManyDone } from './act-on-many.js';
import { readBulk } from './bulk-form.js';
import { QUEUE_COLUMNS } from './queue-columns.js';
import { filterOf, queueForm } from './queue-form.js';
import { queueAsker, rowsFor, type QueueRow } from './queue-row.js';

/** The queue of alerts: what waits for whom, and what is done with many at once. */
@Controller('api/alerts')
export class QueueController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('alerts.read', OWN)
  list(@Query() query: unknown, @Asker() asker: Person): Promise<Listed<QueueRow>> {
    const read = readForm(queueForm, query);
    return this.page(filterOf(read), asker, listQuestion<QueueSort>(read));
  }

  @Get('export')
  @Permit('alerts.read', OWN)
  export(@Query() query: unknown, @Asker() asker: Person): StreamableFile {
    const read = readForm(queueForm, query);
    const [filter, question] = [filterOf(read), listQuestion<QueueSort>(read)];
    const list = {
      ...{ name: '预警', columns: QUEUE_COLUMNS },
      read: (page: Pick<ListQuestion, 'limit' | 'after'>) =>
        this.page(filter, asker, { ...question, ...page }),
    };
    return listFile(list, this.house.clock.now());
  }

  /** What the filters offer, and who can be entrusted with an alert. */
  @Get('choices')
  @Permit('alerts.read', NOTHING)
  async choices(@Asker() asker: Person) {
    const { alerts } = this.house;
    return {
      units: unitChoices(this.house),
      regions: regionChoices(this.house),
      schemes: schemeChoices(),
      colleagues: may(asker, 'alerts.act') ? await alerts.colleagues.of(asker.unit) : [],
    };
  }

  @Post('bulk')
  @Permit('alerts.act', OWN)
  @HttpCode(200)
  async bulk(@Req() request: Request, @Asker() asker: Person): Promise<ManyDone> {
    const { act, choice } = readBulk(await signedBody(request));
    const outcome = await actOnMany(this.house, asker, act, choice);
    await this.record(request, asker, act.kind, outcome);
    return outcome;
  }

  private async page(
    filter: QueueFilter,
    asker: Person,
    question: ListQuestion<QueueSort>,
  ): Promise<Listed<QueueRow>> {
    const { alerts, clock } = this.house;
    const asking = { asker: queueAsker(asker), now: clock.now() };
    const { rows, ...rest } = await alerts.queue.page(filter, asking, question);
    return { ...rest, rows: rows.map(rowsFor(this.house, asker)) };
  }

  /** The door tells of the whole; here each alert has its own line on the trail. */
  private async record(
    request: Request,
    person: Person,
    deed: StepKind,
    { done, failed }: ManyDone,
  ) {
    const note = (id: string, outcome: 'done' | 'refused') =>
      noteAtDoor(this.house, request, {
        ...{ person, action: 'alerts.act', deed, subject: `alert:${id}`, outcome },
      });
    await Promise.all([
      ...done.map(({ id }) => note(id, 'done')),
      ...failed.map(({ id }) => note(id, 'refused')),
    ]);
  }
}

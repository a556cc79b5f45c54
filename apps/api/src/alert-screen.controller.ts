import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Person } from '@risk/access';
import { House, whyNotEntity } from '@risk/assembly';
import { NotFound, readForm } from '@risk/kit';
import { z } from 'zod';
import { Asker } from './access/caller.js';
import { one, Permit } from './access/permit.js';
import { alertEvidence } from './alert/alert-grounds.js';
import { wholeAlert } from './alert/whole-alert.js';
import { asked, rowId } from './query.js';

/** What may be asked of the evidence of an alert. */
export const evidenceForm = z.strictObject({
  code: asked.code.nullable().default(null),
  after: asked.rowId.nullable().default(null),
});

/** What the screen of one alert is drawn from. */
@Controller('api')
export class AlertScreenController {
  constructor(private readonly house: House) {}

  /** Whoever opens it has seen it: what comes later is new to them in the queue. */
  @Get('alerts/:id/whole')
  @Permit('alerts.read', one('alert'))
  async whole(@Param('id') id: string, @Asker() asker: Person) {
    const whole = await wholeAlert(this.house, rowId('预警', id), asker);
    if (!whole) throw new NotFound('没有这条预警');
    await this.house.alerts.queue.noteSeen(asker.id, id, whole.now);
    return whole;
  }

  /** Apart from the rest: whoever opens the words of complaints is noted for that. */
  @Get('alerts/:id/evidence')
  @Permit('records.read', one('alert'))
  async evidence(@Param('id') id: string, @Query() query: unknown, @Asker() asker: Person) {
    const question = readForm(evidenceForm, query);
    return alertEvidence(this.house, await this.entityOf(id), question, asker);
  }

  @Get('alerts/:id/not-higher')
  @Permit('records.read', one('alert'))
  async notHigher(@Param('id') id: string) {
    return { whyNot: await whyNotEntity(this.house, await this.entityOf(id)) };
  }

  private async entityOf(alertId: string): Promise<string> {
    const entityId = await this.house.alerts.surroundings.rootOf(rowId('预警', alertId));
    if (entityId === null) throw new NotFound('没有这条预警');
    return entityId;
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { Invalid, NotFound, chinaDay, isCalendarDay } from '@risk/kit';
import { Asker } from './access/caller.js';
import { CITY, ForEverybody, one, Permit } from './access/permit.js';
import { describeApi } from './described/describe-api.js';
import { rowId } from './query.js';

/** What screens and other systems may read. */
@Controller('api')
export class ReadingController {
  constructor(private readonly house: House) {}

  @Get('overview')
  @Permit('overview.read', CITY)
  overview() {
    return this.house.overview.read();
  }

  /** Whoever reads it has seen it: what comes later is new to them. */
  @Get('alerts/:id')
  @Permit('alerts.read', one('alert'))
  async alert(@Param('id') id: string, @Asker() asker: Person) {
    const { overview, alerts, clock } = this.house;
    const alert = found(await overview.alert(rowId('这条数据', id)), '没有这条预警');
    await alerts.queue.noteSeen(asker.id, id, clock.now());
    return alert;
  }

  @Get('records/:id/explanation')
  @Permit('records.read', one('record'))
  async explanation(@Param('id') id: string) {
    return found(await this.house.explanation.of(id), '没有这条记录');
  }

  @Get('reconciliation')
  @Permit('dead-letters.read', CITY)
  reconciliation(@Query('since') since = chinaDay(this.house.clock.now())) {
    if (!isCalendarDay(since)) throw new Invalid('since 应为 yyyy-mm-dd');
    return this.house.reconcile.run(since);
  }

  @Get('openapi.json')
  @ForEverybody()
  openApi() {
    return document();
  }

  @Get('asyncapi.json')
  @ForEverybody()
  asyncApi() {
    return this.house.documents.asyncapi;
  }
}

/** Made when somebody asks first: it does not change while the house runs. */
let made: object | null = null;
const document = (): object => (made ??= describeApi().openapi);

function found<T>(value: T | null, otherwise: string): T {
  if (value === null) throw new NotFound(otherwise);
  return value;
}

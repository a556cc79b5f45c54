import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Person } from '@risk/access';
import { House, type Entered } from '@risk/assembly';
import { onlySeen } from './access/must.js';
import { Asker } from './access/caller.js';
import { NOTHING, Permit } from './access/permit.js';
import { cityChoice, regionChoices, sourceChoices } from './choices.js';
import { entryOf, readEntry } from './entry-form.js';
import { entryResult } from './entry-result.js';
import { jsonOf } from './json-body.js';

/** Where somebody at a desk types in what was brought to the office. */
@Controller('api/entries')
export class EntriesController {
  constructor(private readonly house: House) {}

  /** What a form offers: from where, and in which county. */
  @Get('form')
  @Permit('records.enter', NOTHING)
  form() {
    return {
      sources: sourceChoices(this.house),
      regions: [cityChoice(this.house), ...regionChoices(this.house)],
    };
  }

  /** Takes the same path as what systems deliver; who reported goes into the vault and is answered to nobody. */
  @Post()
  @Permit('records.enter', NOTHING)
  @HttpCode(200)
  async enter(@Req() request: Request, @Asker() asker: Person) {
    const entry = entryOf(readEntry(await jsonOf(request)), asker.name);
    return this.seen(await this.house.intake.enter.run(entry), asker);
  }

  private async seen(entered: Entered, asker: Person) {
    const { alerts, entities } = entered.explanation;
    const shown = {
      alerts: await onlySeen(this.house, 'alert', alerts, asker),
      entities: await onlySeen(this.house, 'entity', entities, asker),
    };
    return entryResult(entered, shown);
  }
}

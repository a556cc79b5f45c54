import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import { readForm } from '@risk/kit';
import { Asker } from './access/caller.js';
import { CITY, NOTHING, OWN, Permit } from './access/permit.js';

/** What may be asked of the situation. */
export const spanForm = z.strictObject({
  days: z.coerce.number().int().min(7).max(366).default(30),
});

/** How the city stands, at a glance. */
@Controller('api/situation')
export class SituationController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('situation.read', OWN)
  situation(@Asker() { sight }: Person, @Query() query: unknown) {
    return this.house.situation.run(sight, readForm(spanForm, query).days);
  }

  /** How early alerts were, and how often right, as far as outcomes are known. */
  @Get('lead-time')
  @Permit('situation.read', CITY)
  leadTime(@Query() query: unknown) {
    return this.house.situation.leadTime(readForm(spanForm, query).days);
  }

  /** The city's own map; without shapes where nobody gave one. */
  @Get('map')
  @Permit('situation.read', NOTHING)
  map() {
    return this.house.engines.map;
  }
}

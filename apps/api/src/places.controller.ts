import { Controller, Get } from '@nestjs/common';
import { House } from '@risk/assembly';
import { NOTHING, Permit } from './access/permit.js';

/** The units and regions that an account can be of. */
@Controller('api')
export class PlacesController {
  constructor(private readonly house: House) {}

  @Get('places')
  @Permit('accounts.read', NOTHING)
  places() {
    const { units, regions } = this.house.engines.routing;
    return {
      office: units.office,
      units: units.units.map(({ code, name }) => ({ code, name })),
      regions: [...regions.counties, ...regions.zones].map(({ code, name }) => ({ code, name })),
    };
  }
}

import { Controller, Get } from '@nestjs/common';
import { House } from '@risk/assembly';
import { NOTHING, Permit } from './access/permit.js';
import { regionChoices, unitChoices } from './choices.js';

/** The units and regions that an account can be of. */
@Controller('api')
export class PlacesController {
  constructor(private readonly house: House) {}

  @Get('places')
  @Permit('accounts.read', NOTHING)
  places() {
    return {
      office: this.house.engines.routing.units.office,
      units: unitChoices(this.house),
      regions: regionChoices(this.house),
    };
  }
}

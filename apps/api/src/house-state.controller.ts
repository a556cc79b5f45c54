import { Controller, Get } from '@nestjs/common';
import { House } from '@risk/assembly';
import { NOTHING, Permit } from './access/permit.js';

/** How the house runs, for who keeps it running. */
@Controller('api/house-state')
export class HouseStateController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('health.read', NOTHING)
  state() {
    return this.house.running.run();
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { House } from '@risk/assembly';
import { Invalid } from '@risk/kit';
import { CITY, Permit } from './access/permit.js';

/** What units were told, and what they did. */
@Controller('api')
export class LedgerController {
  constructor(private readonly house: House) {}

  @Get('ledger')
  @Permit('units.read', CITY)
  ledger(
    @Query('from') from?: unknown,
    @Query('to') to?: unknown,
    @Query('unit') unit?: unknown,
    @Query('samples') samples: unknown = 'false',
  ) {
    const first = oneOrNull('from', from);
    if (first === null) throw new Invalid('from：请给出起始日 yyyy-mm-dd');
    if (samples !== 'true' && samples !== 'false') throw new Invalid('samples 应为 true 或 false');
    const asked = { from: first, to: oneOrNull('to', to), unit: oneOrNull('unit', unit) };
    return this.house.desk.ledger({ ...asked, samples: samples === 'true' });
  }
}

/** Given twice, a query is a list. */
function oneOrNull(name: string, text: unknown): string | null {
  if (text === undefined) return null;
  if (typeof text === 'string') return text;
  throw new Invalid(`${name} 只能给一次`);
}

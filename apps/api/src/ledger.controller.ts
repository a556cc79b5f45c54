import { Controller, Get, Query } from '@nestjs/common';
import { House } from '@risk/assembly';
import { Invalid } from '@risk/kit';
import { CITY, Permit } from './access/permit.js';
import { dutyColumns } from './desk-lists/duty-export.js';
import { inOrder } from './desk-lists/ledger-order.js';
import {
  findingColumns,
  ledgerColumns,
  readLedgerDuties,
  readLedgerFindings,
} from './desk-lists/ledger-question.js';
import { named } from './duties.controller.js';
import { listFile } from './lists/list-file.js';
import { namesOf } from './names-of.js';

type Said = Readonly<Record<string, unknown>>;

/** What units were told, what they did and how long it took; and the duties behind each figure. */
@Controller('api/ledger')
export class LedgerController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('units.read', CITY)
  async ledger(@Query() { sort, ...asked }: Said) {
    const ledger = await this.house.desk.presentLedger(ledgerRequest(asked));
    return { ...ledger, lines: inOrder(ledger.lines, oneOrNull('sort', sort)) };
  }

  @Get('export')
  @Permit('units.read', CITY)
  async export(@Query() query: Said) {
    const { sort, ...asked } = query;
    const ledger = await this.house.desk.presentLedger(ledgerRequest(asked));
    const { period } = ledger;
    const lines = inOrder(ledger.lines, oneOrNull('sort', sort));
    const read = () => Promise.resolve({ rows: lines, next: null, total: lines.length });
    const name = `履职台账-${period.from}至${period.to}`;
    return listFile({ name, columns: ledgerColumns(ledger), read }, this.house.clock.now());
  }

  @Get('duties')
  @Permit('units.read', CITY)
  async duties(@Query() query: unknown) {
    const question = readLedgerDuties(query, this.house.clock.now());
    const page = await this.house.deskLists.ledgerDuties(question);
    return { ...page, rows: page.rows.map((duty) => named(this.house, duty)) };
  }

  @Get('duties/export')
  @Permit('units.read', CITY)
  exportDuties(@Query() query: unknown) {
    const now = this.house.clock.now();
    const question = readLedgerDuties(query, now);
    const read = (page: object) => this.house.deskLists.ledgerDuties({ ...question, ...page });
    const columns = dutyColumns(namesOf(this.house), now);
    return listFile({ name: '履职台账-应办事项', columns, read }, now);
  }

  @Get('findings')
  @Permit('units.read', CITY)
  async findings(@Query() query: unknown) {
    const question = readLedgerFindings(query, this.house.clock.now());
    const page = await this.house.deskLists.ledgerFindings(question);
    const { desk } = this.house;
    return {
      ...page,
      rows: page.rows.map((one) => ({ ...one, unitName: desk.unitName(one.unit) })),
    };
  }

  @Get('findings/export')
  @Permit('units.read', CITY)
  exportFindings(@Query() query: unknown) {
    const now = this.house.clock.now();
    const question = readLedgerFindings(query, now);
    const read = (page: object) => this.house.deskLists.ledgerFindings({ ...question, ...page });
    const columns = findingColumns(namesOf(this.house));
    return listFile({ name: '履职台账-查实和排除', columns, read }, now);
  }
}

function ledgerRequest({ from, to, unit, samples = 'false' }: Said) {
  const first = oneOrNull('from', from);
  if (first === null) throw new Invalid('from：请给出起始日 yyyy-mm-dd');
  if (samples !== 'true' && samples !== 'false') throw new Invalid('samples 应为 true 或 false');
  const asked = { from: first, to: oneOrNull('to', to), unit: oneOrNull('unit', unit) };
  return { ...asked, samples: samples === 'true' };
}

/** Given twice, a query is a list. */
function oneOrNull(name: string, text: unknown): string | null {
  if (text === undefined) return null;
  if (typeof text === 'string') return text;
  throw new Invalid(`${name} 只能给一次`);
}

import { Controller, Get, Query } from '@nestjs/common';
import type { Person } from '@risk/access';
import { House } from '@risk/assembly';
import type { DutyLine } from '@risk/store';
import { OWN, Permit } from './access/permit.js';
import { Asker } from './access/caller.js';
import { dutyColumns } from './desk-lists/duty-export.js';
import { readDutyQuestion } from './desk-lists/duty-question.js';
import { listFile } from './lists/list-file.js';
import { namesOf } from './names-of.js';

/** What units owe and owed: to be done, late, done. */
@Controller('api/duties')
export class DutiesController {
  constructor(private readonly house: House) {}

  @Get()
  @Permit('inbox.read', OWN)
  async list(@Query() query: unknown, @Asker() { sight }: Person) {
    const question = readDutyQuestion(query, sight, this.house.clock.now());
    const page = await this.house.deskLists.duties(question);
    return { ...page, rows: page.rows.map((duty) => named(this.house, duty)) };
  }

  @Get('export')
  @Permit('inbox.read', OWN)
  export(@Query() query: unknown, @Asker() { sight }: Person) {
    const now = this.house.clock.now();
    const question = readDutyQuestion(query, sight, now);
    const read = (page: object) => this.house.deskLists.duties({ ...question, ...page });
    return listFile(
      { name: '应办事项', columns: dutyColumns(namesOf(this.house), now), read },
      now,
    );
  }
}

/** A duty with the name of its unit. */
export const named = ({ desk }: House, duty: DutyLine) => ({
  ...duty,
  unitName: desk.unitName(duty.unit),
});

import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = ['acknowledge', 'answer', 'receipt', 'task'];
const allow = (kinds: readonly string[]): string => `
  alter table duty drop constraint duty_kind;
  alter table duty add constraint duty_kind check (kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}));
`;

/** A number is borne once by all that a unit signs, whether a letter or a hand-over. */
const NUMBERS = `
  create table letter_number (
    unit        text   not null,
    number      text   not null,
    letter_id   bigint references letter (id) on delete cascade,
    handover_id bigint references handover (id) on delete cascade,
    primary key (unit, number),
    constraint letter_number_of_one check (num_nonnulls(letter_id, handover_id) = 1)
  );
  create index letter_number_of_letter on letter_number (letter_id) where letter_id is not null;
  create index letter_number_of_handover on letter_number (handover_id) where handover_id is not null;
  insert into letter_number (unit, number, letter_id)
    select unit, number, id from letter where number is not null;
  alter table letter drop constraint letter_number_once;
`;

/** What a unit owes after a receipt is no task of a meeting: nobody could say that it was done. */
export class OweWhatFollows1795911000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${NUMBERS}
      ${allow([...KINDS, 'follow'])}
      update duty d set kind = 'follow' where kind = 'task'
        and not exists (select from meeting_task t where t.duty_id = d.id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update duty set kind = 'task' where kind = 'follow';
      ${allow(KINDS)}
      drop table letter_number;
      alter table letter add constraint letter_number_once unique (unit, number);
    `);
  }
}

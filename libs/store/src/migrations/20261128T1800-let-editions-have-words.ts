import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An edition may have a lexicon of its own; null goes on following the configuration folder. */
const WORDS = `alter table edition add lexicon text`;

/**
 * What a backtest found, so that it can be read long after whoever asked for it went home. Only whom it changes
 * something for is kept, the graver first, at most so many; the sums say how many there were.
 */
const BACKTESTS = `
  create table backtest (
    id         bigint generated always as identity primary key,
    edition_id bigint      not null references edition (id),
    by         text        not null,
    at         timestamptz not null,
    report     jsonb       not null
  );
  create index backtest_by_edition on backtest (edition_id, id);

  create table backtest_change (
    backtest_id     bigint   not null references backtest (id),
    rank            integer  not null,
    entity_id       bigint   not null references entity (id) on delete cascade,
    change          text     not null,
    tier_base       text     not null,
    tier_candidate  text     not null,
    score_base      float8   not null,
    score_candidate float8   not null,
    first_base      timestamptz,
    first_candidate timestamptz,
    because         text     not null,
    constraint backtest_change_once primary key (backtest_id, rank)
  );
  create index backtest_change_by_entity on backtest_change (entity_id);
`;

/** Where a rule or a word struck lately is found by its code, the latest first. */
const STRIKES = `create index signal_by_code on signal (code, occurred_at desc, record_id)`;

/** Editions with words of their own, what backtests found, and where a code struck. */
export class LetEditionsHaveWords1795888800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [WORDS, BACKTESTS, STRIKES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index signal_by_code;
      drop table backtest_change, backtest;
      alter table edition drop column lexicon;
    `);
  }
}

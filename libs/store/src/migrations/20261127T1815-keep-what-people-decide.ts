import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  create table tier_decision (
    id          bigint generated always as identity primary key,
    entity_id   bigint      not null references entity (id) on delete cascade,
    from_tier   text,
    to_tier     text,
    source      text        not null default 'person',
    decided_by  text        not null,
    because     text        not null,
    decided_at  timestamptz not null,
    model_tier  text        not null,
    model_score float8      not null,
    versions    jsonb       not null,
    constraint tier_decision_by_somebody check (source = 'person' and decided_by <> '' and because <> ''),
    constraint tier_decision_moves check (from_tier is not null or to_tier is not null)
  );
  create index tier_decision_by_entity on tier_decision (entity_id, id desc);

  create table outcome (
    id         bigint generated always as identity primary key,
    entity_id  bigint      not null references entity (id) on delete cascade,
    verdict    text        not null,
    scheme     text,
    exposed_on date,
    losses     numeric,
    people     bigint,
    decided_by text        not null,
    because    text        not null,
    decided_at timestamptz not null,
    supersedes bigint,
    constraint outcome_by_somebody check (decided_by <> '' and because <> ''),
    constraint outcome_verdict check (verdict in ('confirmed', 'refuted', 'administrative', 'transferred')),
    constraint outcome_says_what check (verdict <> 'confirmed' or scheme is not null)
  );
  create index outcome_by_entity on outcome (entity_id, id desc);

  alter table alert_change
    add column source text not null default 'model',
    add column decision_id bigint;
`;

/**
 * A row goes only with its entity: when that is gone already, the cascade is at work. An entity that is
 * no sample and that somebody judged cannot go at all.
 */
const KEPT = `
  create function judgement_is_kept() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' and not exists (select from entity where id = old.entity_id) then
      return old;
    end if;
    raise exception '% 只能追加，不能修改或删除', tg_table_name using errcode = 'restrict_violation';
  end $$;

  create function judgement_is_not_emptied() returns trigger language plpgsql as $$
  declare
    is_empty boolean;
  begin
    execute format('select not exists (select from %I)', tg_table_name) into is_empty;
    if not is_empty then
      raise exception '% 只能追加，不能清空', tg_table_name using errcode = 'restrict_violation';
    end if;
    return null;
  end $$;

  create function judged_entity_is_kept() returns trigger language plpgsql as $$
  begin
    if exists (select from tier_decision where entity_id = old.id)
      or exists (select from outcome where entity_id = old.id) then
      raise exception '主体 % 有人工判断，不能删除', old.id using errcode = 'restrict_violation';
    end if;
    return old;
  end $$;

  create trigger judged_entity_is_kept before delete on entity
    for each row when (not old.sample) execute function judged_entity_is_kept();
`;

const keptTable = (table: string): string => `
  create trigger ${table}_is_kept before update or delete on ${table}
    for each row execute function judgement_is_kept();
  create trigger ${table}_is_not_emptied before truncate on ${table}
    for each statement execute function judgement_is_not_emptied();
`;

/** What people decide on tiers and outcomes: added to, never changed. */
export class KeepWhatPeopleDecide1795803300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, KEPT, keptTable('tier_decision'), keptTable('outcome')])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger judged_entity_is_kept on entity;
      alter table alert_change drop column source, drop column decision_id;
      drop table tier_decision, outcome;
      drop function judgement_is_kept, judgement_is_not_emptied, judged_entity_is_kept;
      update entity set person_tier = null where person_tier is not null;
      update alert set person_tier = null where person_tier is not null;
    `);
  }
}

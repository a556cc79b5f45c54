import type { MigrationInterface, QueryRunner } from 'typeorm';

const ALERTS = `
  alter table alert
    add column stage text not null default 'raised',
    add column merged_into bigint references alert (id),
    add column group_id bigint,
    add column rests_until timestamptz;
  update alert set stage = 'closed' where status = 'closed';
  alter table alert
    add constraint alert_stage check (stage in
      ('raised', 'acknowledged', 'verifying', 'confirmed', 'refuted', 'transferred', 'closed')),
    add constraint alert_status check (status in ('open', 'closed', 'merged')),
    add constraint alert_closed check ((status = 'closed') = (stage = 'closed')),
    add constraint alert_merged check ((status = 'merged') = (merged_into is not null)),
    add constraint alert_not_into_itself check (merged_into <> id);
  create index alert_by_entity on alert (entity_id);
  create index alert_by_goal on alert (merged_into) where merged_into is not null;
  create index alert_by_group on alert (group_id) where group_id is not null;

  create function alert_goal(start bigint) returns bigint language sql stable as $$
    with recursive up (id, merged_into, depth) as (
      select id, merged_into, 0 from alert where id = start
      union all
      select a.id, a.merged_into, up.depth + 1 from up join alert a on a.id = up.merged_into
    )
    select id from up order by depth desc limit 1
  $$;

  alter table alert_change
    add column by text,
    add column unit text,
    add column because text,
    add column from_stage text,
    add column to_stage text,
    add column detail jsonb;
`;

/** What happened to an alert is only ever added to; that it was published may be noted. */
const LOG = `
  create function alert_log_is_kept() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then
      if not exists (select from alert where id = old.alert_id) then return old; end if;
    elsif to_jsonb(new) - 'published_at' = to_jsonb(old) - 'published_at' then
      return new;
    end if;
    raise exception '% 只能追加，不能修改或删除', tg_table_name using errcode = 'restrict_violation';
  end $$;
  create trigger alert_change_is_kept before update or delete on alert_change
    for each row execute function alert_log_is_kept();
`;

const DUTIES = `
  create table duty (
    id           bigint generated always as identity primary key,
    alert_id     bigint      references alert (id) on delete cascade,
    unit         text        not null,
    role         text        not null,
    kind         text        not null,
    subject      text        not null default '',
    because      text        not null,
    opened_at    timestamptz not null,
    due_at       timestamptz not null,
    first_due_at timestamptz not null,
    done_at      timestamptz,
    done_by      text,
    void_at      timestamptz,
    void_because text,
    paused_at    timestamptz,
    round        integer     not null default 1,
    rung         integer     not null default 0,
    next_at      timestamptz,
    sample       boolean     not null default false,
    constraint duty_kind check (kind in ('acknowledge', 'answer', 'receipt', 'task')),
    constraint duty_ends_once check (done_at is null or void_at is null),
    constraint duty_done_by_somebody check ((done_at is null) = (done_by is null)),
    constraint duty_void_because check ((void_at is null) = (void_because is null))
  );
  create unique index duty_one_open on duty (alert_id, unit, kind, subject)
    where done_at is null and void_at is null;
  create index duty_next on duty (next_at)
    where done_at is null and void_at is null and paused_at is null;
  create index duty_by_unit on duty (unit, opened_at);
`;

/** Why nobody is told now: each hush has a cause that ends, and then the alert is told as it stands. */
const SILENCES = `
  create table silence (
    id         bigint generated always as identity primary key,
    entity_id  bigint references entity (id) on delete cascade,
    scheme     text,
    region     text,
    code       text,
    tiers      text[]      not null,
    owner      text        not null,
    because    text        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    made_at    timestamptz not null,
    ended_at   timestamptz,
    ended_by   text,
    ended_because text,
    constraint silence_by_somebody check (owner <> '' and because <> ''),
    constraint silence_ends check (ends_at > starts_at),
    constraint silence_of_something
      check (num_nonnulls(entity_id, scheme, region, code) > 0 and cardinality(tiers) > 0),
    constraint silence_ended_by_somebody check ((ended_at is null) = (ended_by is null))
  );
  create index silence_by_end on silence (ends_at) where ended_at is null;

  create table code_debut (
    code       text primary key,
    first_at   timestamptz not null
  );

  create table flood (
    id         bigint generated always as identity primary key,
    code       text        not null,
    opened_at  timestamptz not null,
    ended_at   timestamptz,
    ended_by   text,
    because    text,
    released   boolean,
    constraint flood_ended_by_somebody check ((ended_at is null) = (ended_by is null))
  );
  create unique index flood_one_open on flood (code) where ended_at is null;

  create table alert_hush (
    id         bigint generated always as identity primary key,
    alert_id   bigint      not null references alert (id) on delete cascade,
    change_id  bigint      not null,
    cause      text        not null,
    cause_id   bigint,
    because    text        not null,
    since      timestamptz not null,
    ended_at   timestamptz,
    told       boolean,
    constraint alert_hush_cause check (cause in ('silence', 'flood', 'inhibited', 'merged', 'unsaid')),
    constraint alert_hush_ends check ((ended_at is null) = (told is null))
  );
  create unique index alert_hush_one_open on alert_hush (alert_id) where ended_at is null;
`;

/**
 * A notice may be of no alert (a digest, a flood that was held), goes to one recipient by one channel, and
 * keeps what was really said. The key makes a second one of the same step impossible.
 */
const NOTICES = `
  alter table notice
    alter column alert_id drop not null,
    add column kind      text not null default 'alert',
    add column recipient text,
    add column change_id bigint,
    add column duty_id   bigint references duty (id) on delete cascade,
    add column digest_id bigint references notice (id) on delete cascade,
    add column subject   text,
    add column body      text,
    add column read_at   timestamptz,
    add column read_by   text,
    add column sample    boolean not null default false;
  update notice n set recipient = unit, sample = a.sample from alert a where a.id = n.alert_id;
  alter table notice
    alter column recipient set not null,
    drop constraint notice_once,
    add constraint notice_once unique nulls not distinct (alert_id, step, recipient, channel),
    add constraint notice_state check (state in
      ('pending', 'leased', 'sending', 'sent', 'refused', 'unknown', 'gathering', 'moot'));
  create index notice_gathering on notice (not_before) where state = 'gathering';
  create index notice_by_unit on notice (unit, id desc);
  create index notice_by_duty on notice (duty_id) where duty_id is not null;
`;

/** Alerts with a life: stages, who owes what until when, silences, and notices to each recipient. */
export class GiveAlertsALife1795814400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ALERTS, LOG, DUTIES, SILENCES, NOTICES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notice where alert_id is null or channel <> 'email' or kind <> 'alert';
      delete from notice second using notice first where first.id < second.id
        and (first.alert_id, first.step, first.unit) = (second.alert_id, second.step, second.unit);
      update notice set state = 'refused' where state in ('gathering', 'moot');
      drop index notice_gathering, notice_by_unit, notice_by_duty;
      alter table notice
        drop constraint notice_once, drop constraint notice_state,
        drop column kind, drop column recipient, drop column change_id, drop column duty_id,
        drop column digest_id, drop column subject, drop column body,
        drop column read_at, drop column read_by, drop column sample,
        alter column alert_id set not null,
        add constraint notice_once unique (alert_id, step, unit, channel);
      drop function alert_goal;
      drop table alert_hush, flood, code_debut, silence, duty;
      drop trigger alert_change_is_kept on alert_change;
      drop function alert_log_is_kept;
      alter table alert_change drop column by, drop column unit, drop column because,
        drop column from_stage, drop column to_stage, drop column detail;
      drop index alert_by_entity, alert_by_goal, alert_by_group;
      update alert set status = 'closed', stage = 'closed', merged_into = null where status = 'merged';
      alter table alert
        drop constraint alert_stage, drop constraint alert_status, drop constraint alert_closed,
        drop constraint alert_merged, drop constraint alert_not_into_itself,
        drop column stage, drop column merged_into, drop column group_id, drop column rests_until
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the queue is filtered and sorted by stands in columns: the index of an alert lies out of line as JSON, and to
 * open it for a hundred thousand of them takes a second. The urgency is the tier, then the deadline: of one tier
 * whatever is due first comes first, and what has no deadline comes last.
 */
const COLUMNS = `
  alter table alert
    add column scheme text generated always as (index ->> 'scheme') stored,
    add column score float8 generated always as ((index ->> 'score')::float8) stored,
    add column feeds text[] not null default '{}',
    add column due_at timestamptz,
    add column urgency float8 generated always as (
      array_position(array['red', 'orange', 'yellow', 'blue', 'none'], coalesce(person_tier, tier)) * 1e11
      + coalesce(extract(epoch from due_at - timestamptz '1970-01-01 00:00:00+00')::float8, 9e10)
    ) stored;
  update alert a set feeds = array(
    select distinct r.feed from entity about
    join entity part on part.root_id = about.root_id
    join entity_link l on l.entity_id = part.id
    join record r on r.id = l.record_id and r.current
    where about.id = a.entity_id order by 1
  );
`;

/** The earliest deadline that runs, of whichever unit; null when none does. */
const DEADLINES = `
  update alert a set due_at = d.due_at
  from (
    select alert_id, min(due_at) as due_at from duty
    where alert_id is not null and done_at is null and void_at is null and paused_at is null group by alert_id
  ) d
  where d.alert_id = a.id;

  create function alert_follows_duties() returns trigger language plpgsql as $$
  begin
    update alert a set due_at = now_due.due_at
    from (
      select touched.alert_id, (
        select min(d.due_at) from duty d where d.alert_id = touched.alert_id
          and d.done_at is null and d.void_at is null and d.paused_at is null
      ) as due_at
      from (select distinct alert_id from moved where alert_id is not null) touched
    ) now_due
    where a.id = now_due.alert_id and a.due_at is distinct from now_due.due_at;
    return null;
  end $$;
  create trigger alert_follows_new_duties after insert on duty
    referencing new table as moved for each statement execute function alert_follows_duties();
  create trigger alert_follows_moved_duties after update on duty
    referencing new table as moved for each statement execute function alert_follows_duties();
`;

/** Who of a unit works on an alert, by the name under which they sign; and when somebody looked at it last. */
const PEOPLE = `
  create table alert_assignee (
    alert_id bigint      not null references alert (id) on delete cascade,
    unit     text        not null,
    person   text        not null,
    given_by text        not null,
    given_at timestamptz not null,
    primary key (alert_id, unit),
    constraint alert_assignee_is_somebody check (person <> '' and given_by <> '')
  );
  create index alert_assignee_by_person on alert_assignee (person, unit);

  create table alert_seen (
    account_id bigint      not null references account (id) on delete cascade,
    alert_id   bigint      not null references alert (id) on delete cascade,
    seen_at    timestamptz not null,
    primary key (account_id, alert_id)
  );
  create index alert_seen_by_alert on alert_seen (alert_id);

  create table alert_view (
    id      bigint generated always as identity primary key,
    unit    text        not null,
    owner   bigint      references account (id) on delete cascade,
    name    text        not null,
    query   text        not null,
    place   integer     not null,
    made_by text        not null,
    made_at timestamptz not null,
    constraint alert_view_name check (name <> ''),
    constraint alert_view_once unique nulls not distinct (unit, owner, name)
  );
`;

const INDEXES = `
  create index alert_by_urgency on alert (urgency, id) where status = 'open';
  create index alert_by_deadline on alert ((coalesce(due_at, 'infinity'::timestamptz)), id) where status = 'open';
  create index alert_by_score on alert ((coalesce(score, 0)), id) where status = 'open';
`;

/**
 * Whoever looks at the queue hears at the commit which alerts something happened to; \`+\` stands before those that are
 * new. In parts, because a message holds 8000 bytes.
 */
const SIGNALS = `
  create function alert_tells() returns trigger language plpgsql as $$
  begin
    perform pg_notify('alert_change', string_agg(line.word, ','))
    from (
      select word, (row_number() over () - 1) / 300 as part
      from (
        select distinct case when kind = 'raised' then '+' else '' end || alert_id as word from happened
      ) words
    ) line
    group by line.part;
    return null;
  end $$;
  create trigger alert_tells after insert on alert_change
    referencing new table as happened for each statement execute function alert_tells();
`;

/** A queue of alerts: by whom, until when, what is new, in whose views, told as it happens. */
export class QueueAlerts1795871400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COLUMNS, DEADLINES, PEOPLE, INDEXES, SIGNALS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger alert_tells on alert_change;
      drop function alert_tells;
      drop trigger alert_follows_new_duties on duty;
      drop trigger alert_follows_moved_duties on duty;
      drop function alert_follows_duties;
      drop index alert_by_urgency, alert_by_deadline, alert_by_score;
      drop table alert_view, alert_seen, alert_assignee;
      alter table alert drop column urgency, drop column due_at, drop column feeds, drop column score, drop column scheme
    `);
  }
}

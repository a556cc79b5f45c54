import type { MigrationInterface, QueryRunner } from 'typeorm';

const INTAKE = `
  create table record (
    id            bigint generated always as identity primary key,
    feed          text        not null,
    source        text        not null,
    source_id     text        not null,
    fingerprint   text        not null,
    occurred_at   timestamptz not null,
    received_at   timestamptz not null,
    day           date        not null,
    operation     text        not null,
    door          text        not null,
    origin        jsonb       not null,
    region_code   text,
    amount        numeric,
    people        numeric,
    changes       integer     not null,
    related       text[]      not null,
    payload       jsonb       not null,
    reporter_key  text,
    secret        boolean     not null,
    sample        boolean     not null,
    current       boolean     not null,
    piece_of      bigint,
    constraint record_version_once unique (source, source_id, fingerprint)
  );
  create unique index record_one_current on record (source, source_id) where current;
  create index record_by_day on record (day, source);
  create index record_by_piece on record (piece_of) where piece_of is not null;

  create table record_relation (
    source     text   not null,
    related_id text   not null,
    record_id  bigint not null references record (id) on delete cascade,
    constraint record_relation_once primary key (source, related_id, record_id)
  );
  create index record_relation_by_record on record_relation (record_id);

  create table dead_letter (
    id          bigint generated always as identity primary key,
    digest      text        not null,
    feed        text        not null,
    source      text,
    door        text        not null,
    origin      jsonb       not null,
    reason      text        not null,
    original    bytea       not null,
    parsed      bytea,
    received_at timestamptz not null,
    day         date        not null,
    sample      boolean     not null,
    replayed_at timestamptz,
    published_at timestamptz,
    constraint dead_letter_once unique (digest)
  );
  create index dead_letter_unpublished on dead_letter (id) where published_at is null;

  create table intake_ledger (
    day           date   not null,
    source        text   not null,
    feed          text   not null,
    door          text   not null,
    received      bigint not null,
    stored        bigint not null,
    duplicate     bigint not null,
    dead_lettered bigint not null,
    last_at       timestamptz not null,
    constraint intake_ledger_line primary key (day, source, feed, door)
  );

  create table reporter_vault (
    record_id bigint  primary key references record (id) on delete cascade,
    sealed    bytea   not null,
    secret    boolean not null
  );

  create table operation_warning (
    source    text        primary key,
    sentence  text        not null,
    raised_at timestamptz not null
  );

  create table milestone (
    name       text primary key,
    reached_at timestamptz not null
  );

  create table front_table_cursor (
    source   text primary key,
    position text not null,
    moved_at timestamptz not null
  );
`;

const ENTITIES = `
  create table entity (
    id             bigint generated always as identity primary key,
    root_id        bigint      not null,
    identity       text        not null,
    name           text        not null,
    folded_name    text        not null,
    uscc           text,
    provisional    boolean     not null,
    parent_id      bigint,
    region_code    text,
    address        text,
    business_address text,
    established_on date,
    founded_at     timestamptz not null,
    sample         boolean     not null,
    score          real        not null default 0,
    tier           text        not null default 'none',
    dimensions     jsonb,
    index          jsonb,
    indexed_at     timestamptz,
    person_tier    text,
    constraint entity_identity unique (identity)
  );
  create index entity_by_root on entity (root_id);
  create index entity_by_score on entity (score desc, id) where score > 0 and root_id = id;
  create index entity_by_parent on entity (parent_id) where parent_id is not null;

  create table entity_key (
    kind      text   not null,
    value     text   not null,
    entity_id bigint not null references entity (id) on delete cascade,
    constraint entity_key_once primary key (kind, value, entity_id)
  );
  create index entity_key_by_entity on entity_key (entity_id);

  create table entity_merge (
    id          bigint generated always as identity primary key,
    member_id   bigint      not null references entity (id) on delete cascade,
    into_id     bigint      not null references entity (id) on delete cascade,
    because     text        not null,
    merged_at   timestamptz not null,
    undone_at   timestamptz,
    undone_by   text
  );
  create index entity_merge_by_member on entity_merge (member_id);

  create table entity_link (
    record_id  bigint not null references record (id) on delete cascade,
    entity_id  bigint not null references entity (id) on delete cascade,
    role       text   not null,
    confidence real   not null,
    because    text   not null,
    flags      text[] not null,
    constraint entity_link_once primary key (record_id, entity_id, role)
  );
  create index entity_link_by_entity on entity_link (entity_id);
`;

const VERDICTS = `
  create table assessment (
    record_id    bigint primary key references record (id) on delete cascade,
    score        real   not null,
    tier         text   not null,
    annual_yield real,
    verdict      json   not null,
    assessed_at  timestamptz not null
  );

  create table signal (
    entity_id      bigint not null references entity (id) on delete cascade,
    record_id      bigint not null references record (id) on delete cascade,
    engine         text   not null,
    code           text   not null,
    dimension      text   not null,
    weight         real   not null,
    confidence     real   not null,
    because        text   not null,
    evidence       jsonb,
    transforms     text[] not null,
    elements       text[] not null,
    scheme         text,
    half_life_days real,
    occurred_at    timestamptz not null
  );
  create index signal_by_entity on signal (entity_id, code);
  create index signal_by_record on signal (record_id);

  create table entity_index (
    entity_id  bigint not null references entity (id) on delete cascade,
    at         timestamptz not null,
    score      real   not null,
    tier       text   not null,
    index      jsonb  not null,
    cause_id   bigint
  );
  create index entity_index_by_entity on entity_index (entity_id, at desc);
`;

const ALERTS = `
  create table alert (
    id          bigint generated always as identity primary key,
    entity_id   bigint      not null references entity (id) on delete cascade,
    entity_name text        not null,
    region_code text,
    status      text        not null,
    tier        text        not null,
    person_tier text,
    index       jsonb       not null,
    raised_at   timestamptz not null,
    changed_at  timestamptz not null,
    revision    integer     not null,
    sample      boolean     not null
  );
  create unique index alert_one_open on alert (entity_id) where status = 'open';
  create index alert_by_change on alert (changed_at desc);

  create table alert_change (
    id        bigint generated always as identity primary key,
    alert_id  bigint      not null references alert (id) on delete cascade,
    kind      text        not null,
    from_tier text,
    to_tier   text        not null,
    news      text[]      not null,
    at        timestamptz not null,
    published_at timestamptz
  );
  create index alert_change_by_alert on alert_change (alert_id);
  create index alert_change_unpublished on alert_change (id) where published_at is null;

  create table notice (
    id         bigint generated always as identity primary key,
    alert_id   bigint      not null references alert (id) on delete cascade,
    step       text        not null,
    unit       text        not null,
    channel    text        not null,
    addressee  jsonb       not null,
    state      text        not null,
    attempt    integer     not null default 0,
    not_before timestamptz not null,
    lease_until timestamptz,
    detail     text,
    created_at timestamptz not null,
    settled_at timestamptz,
    constraint notice_once unique (alert_id, step, unit, channel)
  );
  create index notice_due on notice (not_before) where state = 'pending';
  create index notice_leased on notice (lease_until) where state in ('leased', 'sending');
`;

/** The first tables: intake, entities, verdicts, alerts and the outbox. */
export class FoundTheHouse1795395600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [INTAKE, ENTITIES, VERDICTS, ALERTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table notice, alert_change, alert, entity_index, signal, assessment, entity_link,
        entity_merge, entity_key, entity, front_table_cursor, milestone, operation_warning, reporter_vault,
        intake_ledger, dead_letter, record_relation, record
    `);
  }
}

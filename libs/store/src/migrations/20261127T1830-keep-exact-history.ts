import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures that an index is computed from are kept to the last bit, so that it can be computed again. */
const EXACT: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['signal', ['weight', 'confidence', 'half_life_days']],
  ['entity_link', ['confidence']],
  ['assessment', ['score', 'annual_yield']],
  ['entity', ['score']],
  ['entity_index', ['score']],
];

const retyped = (type: string): string[] =>
  EXACT.map(([table, columns]) => {
    const parts = columns.map((c) => `alter column ${c} type ${type} using ${c}::text::${type}`);
    return `alter table ${table} ${parts.join(', ')}`;
  });

/** Whom an entity was part of at a moment: merges are kept, also those that were undone. */
const ROOT_OF = `
  create index entity_merge_by_goal on entity_merge (into_id);
  create function root_of(start bigint, moment timestamptz) returns bigint language sql stable as $$
    with recursive up (id, depth) as (
      select start, 0
      union
      select m.into_id, up.depth + 1 from entity_merge m join up on m.member_id = up.id
      where m.merged_at <= moment and (m.undone_at is null or m.undone_at > moment)
    )
    select id from up order by depth desc limit 1
  $$;
`;

const EDITIONS = `
  create table engine_text (
    kind          text        not null,
    version       text        not null,
    content       bytea       not null,
    first_used_at timestamptz not null,
    constraint engine_text_once primary key (kind, version)
  );

  create table edition (
    id         bigint generated always as identity primary key,
    rules      text        not null,
    scoring    text        not null,
    origin     text        not null,
    title      text        not null,
    drafted_by text        not null,
    drafted_at timestamptz not null
  );

  create table edition_step (
    id         bigint generated always as identity primary key,
    edition_id bigint      not null references edition (id),
    kind       text        not null,
    by         text        not null,
    drafted_by text        not null,
    origin     text        not null,
    because    text        not null,
    detail     jsonb,
    at         timestamptz not null,
    constraint edition_step_four_eyes check (kind <> 'published' or origin = 'folder' or by <> drafted_by)
  );
  create index edition_step_by_edition on edition_step (edition_id, id);

  create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% 只许追加，不许修改或删除', tg_table_name; end
  $$;
  create trigger edition_step_append_only before update or delete on edition_step
    for each row execute function refuse_change();
  create trigger edition_append_only before update or delete on edition
    for each row execute function refuse_change();

  create table shadow_verdict (
    edition_id  bigint      not null references edition (id),
    entity_id   bigint      not null references entity (id) on delete cascade,
    at          timestamptz not null,
    score       float8      not null,
    tier        text        not null,
    score_now   float8      not null,
    tier_now    text        not null,
    reasons     jsonb       not null,
    constraint shadow_verdict_once primary key (edition_id, entity_id)
  );
  create table shadow_progress (
    edition_id  bigint primary key references edition (id),
    records     bigint      not null,
    seen_until  timestamptz not null
  );
`;

/** History to the last bit, the texts of every version, and editions of rules with their life. */
export class KeepExactHistory1795804200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const change of retyped('double precision')) await runner.query(change);
    await runner.query(
      'alter table entity_index add id bigint generated always as identity, add relations jsonb',
    );
    await runner.query('create index assessment_by_moment on assessment (assessed_at)');
    await runner.query(ROOT_OF);
    await runner.query(EDITIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table shadow_progress, shadow_verdict, edition_step, edition, engine_text;
      drop function refuse_change;
      drop function root_of;
      drop index entity_merge_by_goal;
      drop index assessment_by_moment;
      alter table entity_index drop column id, drop column relations
    `);
    for (const change of retyped('real')) await runner.query(change);
  }
}

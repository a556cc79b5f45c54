import type { MigrationInterface, QueryRunner } from 'typeorm';

const VERIFICATION = `
  create table verification (
    id        bigint generated always as identity primary key,
    alert_id  bigint      not null references alert (id) on delete cascade,
    unit      text        not null,
    officers  text[]      not null,
    opened_by text        not null,
    because   text        not null,
    opened_at timestamptz not null,
    constraint verification_by_somebody check (opened_by <> '' and because <> ''),
    constraint verification_two_officers check (cardinality(officers) >= 2 and officers[1] <> officers[2])
  );
  create index verification_by_alert on verification (alert_id, id);

  create table verification_entry (
    id              bigint generated always as identity primary key,
    verification_id bigint      not null references verification (id) on delete cascade,
    kind            text        not null,
    noted_by        text        not null,
    because         text        not null,
    noted_at        timestamptz not null,
    detail          json        not null,
    corrects        bigint references verification_entry (id),
    constraint verification_entry_by_somebody check (noted_by <> '' and because <> ''),
    constraint verification_entry_corrected_once unique (corrects)
  );
  create index verification_entry_by_verification on verification_entry (verification_id, id);
  create unique index verification_concluded_once on verification_entry (verification_id)
    where kind = 'concluded';
`;

/** Facts are json, not jsonb: what was packed once must come out in the same order to be packed again. */
const HANDOVER = `
  create table handover (
    id           bigint generated always as identity primary key,
    alert_id     bigint      not null references alert (id) on delete cascade,
    follows      bigint references handover (id),
    facts        json        not null,
    package_name text        not null,
    package_size bigint      not null,
    sha256       text        not null,
    sm3          text        not null,
    to_unit      text        not null,
    duty_id      bigint      not null,
    due_at       timestamptz not null,
    made_by      text        not null,
    approver     text        not null,
    made_at      timestamptz not null,
    constraint handover_approved_by_another check (approver <> '' and made_by <> '' and approver <> made_by),
    constraint handover_followed_once unique (follows),
    constraint handover_digests check (sha256 ~ '^[0-9a-f]{64}$' and sm3 ~ '^[0-9a-f]{64}$')
  );
  create index handover_by_alert on handover (alert_id, id);

  create table handover_receipt (
    id          bigint generated always as identity primary key,
    handover_id bigint      not null references handover (id) on delete cascade,
    answer      text        not null,
    number      text,
    received_on date        not null,
    entered_by  text        not null,
    because     text        not null,
    entered_at  timestamptz not null,
    constraint handover_receipt_answer check (answer in ('filed', 'declined', 'material')),
    constraint handover_receipt_numbered check (answer = 'material' or number is not null),
    constraint handover_receipt_by_somebody check (entered_by <> '' and because <> '')
  );
  create index handover_receipt_by_handover on handover_receipt (handover_id, id);
`;

const MEETING = `
  create table meeting (
    id          bigint generated always as identity primary key,
    held_on     date        not null,
    title       text        not null,
    chair       text        not null,
    units       text[]      not null,
    prepared_by text        not null,
    because     text        not null,
    prepared_at timestamptz not null,
    sample      boolean     not null,
    agenda      json        not null,
    matters     json        not null,
    constraint meeting_by_somebody check (prepared_by <> '' and because <> '')
  );

  create table meeting_decision (
    id         bigint generated always as identity primary key,
    meeting_id bigint      not null references meeting (id) on delete cascade,
    item       int,
    decision   text        not null,
    decided_by text        not null,
    because    text        not null,
    decided_at timestamptz not null
  );
  create index meeting_decision_by_meeting on meeting_decision (meeting_id, id);

  create table meeting_task (
    id          bigint generated always as identity primary key,
    decision_id bigint      not null references meeting_decision (id) on delete cascade,
    unit        text        not null,
    what        text        not null,
    due_at      timestamptz not null,
    duty_id     bigint      not null
  );
  create index meeting_task_by_decision on meeting_task (decision_id, id);

  create table meeting_task_done (
    task_id bigint primary key references meeting_task (id) on delete cascade,
    done_by text        not null,
    because text        not null,
    done_at timestamptz not null,
    constraint meeting_task_done_by_somebody check (done_by <> '' and because <> '')
  );
`;

/**
 * A row goes only with what it belongs to (arguments: that table, the column that names it): when that is
 * gone already, the cascade is at work. A meeting about samples may go as a whole.
 */
const KEPT = `
  create function case_is_kept() returns trigger language plpgsql as $$
  declare
    is_orphan boolean;
  begin
    if tg_op = 'DELETE' then
      execute format('select not exists (select from %I where id = $1)', tg_argv[0])
        into is_orphan using (to_jsonb(old) ->> tg_argv[1])::bigint;
      if is_orphan then return old; end if;
    end if;
    raise exception '% 只能追加，不能修改或删除', tg_table_name using errcode = 'restrict_violation';
  end $$;

  create function worked_alert_is_kept() returns trigger language plpgsql as $$
  begin
    if exists (select from verification where alert_id = old.id)
      or exists (select from handover where alert_id = old.id) then
      raise exception '预警 % 有核查或移送，不能删除', old.id using errcode = 'restrict_violation';
    end if;
    return old;
  end $$;
  create trigger worked_alert_is_kept before delete on alert
    for each row when (not old.sample) execute function worked_alert_is_kept();

  create trigger meeting_is_kept before update on meeting
    for each row execute function refuse_change();
  create trigger meeting_is_not_deleted before delete on meeting
    for each row when (not old.sample) execute function refuse_change();
  create trigger meeting_is_not_emptied before truncate on meeting
    for each statement execute function judgement_is_not_emptied();
`;

/** Each table that only grows, with what its rows belong to. */
const GROWING: readonly (readonly [table: string, parent: string, column: string])[] = [
  ['verification', 'alert', 'alert_id'],
  ['verification_entry', 'verification', 'verification_id'],
  ['handover', 'alert', 'alert_id'],
  ['handover_receipt', 'handover', 'handover_id'],
  ['meeting_decision', 'meeting', 'meeting_id'],
  ['meeting_task', 'meeting_decision', 'decision_id'],
  ['meeting_task_done', 'meeting_task', 'task_id'],
];

const keptTable = ([table, parent, column]: (typeof GROWING)[number]): string => `
  create trigger ${table}_is_kept before update or delete on ${table}
    for each row execute function case_is_kept('${parent}', '${column}');
  create trigger ${table}_is_not_emptied before truncate on ${table}
    for each statement execute function judgement_is_not_emptied();
`;

const outcomeVerdicts = (verdicts: string): string => `
  alter table outcome drop constraint outcome_verdict;
  alter table outcome add constraint outcome_verdict check (verdict in (${verdicts}));
`;

/** Verifications, hand-overs and joint meetings: added to, never changed. */
export class KeepCases1795815600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const parts = [VERIFICATION, HANDOVER, MEETING, KEPT, ...GROWING.map(keptTable)];
    for (const part of parts) await runner.query(part);
    await runner.query(
      outcomeVerdicts(`'confirmed', 'refuted', 'administrative', 'transferred', 'insufficient'`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger worked_alert_is_kept on alert;
      drop table meeting_task_done, meeting_task, meeting_decision, meeting;
      drop table handover_receipt, handover, verification_entry, verification;
      drop function case_is_kept, worked_alert_is_kept;
      alter table outcome drop constraint outcome_verdict;
      alter table outcome add constraint outcome_verdict
        check (verdict in ('confirmed', 'refuted', 'administrative', 'transferred')) not valid;
    `);
  }
}

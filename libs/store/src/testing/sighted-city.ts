import type { Database } from '../database.js';
import { emptyPgBed } from './pg-bed.js';

/** What a spec says of an alert: where it is, who was told of it, who owes something for it. */
export interface SightedAlert {
  readonly region: string | null;
  readonly told: readonly string[];
  readonly owed: readonly string[];
}

const ENTITY = `
  insert into entity (id, root_id, identity, name, folded_name, provisional, founded_at, sample)
  overriding system value
  select id, coalesce($1, id), 'x' || id, 'x' || id, 'x' || id, false, now(), false
  from nextval(pg_get_serial_sequence('entity', 'id')) id returning id
`;

const ALERT = `
  insert into alert (entity_id, entity_name, region_code, status, tier, index, raised_at, changed_at, revision, sample)
  values ($1, '甲公司', $2, 'open', 'red', '{}', now(), now(), 1, false) returning id
`;

const NOTICE = `
  insert into notice (alert_id, bulletin_id, receipt, step, unit, channel, addressee, recipient, state, not_before, created_at)
  values ($1, $2, case when $2::bigint is not null then 'x' || $2 end, gen_random_uuid(), $3, 'inbox', '{}', $3,
    'sent', now(), now()) returning id
`;

const DUTY = `
  insert into duty (alert_id, unit, role, kind, subject, because, opened_at, due_at, first_due_at)
  values ($1, $2, 'assist', 'task', gen_random_uuid(), '会议', now(), now(), now()) returning id
`;

const RECORD = `
  insert into record (feed, source, source_id, fingerprint, occurred_at, received_at, day, operation, door, origin,
    region_code, changes, related, payload, secret, sample, current)
  values ('complaint', 'desk', gen_random_uuid(), gen_random_uuid(), now(), now(), '2026-11-02', 'upsert', 'api', '{}',
    $1, 0, '{}', '{}', false, false, true) returning id
`;

const VERIFICATION = `
  insert into verification (alert_id, unit, officers, opened_by, because, opened_at)
  values ($1, 'jrb', '{张某,李某}', '张某', '核查', now()) returning id
`;

const HANDOVER = `
  insert into handover (alert_id, facts, package_name, package_size, sha256, sm3, to_unit, duty_id, due_at, made_by,
    approver, made_at)
  values ($1, '{}', 'x.zip', 1, repeat('a', 64), repeat('b', 64), $2, 1, now(), '张某', '李某', now()) returning id
`;

const ATTACHMENT = `
  insert into attachment (alert_id, name, media_type, size, sha256, sm3, sealed, kept_by, because, kept_at)
  values ($1, 'x.txt', 'text/plain', 1, 'a', gen_random_uuid(), '\\x01', '张某', '取得', now()) returning id
`;

const LETTER = `
  insert into letter (alert_id, code, unit, signed_on, title, facts, paper, size, sha256, sm3, signed_by, because, signed_at)
  values ($1, 'verification-record', 'jrb', '2026-11-02', '笔录', '{}', '{}', 1, repeat('a', 64), repeat('b', 64), '张某',
    '核查', now()) returning id
`;

const MEETING = `
  insert into meeting (held_on, title, chair, units, prepared_by, because, prepared_at, sample, agenda, matters)
  values ('2026-11-02', '联席会议', '陈市长', $1, '王某', '例会', now(), false, '[]', '{}') returning id
`;

const TASK = `
  with decision as (
    insert into meeting_decision (meeting_id, decision, decided_by, because, decided_at)
    values ($1, '限期办结', '陈市长', '会议', now()) returning id
  )
  insert into meeting_task (decision_id, unit, what, due_at, duty_id)
  select id, $2, '办结', now(), $3 from decision returning id
`;

const BULLETIN = `
  insert into bulletin (kind, slot, scope, sample, revision, year, number, title, since, until, state, content, broken,
    quiet, words, composed_at, issued_at)
  values ('daily', gen_random_uuid(), $1, false, 0, 2026, nextval(pg_get_serial_sequence('record', 'id')), '日报',
    now(), now(), $2, '{}', '[]', true, '', now(), case when $2 = 'issued' then now() end) returning id
`;

const TIP = `
  insert into tip (code, form, mark, source, source_id, region_code, anonymous, received_at)
  values (sha256(gen_random_uuid()::text::bytea), sha256(gen_random_uuid()::text::bytea), 'x', 'public-report', 'x', $1,
    true, now()) returning id
`;

/** A small city in which a spec says row by row what there is to see. */
export class SightedCity {
  private constructor(private readonly database: Database) {}

  static async empty(database: Database): Promise<SightedCity> {
    await emptyPgBed(database);
    return new SightedCity(database);
  }

  entity = (root: string | null = null) => this.one(ENTITY, [root]);

  async alert({ region, told, owed }: Partial<SightedAlert> = {}, about?: string): Promise<string> {
    const id = await this.one(ALERT, [about ?? (await this.entity()), region ?? null]);
    for (const unit of told ?? []) await this.notice(unit, id);
    for (const unit of owed ?? []) await this.duty(unit, id);
    return id;
  }

  notice = (unit: string, alertId: string | null, bulletinId: string | null = null) =>
    this.one(NOTICE, [alertId, bulletinId, unit]);
  duty = (unit: string, alertId: string | null) => this.one(DUTY, [alertId, unit]);
  record = (region: string | null) => this.one(RECORD, [region]);
  verification = (alertId: string) => this.one(VERIFICATION, [alertId]);
  handover = (alertId: string, to: string) => this.one(HANDOVER, [alertId, to]);
  attachment = (alertId: string) => this.one(ATTACHMENT, [alertId]);
  letter = (alertId: string) => this.one(LETTER, [alertId]);
  meeting = (units: readonly string[]) => this.one(MEETING, [units]);
  tip = (region: string | null) => this.one(TIP, [region]);
  bulletin = (scope: string, state = 'issued') => this.one(BULLETIN, [scope, state]);

  async task(unit: string, alertId: string | null = null): Promise<string> {
    const meeting = await this.meeting([unit]);
    return this.one(TASK, [meeting, unit, await this.duty(unit, alertId)]);
  }

  private async one(sql: string, values: readonly unknown[]): Promise<string> {
    const [row] = await this.database.rows<{ id: string }>(sql, values);
    return row!.id;
  }
}

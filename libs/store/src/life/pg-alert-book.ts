import type { DutyKind, Scheme, Tier } from '@risk/domain';
import type { Database } from '../database.js';
import { effectiveTier, tierRank } from '../person-tiers.js';

/** Something that a unit owes, with the alert that it is about. */
export interface DutyLine {
  readonly id: string;
  readonly alertId: string | null;
  readonly entityName: string | null;
  readonly tier: Tier | null;
  readonly stage: string | null;
  readonly unit: string;
  readonly role: string;
  readonly kind: DutyKind;
  readonly subject: string;
  readonly because: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly firstDueAt: Date;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly voidBecause: string | null;
  readonly pausedAt: Date | null;
  readonly sample: boolean;
}

/** One message in the inbox of a unit. */
export interface InboxLine {
  readonly id: string;
  readonly alertId: string | null;
  readonly kind: string;
  readonly subject: string | null;
  readonly body: string | null;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly readBy: string | null;
}

/** A silence or a flood as people see it. */
export interface SilenceLine {
  readonly id: string;
  readonly entityId: string | null;
  readonly scheme: Scheme | null;
  readonly region: string | null;
  readonly code: string | null;
  readonly tiers: readonly Tier[];
  readonly owner: string;
  readonly because: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  /** Alerts that it holds back now. */
  readonly held: number;
}

export interface FloodLine {
  readonly id: string;
  readonly code: string;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly because: string | null;
  readonly released: boolean | null;
  readonly held: number;
}

/** Why nobody is told of an alert now. */
export interface HushLine {
  readonly cause: string;
  readonly because: string;
  readonly since: Date;
}

/** One line of all that happened to an alert. */
export interface LifeLine {
  readonly id: string;
  readonly kind: string;
  readonly by: string | null;
  readonly unit: string | null;
  readonly because: string | null;
  readonly fromStage: string | null;
  readonly toStage: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly at: Date;
}

/** A file beside an alert, without its bytes. */
export interface FileLine {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** Everything about the life of one alert besides its reasons. */
export interface AlertLife {
  readonly log: readonly LifeLine[];
  readonly duties: readonly DutyLine[];
  readonly hush: HushLine | null;
  readonly files: readonly FileLine[];
  readonly mergedInto: string | null;
  /** What was merged into it, and what else is in its group. */
  readonly members: readonly { readonly id: string; readonly entityName: string }[];
  readonly group: readonly {
    readonly id: string;
    readonly entityName: string;
    readonly tier: Tier;
    readonly status: string;
  }[];
}

const DUTY = `
  select d.id, d.alert_id as "alertId", a.entity_name as "entityName", ${effectiveTier('a')} as tier, a.stage,
    d.unit, d.role, d.kind, d.subject, d.because, d.opened_at as "openedAt", d.due_at as "dueAt",
    d.first_due_at as "firstDueAt", d.done_at as "doneAt", d.done_by as "doneBy",
    d.void_because as "voidBecause", d.paused_at as "pausedAt", d.sample
  from duty d left join alert a on a.id = d.alert_id
`;

const STANDING = `
  ${DUTY} where d.done_at is null and d.void_at is null and ($1::text is null or d.unit = $1)
  order by d.paused_at is not null, d.due_at, ${tierRank(effectiveTier('a'))}, d.id limit $2
`;

const INBOX = `
  select id, alert_id as "alertId", kind, subject, body, settled_at as at, read_at as "readAt",
    read_by as "readBy"
  from notice
  where unit = $1 and channel = 'inbox' and state = 'sent' and ($2::bigint is null or id < $2)
  order by id desc limit $3
`;

const SILENCES = `
  select s.id, s.entity_id as "entityId", s.scheme, s.region, s.code, s.tiers, s.owner, s.because,
    s.starts_at as "startsAt", s.ends_at as "endsAt", s.ended_at as "endedAt", s.ended_by as "endedBy",
    (select count(*)::int from alert_hush h where h.cause = 'silence' and h.cause_id = s.id
      and h.ended_at is null) as held
  from silence s order by s.ended_at is null desc, s.ends_at desc, s.id desc limit $1
`;

const FLOODS = `
  select f.id, f.code, f.opened_at as "openedAt", f.ended_at as "endedAt", f.ended_by as "endedBy",
    f.because, f.released,
    (select count(*)::int from alert_hush h where h.cause = 'flood' and h.cause_id = f.id
      and h.ended_at is null) as held
  from flood f order by f.ended_at is null desc, f.id desc limit $1
`;

const LOG = `
  select id, kind, by, unit, because, from_stage as "fromStage", to_stage as "toStage", detail, at
  from alert_change where alert_id = $1 order by id
`;

const FILES = `
  select id, name, size, sha256, kept_by as by, because, kept_at as at
  from attachment where alert_id = $1 order by id limit 500
`;

const GROUP = `
  select other.id, other.entity_name as "entityName", ${effectiveTier('other')} as tier, other.status
  from alert a join alert other on other.group_id = a.group_id and other.id <> a.id
  where a.id = $1 order by ${tierRank(effectiveTier('other'))}, other.id limit 100
`;

/** What people read of the life of alerts; bounded, and changes nothing but that a message was read. */
export class PgAlertBook {
  constructor(private readonly database: Database) {}

  /** What units owe now, the most urgent first. */
  standing(unit: string | null, limit: number): Promise<DutyLine[]> {
    return this.database.rows<DutyLine>(STANDING, [unit, limit]);
  }

  inbox(unit: string, before: string | null, limit: number): Promise<InboxLine[]> {
    return this.database.rows<InboxLine>(INBOX, [unit, before, limit]);
  }

  /** Notes who read a message first; false when there is no such message in the inbox of that unit. */
  async markRead(unit: string, id: string, by: string, at: Date): Promise<boolean> {
    const rows = await this.database.rows(
      `update notice set read_at = coalesce(read_at, $3), read_by = coalesce(read_by, $4)
       where id = $2 and unit = $1 and channel = 'inbox' and state = 'sent' returning id`,
      [unit, id, at, by],
    );
    return rows.length === 1;
  }

  silences(limit: number): Promise<SilenceLine[]> {
    return this.database.rows<SilenceLine>(SILENCES, [limit]);
  }

  floods(limit: number): Promise<FloodLine[]> {
    return this.database.rows<FloodLine>(FLOODS, [limit]);
  }

  async lifeOf(alertId: string): Promise<AlertLife> {
    const [hush] = await this.database.rows<HushLine>(
      'select cause, because, since from alert_hush where alert_id = $1 and ended_at is null',
      [alertId],
    );
    const [alert] = await this.database.rows<{ mergedInto: string | null }>(
      'select merged_into as "mergedInto" from alert where id = $1',
      [alertId],
    );
    return {
      log: await this.database.rows<LifeLine>(LOG, [alertId]),
      duties: await this.database.rows<DutyLine>(
        `${DUTY} where d.alert_id = $1 order by d.id limit 500`,
        [alertId],
      ),
      hush: hush ?? null,
      files: await this.database.rows<FileLine>(FILES, [alertId]),
      mergedInto: alert?.mergedInto ?? null,
      members: await this.database.rows(
        'select id, entity_name as "entityName" from alert where merged_into = $1 order by id limit 100',
        [alertId],
      ),
      group: await this.database.rows(GROUP, [alertId]),
    };
  }
}

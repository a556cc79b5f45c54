import { WHOLE_CITY, type Scheme, type Tier } from '@risk/domain';
import { NotFound } from '@risk/kit';
import { seesDuty, sightFrom, valuesOfSight } from '../access/sight-sql.js';
import type { Database } from '../database.js';
import { effectiveTier, tierRank } from '../person-tiers.js';
import { isInside } from './inside.js';
import { DUTY, MOST_URGENT_FIRST, STANDING, type DutyLine } from './duty-line.js';

/** One message in the inbox of a unit. */
export interface InboxLine {
  readonly id: string;
  readonly alertId: string | null;
  readonly entityName: string | null;
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
  readonly entityName: string | null;
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
  readonly fromTier: Tier | null;
  readonly toTier: Tier;
  /** Reasons that were new then. */
  readonly news: readonly string[];
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
  readonly sm3: string;
  readonly by: string;
  readonly because: string;
  readonly at: Date;
}

/** Everything about the life of one alert besides its reasons. */
export interface AlertLife {
  readonly log: readonly LifeLine[];
  /** What is owed on it and on those that live on in it. */
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

const OWED = `
  ${DUTY} where ${STANDING} and ($1::text is null or d.unit = $1) and ${seesDuty(sightFrom(3))}
  ${MOST_URGENT_FIRST} limit $2
`;

const INBOX = `
  select n.id, n.alert_id as "alertId", a.entity_name as "entityName", n.kind, n.subject, n.body,
    n.settled_at as at, n.read_at as "readAt", n.read_by as "readBy"
  from notice n left join alert a on a.id = n.alert_id
  where n.unit = $1 and n.channel = 'inbox' and n.state = 'sent' and ($2::bigint is null or n.id < $2)
  order by n.id desc limit $3
`;

/** The columns of a silence `s`. */
export const SILENCE_COLUMNS = `
  s.id, s.entity_id as "entityId",
    (select e.name from entity e where e.id = s.entity_id) as "entityName", s.scheme, s.region, s.code,
    s.tiers, s.owner, s.because, s.starts_at as "startsAt", s.ends_at as "endsAt", s.ended_at as "endedAt", s.ended_by as "endedBy",
    (select count(*)::int from alert_hush h where h.cause = 'silence' and h.cause_id = s.id
      and h.ended_at is null) as held
`;

const SILENCES = `
  select ${SILENCE_COLUMNS} from silence s order by s.ended_at is null desc, s.ends_at desc, s.id desc limit $1
`;

/** The columns of a flood `f`. */
export const FLOOD_COLUMNS = `
  f.id, f.code, f.opened_at as "openedAt", f.ended_at as "endedAt", f.ended_by as "endedBy",
    f.because, f.released,
    (select count(*)::int from alert_hush h where h.cause = 'flood' and h.cause_id = f.id
      and h.ended_at is null) as held
`;

const FLOODS = `
  select ${FLOOD_COLUMNS} from flood f order by f.ended_at is null desc, f.id desc limit $1
`;

/** The latest lines, oldest first. */
const LOG = `
  select * from (
    select id, kind, by, unit, because, from_tier as "fromTier", to_tier as "toTier", news,
      from_stage as "fromStage", to_stage as "toStage", detail, at
    from alert_change where alert_id = $1 order by id desc limit 1000
  ) latest order by id
`;

const FILES = `
  select id, name, size, sha256, sm3, kept_by as by, because, kept_at as at
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
  standing(unit: string | null, limit: number, sight = WHOLE_CITY): Promise<DutyLine[]> {
    return this.database.rows<DutyLine>(OWED, [unit, limit, ...valuesOfSight(sight)]);
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
    if (!alert) throw new NotFound(`没有预警 ${alertId}`);
    return {
      log: await this.database.rows<LifeLine>(LOG, [alertId]),
      duties: await this.database.rows<DutyLine>(
        `${DUTY} where ${isInside('d.alert_id', '$1')} order by d.id limit 500`,
        [alertId],
      ),
      hush: hush ?? null,
      files: await this.database.rows<FileLine>(FILES, [alertId]),
      mergedInto: alert.mergedInto,
      members: await this.database.rows(
        'select id, entity_name as "entityName" from alert where merged_into = $1 order by id limit 100',
        [alertId],
      ),
      group: await this.database.rows(GROUP, [alertId]),
    };
  }
}

import type { Feed, OutcomeVerdict, Sight, Tier, TierCuts } from '@risk/domain';
import { seesAlert, seesRecord, sightFrom, valuesOfSight } from '../access/sight-sql.js';
import type { Database } from '../database.js';

/** The index as it stood from a moment on. */
export interface HistoryPoint {
  readonly at: Date;
  readonly score: number;
  readonly tier: Tier;
  /** The rules and the scoring that it was computed with. */
  readonly rules: string | null;
  readonly scoring: string | null;
}

/** Something that happened to an entity. */
export type HistoryEvent =
  | { readonly kind: 'record'; readonly at: Date; readonly feed: Feed; readonly recordId: string }
  | {
      readonly kind: 'alert';
      readonly at: Date;
      readonly change: string;
      readonly alertId: string;
      readonly tier: Tier;
      readonly stage: string | null;
      readonly by: string | null;
      readonly because: string | null;
    }
  | {
      readonly kind: 'tier';
      readonly at: Date;
      readonly tier: Tier | null;
      readonly by: string;
      readonly because: string;
    }
  | {
      readonly kind: 'outcome';
      readonly at: Date;
      readonly verdict: OutcomeVerdict;
      readonly by: string;
      readonly because: string;
    }
  | {
      readonly kind: 'merged' | 'parted';
      readonly at: Date;
      readonly name: string;
      readonly because: string | null;
      readonly by: string | null;
    }
  | { readonly kind: 'rules'; readonly at: Date; readonly rules: string; readonly scoring: string };

/** How an entity came to be what it is; everything oldest first. */
export interface EntityHistory {
  readonly points: readonly HistoryPoint[];
  readonly events: readonly HistoryEvent[];
  /** Where the tiers begin by the latest index; null before the first. */
  readonly cuts: TierCuts | null;
  /** Whether there was more than is told. */
  readonly isCut: boolean;
}

const MOST = 1000;

const POINTS = `
  select distinct on (at) at, score, tier, index #>> '{version,rules}' as rules,
    index #>> '{version,scoring}' as scoring
  from entity_index where entity_id = $1 order by at desc, id desc limit ${MOST}
`;

const CUTS = `
  select index -> 'cuts' as cuts from entity_index where entity_id = $1 order by at desc, id desc limit 1
`;

const PLACES = sightFrom(2);
const MEMBERS = 'select id from entity where root_id = $1';

/** A record is an event when the house came to know it: the index could not move before. */
const RECORDS = `
  select distinct v.assessed_at as at, 'record' as kind, r.feed, r.id::text as "recordId"
  from entity_link l join record r on r.id = l.record_id and r.operation = 'upsert'
  join assessment v on v.record_id = r.id
  where l.entity_id in (${MEMBERS}) and l.role <> 'publisher'
    and (r.feed <> 'complaint' or ($4 and ${seesRecord('r', PLACES)}))
  order by at desc limit ${MOST}
`;

const ALERTS = `
  select c.at, 'alert' as kind, c.kind as change, a.id::text as "alertId", c.to_tier as tier,
    c.to_stage as stage, c.by, c.because
  from alert a join alert_change c on c.alert_id = a.id
  where a.entity_id in (${MEMBERS}) and ${seesAlert('a', PLACES)}
  order by c.id desc limit ${MOST}
`;

const JUDGED = `
  select d.decided_at as at, 'tier' as kind, d.to_tier as tier, null as verdict, d.decided_by as by, d.because
  from tier_decision d where d.entity_id in (${MEMBERS})
  union all
  select o.decided_at, 'outcome', null, o.verdict, o.decided_by, o.because
  from outcome o where o.entity_id in (${MEMBERS})
  order by at desc limit ${MOST}
`;

const MERGES = `
  select g.merged_at as at, 'merged' as kind, m.name, g.because, null as by
  from entity_merge g join entity m on m.id = g.member_id where g.into_id in (${MEMBERS})
  union all
  select g.undone_at, 'parted', m.name, null, g.undone_by
  from entity_merge g join entity m on m.id = g.member_id
  where g.undone_at is not null and g.into_id in (${MEMBERS})
  order by at desc limit ${MOST}
`;

/** What somebody may read of it: single complaints are only for who may read records. */
export interface HistoryReader {
  readonly sight: Sight;
  readonly mayReadRecords: boolean;
}

/** Reads the history of a whole entity. */
export async function readHistory(
  database: Database,
  rootId: string,
  { sight, mayReadRecords }: HistoryReader,
): Promise<EntityHistory> {
  const seen = [rootId, ...valuesOfSight(sight)];
  const [points, records, alerts, judged, merges, latest] = await Promise.all([
    database.rows<HistoryPoint>(POINTS, [rootId]),
    database.rows<HistoryEvent>(RECORDS, [...seen, mayReadRecords]),
    database.rows<HistoryEvent>(ALERTS, seen),
    database.rows<HistoryEvent>(JUDGED, [rootId]),
    database.rows<HistoryEvent>(MERGES, [rootId]),
    database.rows<{ cuts: TierCuts | null }>(CUTS, [rootId]),
  ]);
  const told = points.reverse();
  const parts = [records, alerts, judged, merges, versionEvents(told)];
  return {
    points: told,
    events: parts.flat().sort((a, b) => a.at.getTime() - b.at.getTime()),
    cuts: latest[0]?.cuts ?? null,
    isCut: [points, ...parts].some(({ length }) => length === MOST),
  };
}

/** Other rules or another scoring is an event of its own: nothing else may have happened. */
export function versionEvents(points: readonly HistoryPoint[]): HistoryEvent[] {
  return points.flatMap(({ at, rules, scoring }, n): HistoryEvent[] => {
    const before = points[n - 1];
    if (!before || rules === null || scoring === null) return [];
    if (before.rules === rules && before.scoring === scoring) return [];
    return [{ kind: 'rules', at, rules, scoring }];
  });
}

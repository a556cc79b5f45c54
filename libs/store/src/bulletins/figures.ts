import type { SpanFigures } from '@risk/bulletins';
import type { Span } from '@risk/domain';
import { Bound } from '../bound.js';
import type { Database } from '../database.js';
import { standing } from './alert-state.js';
import { movesOf } from './alert-lines.js';
import { Asked, type Asking } from './asked.js';
import { outcomesOf } from './entity-lines.js';
import { alertInScope, recordInScope } from './scope-sql.js';
import { ofSource, toldSources } from './told-sources.js';

const NO_RECORDS = { registration: 0, complaint: 0, advertisement: 0 } as const;

const records = (asked: Asked): string => {
  const came = `${asked.within('r.received_at')} and ${recordInScope(asked)}`;
  return `
    select jsonb_object_agg(feed, count) from (
      select told.feed, sum(came.count)::int as count
      from told cross join lateral (${ofSource(asked, 'count(*) as count', came)}) came
      group by told.feed
    ) by_feed`;
};

const raised = (asked: Asked): string => `
  select jsonb_object_agg(tier, count) from (
    select tier, count(*)::int as count
    from (${standing(asked, `a.raised_at >= ${asked.since}`)}) alert group by tier
  ) by_tier`;

const moved = (asked: Asked): string => `
  select count(*) filter (where c.kind = 'upgraded')::int as upgraded,
    count(*) filter (where c.kind = 'lowered')::int as lowered ${movesOf(asked)}`;

const handedOver = (asked: Asked): string => `
  select count(*)::int as "handedOver" from handover h join alert a on a.id = h.alert_id
  where ${asked.within('h.made_at')} and a.sample = ${asked.samples} and ${alertInScope(asked)}`;

const found = (asked: Asked): string => `
  select count(*) filter (where o.verdict = 'confirmed')::int as confirmed,
    count(*) filter (where o.verdict = 'refuted')::int as refuted ${outcomesOf(asked)}`;

/** One span, as it was known at its own end. */
const ofSpan = (asked: Asked, place: number): string => `
  select ${place} as place, coalesce((${records(asked)}), '{}') as records,
    coalesce((${raised(asked)}), '{}') as raised, moved.*, given.*, found.*
  from (${moved(asked)}) moved, (${handedOver(asked)}) given, (${found(asked)}) found`;

/** Figures of each of several spans, in their order; one statement, in which each span is planned for itself. */
export async function figures(
  database: Database,
  asking: Asking,
  spans: readonly Span[],
): Promise<SpanFigures[]> {
  if (spans.length === 0) return [];
  const bound = new Bound();
  const told = toldSources(bound.put(asking.samples, 'boolean'));
  const parts = spans.map((span, place) => ofSpan(new Asked(asking, span, bound), place));
  const rows = await database.rows<SpanFigures & { readonly place: number }>(
    `with recursive ${told} ${parts.join(' union all ')} order by place`,
    bound.values,
  );
  return rows.map(({ place: _place, records: came, ...row }) => ({
    ...row,
    records: { ...NO_RECORDS, ...came },
  }));
}

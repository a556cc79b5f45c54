import { LetterSource, type AlertPlace, type FoundStep, type RegisteredFirm } from '@risk/cases';
import { NotFound, type Transaction } from '@risk/kit';
import { clientOf } from './pg-unit-of-work.js';

/** What a firm's own registrations say, the latest first; a complaint is never asked. */
const REGISTERED = `
  with root as (select * from entity where id = (select root_id from entity where id = $1)),
  told as (
    select r.payload, r.occurred_at, r.id
    from root join entity part on part.root_id = root.id
    join entity_link l on l.entity_id = part.id and l.role = 'subject'
    join record r on r.id = l.record_id and r.current and r.operation = 'upsert' and r.feed = 'registration'
  )
  select root.name, root.uscc, root.region_code as "regionCode", root.sample,
    (select k.value from entity_key k join entity part on part.id = k.entity_id
      where part.root_id = root.id and k.kind = 'regno' order by k.value limit 1) as registration,
    (select payload ->> 'legalRepresentative' from told
      where payload ->> 'legalRepresentative' <> '' order by occurred_at desc, id desc limit 1)
      as representative,
    coalesce((
      select (select json_agg(json_build_object('name', s ->> 'name', 'share', s -> 'share') order by place)
        from jsonb_array_elements(payload -> 'shareholders') with ordinality as held (s, place)
        where s ->> 'name' <> '')
      from told
      where case when jsonb_typeof(payload -> 'shareholders') = 'array'
        then payload -> 'shareholders' <> '[]' else false end
      order by occurred_at desc, id desc limit 1), '[]') as shareholders,
    coalesce((select payload ->> 'address' from told
      where payload ->> 'address' <> '' order by occurred_at desc, id desc limit 1), root.address)
      as address
  from root
`;

/** A finding stands until the alert is refuted or opened anew, or another outcome takes its place. */
const FINDING = `
  select step.at, step.unit, step.because, o.scheme
  from alert a
  cross join lateral (
    select kind, at, unit, because from alert_change
    where alert_id = a.id and kind in ('confirmed', 'refuted', 'reopened') order by id desc limit 1
  ) step
  left join lateral (
    select verdict, scheme from outcome
    where entity_id in (
      select id from entity where root_id = (select root_id from entity where id = a.entity_id))
    order by id desc limit 1
  ) o on true
  where a.id = $1 and step.kind = 'confirmed' and step.unit is not null
    and coalesce(o.verdict, 'confirmed') not in ('refuted', 'insufficient')
`;

const PLACES = `
  select a.id as "alertId", a.entity_id as "entityId", a.region_code as "regionCode",
    (select unit from duty where alert_id = a.id and role = 'lead' and kind in ('acknowledge', 'answer')
      order by id desc limit 1) as lead
  from alert a where a.id = any ($1) order by a.id
`;

/** What letters tell of firms and alerts, from the register and from the log. */
export class PgLetterSource extends LetterSource {
  async registered(tx: Transaction, entityId: string): Promise<RegisteredFirm> {
    const { rows } = await clientOf(tx).query<RegisteredFirm>(REGISTERED, [entityId]);
    if (!rows[0]) throw new NotFound(`没有主体“${entityId}”`);
    return rows[0];
  }

  async findingOf(tx: Transaction, alertId: string): Promise<FoundStep | null> {
    const { rows } = await clientOf(tx).query<FoundStep>(FINDING, [alertId]);
    return rows[0] ?? null;
  }

  async placesOf(tx: Transaction, alertIds: readonly string[]): Promise<AlertPlace[]> {
    return (await clientOf(tx).query<AlertPlace>(PLACES, [alertIds])).rows;
  }
}

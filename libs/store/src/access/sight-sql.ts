import type { Sight } from '@risk/domain';

/** The two values of a sight, for the placeholders of the predicates below; null is everything. */
export const valuesOfSight = ({ units, regions }: Sight): [string[] | null, string[] | null] => [
  units === 'all' ? null : [...units],
  regions === 'all' ? null : [...regions],
];

/** Where the two values of a sight stand among the values of a query. */
export interface SightPlaces {
  readonly units: string;
  readonly regions: string;
}

/** The places of a sight whose first value is the one with this number. */
export const sightFrom = (number: number): SightPlaces => ({
  units: `$${String(number)}::text[]`,
  regions: `$${String(number + 1)}::text[]`,
});

/**
 * Whether somebody may see an alert, a row of that table: a unit sees what it was told of or owes something
 * for, the office what lies in its regions. The only place where this is said.
 */
export const seesAlert = (alert: string, { units, regions }: SightPlaces): string => `(
  (${units} is null or ${alert}.id in (
    select told.alert_id from notice told where told.unit = any (${units}) and told.alert_id is not null
    union all
    select owed.alert_id from duty owed where owed.unit = any (${units}) and owed.alert_id is not null))
  and (${regions} is null or ${alert}.region_code = any (${regions})))`;

/** An entity by the id of its root: whoever sees an alert of any part of it; whoever sees the city sees all. */
export const seesEntity = (root: string, places: SightPlaces): string => `(
  (${places.units} is null and ${places.regions} is null) or exists (
    select from alert a join entity about on about.id = a.entity_id
    where about.root_id = ${root} and ${seesAlert('a', places)}))`;

/** A record, a row of that table: the office what lies in its regions; units see none as it came. */
export const seesRecord = (record: string, { units, regions }: SightPlaces): string => `(
  ${units} is null and (${regions} is null or ${record}.region_code = any (${regions})))`;

/** Whether somebody may see what lies before a unit, about an alert or none. */
const seesOfUnit = (unit: string, alertId: string, places: SightPlaces): string => `(
  (${places.units} is null or ${unit} = any (${places.units}))
  and (${places.regions} is null or exists (
    select from alert a where a.id = ${alertId} and a.region_code = any (${places.regions}))))`;

/** A duty `d` or a notice `n`: a unit sees its own. */
export const seesDuty = (places: SightPlaces): string => seesOfUnit('d.unit', 'd.alert_id', places);
export const seesNotice = (places: SightPlaces): string =>
  seesOfUnit('n.unit', 'n.alert_id', places);

/** A hand-over `h` of an alert `a`: whoever gets it sees it. */
export const seesHandOver = ({ units, regions }: SightPlaces): string => `(
  (${units} is null or h.to_unit = any (${units}))
  and (${regions} is null or a.region_code = any (${regions})))`;

/** A joint meeting `m`: of the whole city, and of the units that take part. */
export const seesMeeting = ({ units, regions }: SightPlaces): string =>
  `(${regions} is null and (${units} is null or m.units && ${units}))`;

/** A bulletin `b`: the edition of one's unit once it is issued, or of one's region, and what was sent to one's unit. */
export const seesBulletin = ({ units, regions }: SightPlaces): string => `(
  (${units} is null
    or b.state = 'issued' and b.scope = any (select 'unit:' || one from unnest(${units}) one)
    or b.id in (select sent.bulletin_id from notice sent
      where sent.unit = any (${units}) and sent.bulletin_id is not null))
  and (${regions} is null or b.scope = any (select 'region:' || one from unnest(${regions}) one)))`;

/** A request for a look at reporters `r`: of one's unit, and about records that all lie in one's regions. */
export const seesVaultRequest = ({ units, regions }: SightPlaces): string => `(
  (${units} is null or r.unit = any (${units}))
  and (${regions} is null or not exists (
    select from vault_request_record wanted left join record on record.id = wanted.record_id
    where wanted.request_id = r.id and coalesce(record.region_code <> all (${regions}), true))))`;

/** What a citizen reported, a row of tip: whoever sees a record sees it. */
export const seesTip = (tip: string, places: SightPlaces): string => seesRecord(tip, places);

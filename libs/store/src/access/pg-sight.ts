import { SightedThings, type Sighted } from '@risk/access';
import { seesWholeCity, type Sight } from '@risk/domain';
import type { Database } from '../database.js';
import {
  seesAlert,
  seesBulletin,
  seesDuty,
  seesHandOver,
  seesMeeting,
  seesEntity,
  seesNotice,
  seesRecord,
  seesTip,
  sightFrom,
  valuesOfSight,
} from './sight-sql.js';

const PLACES = sightFrom(2);
const OF_ALERT = (table: string): string =>
  `select t.id from ${table} t join alert a on a.id = t.alert_id
   where t.id = any ($1::bigint[]) and ${seesAlert('a', PLACES)}`;

/** How the ids that somebody may see are found among those asked about; one line to add a kind of thing. */
const AMONG: Readonly<Record<Sighted, string>> = {
  alert: `select a.id from alert a where a.id = any ($1::bigint[]) and ${seesAlert('a', PLACES)}`,
  entity: `
    select e.id from entity e
    where e.id = any ($1::bigint[]) and ${seesEntity('e.root_id', PLACES)}`,
  record: `select r.id from record r where r.id = any ($1::bigint[]) and ${seesRecord('r', PLACES)}`,
  notice: `select n.id from notice n where n.id = any ($1::bigint[]) and ${seesNotice(PLACES)}`,
  verification: OF_ALERT('verification'),
  handover: `
    select h.id from handover h join alert a on a.id = h.alert_id
    where h.id = any ($1::bigint[]) and ${seesHandOver(PLACES)}`,
  attachment: OF_ALERT('attachment'),
  letter: OF_ALERT('letter'),
  meeting: `
    select m.id from meeting m where m.id = any ($1::bigint[]) and ${seesMeeting(PLACES)}`,
  task: `
    select k.id from meeting_task k join duty d on d.id = k.duty_id
    where k.id = any ($1::bigint[]) and ${PLACES.regions} is null and ${seesDuty(PLACES)}`,
  tip: `select t.id from tip t where t.id = any ($1::bigint[]) and ${seesTip('t', PLACES)}`,
  bulletin: `select b.id from bulletin b where b.id = any ($1::bigint[]) and ${seesBulletin(PLACES)}`,
};

/** Who may see what, asked of PostgreSQL. */
export class PgSight extends SightedThings {
  constructor(private readonly database: Database) {
    super();
  }

  async among(kind: Sighted, ids: readonly string[], sight: Sight): Promise<ReadonlySet<string>> {
    if (seesWholeCity(sight)) return new Set(ids);
    const rows = await this.database.rows<{ id: string }>(AMONG[kind], [
      ids,
      ...valuesOfSight(sight),
    ]);
    return new Set(rows.map(({ id }) => id));
  }
}

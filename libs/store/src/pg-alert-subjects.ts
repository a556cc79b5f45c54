import type { Database } from './database.js';

/** The entity that an alert is about, and the names that the public register tells of it anyway. */
export interface AlertSubject {
  readonly entityId: string;
  readonly registered: readonly string[];
}

const SUBJECTS = `
  select root.id as "entityId", array(
    select root.name
    union select r.payload ->> 'legalRepresentative'
    from entity part
    join entity_link l on l.entity_id = part.id and l.role = 'subject'
    join record r on r.id = l.record_id and r.feed = 'registration'
    where part.root_id = root.id and r.payload ->> 'legalRepresentative' <> ''
  ) as registered
  from alert a join entity e on e.id = a.entity_id join entity root on root.id = e.root_id
  where a.id = any ($1::bigint[])
`;

/** Reads whom alerts are about. */
export class PgAlertSubjects {
  constructor(private readonly database: Database) {}

  /** Of alerts that are there; others are left out. */
  of(alertIds: readonly string[]): Promise<AlertSubject[]> {
    return this.database.rows<AlertSubject>(SUBJECTS, [alertIds]);
  }
}

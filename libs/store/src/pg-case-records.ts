import { CaseRecords, type CaseFigures } from '@risk/cases';
import { NotFound, type Transaction } from '@risk/kit';
import { person } from './fact-columns.js';
import { clientOf } from './pg-unit-of-work.js';

/** Records in force about an entity, whatever of it they were told of; r is the record. */
const ABOUT = `
  entity m join entity_link l on l.entity_id = m.id and l.role <> 'publisher'
  join record r on r.id = l.record_id and r.current and r.operation = 'upsert'
`;

/** One person counts once, with the largest sum named; as the index counts (entity-states.ts). */
const FIGURES = `
  with root as (select * from entity where id = (select root_id from entity where id = $1)),
  line as (
    select distinct r.id, r.amount, r.people, ${person('m.root_id')} as person
    from root join ${ABOUT} on m.root_id = root.id
    where r.feed = 'complaint'
  ),
  stake as (
    select person, max(amount) as amount, max(people) as people from line group by person
  )
  select root.uscc, root.address,
    (select sum(amount)::float8 from stake) as amount,
    (select max(people)::float8 from stake) as people,
    (select count(*)::int from line) as complaints,
    (select count(*)::int from stake) as complainants
  from root
`;

const AMONGST = `
  select distinct r.id from ${ABOUT}
  where m.root_id = (select root_id from entity where id = $1) and r.id = any ($2)
`;

/** What records say about the entity of a case; whoever complained is only counted. */
export class PgCaseRecords extends CaseRecords {
  async figuresOf(tx: Transaction, entityId: string): Promise<CaseFigures> {
    const { rows } = await clientOf(tx).query<CaseFigures>(FIGURES, [entityId]);
    if (!rows[0]) throw new NotFound(`没有主体“${entityId}”`);
    return rows[0];
  }

  async amongst(
    tx: Transaction,
    entityId: string,
    recordIds: readonly string[],
  ): Promise<string[]> {
    const values = [entityId, recordIds];
    return (await clientOf(tx).query<{ id: string }>(AMONGST, values)).rows.map(({ id }) => id);
  }
}

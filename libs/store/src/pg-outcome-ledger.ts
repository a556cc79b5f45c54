import {
  OutcomeLedger,
  type AlertedCase,
  type DecidedText,
  type OutcomeLine,
  type Period,
  type UnalertedCase,
} from '@risk/cases';
import type { Database } from './database.js';
import { OUTCOME } from './pg-cases.js';
import { openReporter } from './sealed-reporter.js';
import type { VaultCipher } from './vault-cipher.js';

/** The outcome in force of each whole entity: the latest of all that belong to it. */
const IN_FORCE = `
  select distinct on (part.root_id) part.root_id, o.*
  from outcome o join entity part on part.id = o.entity_id
  order by part.root_id, o.id desc
`;

const LIST = `
  with o as (${IN_FORCE})
  select ${OUTCOME}, e.name, e.uscc, e.sample
  from o join entity e on e.id = o.root_id order by o.id desc limit $1
`;

/** A moment lies in a period by its day in China. */
const within = (moment: string): string =>
  `(${moment} at time zone 'Asia/Shanghai')::date between $1::date and $2::date`;

const KNOWN = `jsonb_build_object('verdict', o.verdict, 'exposedOn', o.exposed_on::text,
  'losses', o.losses::float8, 'people', o.people)`;

/** Handed over, and not declined since: public security has it. */
const HANDED_OVER = `exists (
  select from entity part join alert its on its.entity_id = part.id join handover h on h.alert_id = its.id
  where part.root_id = m.root_id and coalesce((
    select answer from handover_receipt where handover_id = h.id order by id desc limit 1
  ), 'none') <> 'declined')`;

const ALERTED = `
  with o as (${IN_FORCE}),
  concerned as (
    select distinct m.root_id from alert a join entity m on m.id = a.entity_id
    where ${within('a.raised_at')} and ($3 or not a.sample)
  ),
  engine as (
    select distinct m.root_id, s.code, s.engine
    from concerned join entity m using (root_id) join signal s on s.entity_id = m.id
  )
  select a.id as "alertId", m.root_id as "entityId", a.raised_at as "raisedAt",
    exists (
      select from alert_change c where c.alert_id = a.id and c.kind = 'raised' and c.source = 'person'
    ) as "byPerson", a.tier, ${HANDED_OVER} as "handedOver",
    coalesce((
      select jsonb_agg(jsonb_build_object('code', r ->> 'code', 'engine', (
        select min(engine) from engine where engine.root_id = m.root_id and engine.code = r ->> 'code'
      )))
      from jsonb_array_elements(a.index -> 'reasons') r
    ), '[]') as reasons,
    case when o.id is not null then ${KNOWN} end as outcome
  from concerned join entity m using (root_id) join alert a on a.entity_id = m.id
  left join o on o.root_id = m.root_id
  where $3 or not a.sample
  order by a.id
`;

const UNALERTED = `
  with o as (${IN_FORCE})
  select o.root_id as "entityId", ${KNOWN} as outcome
  from o join entity e on e.id = o.root_id
  where o.verdict = 'confirmed' and ${within('coalesce(o.exposed_on::timestamptz, o.decided_at)')}
    and ($3 or not e.sample)
    and not exists (
      select from entity m join alert a on a.entity_id = m.id where m.root_id = o.root_id
    )
  order by o.root_id
`;

/** Whoever only carried it, like a publisher, is not what it is about. */
const TEXTS = `
  with o as (${IN_FORCE})
  select distinct on (r.id, o.root_id) r.id as "recordId", o.root_id as "entityId",
    array(select distinct name from entity where root_id = o.root_id order by name) as names,
    concat_ws(E'\\n', r.payload ->> 'title', r.payload ->> 'text', r.payload ->> 'imageText') as text,
    case o.verdict when 'confirmed' then o.scheme else 'none' end as label, v.sealed
  from o
  join entity part on part.root_id = o.root_id
  join entity_link l on l.entity_id = part.id and l.role <> 'publisher'
  join record r on r.id = l.record_id and r.current and r.operation = 'upsert'
  left join reporter_vault v on v.record_id = r.id
  where o.verdict in ('confirmed', 'refuted') and r.feed in ('complaint', 'advertisement')
    and ($1 or not r.sample)
  order by r.id, o.root_id
`;

/** What became of alerts, read for figures and for learning. */
export class PgOutcomeLedger extends OutcomeLedger {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {
    super();
  }

  list(limit: number): Promise<OutcomeLine[]> {
    return this.database.rows<OutcomeLine>(LIST, [limit]);
  }

  alerted({ from, to }: Period, samples: boolean): Promise<AlertedCase[]> {
    return this.database.rows<AlertedCase>(ALERTED, [from, to, samples]);
  }

  unalerted({ from, to }: Period, samples: boolean): Promise<UnalertedCase[]> {
    return this.database.rows<UnalertedCase>(UNALERTED, [from, to, samples]);
  }

  async texts(samples: boolean): Promise<DecidedText[]> {
    const rows = await this.database.rows<
      Omit<DecidedText, 'reporter'> & { readonly sealed: Buffer | null }
    >(TEXTS, [samples]);
    const said = rows.filter(({ text }) => text.trim() !== '');
    return said.map(({ sealed, ...text }) => ({
      ...text,
      reporter: sealed ? this.wordsOf(sealed, text.recordId) : [],
    }));
  }

  /** The vault is opened only to take what is in it out of a text. */
  private wordsOf(sealed: Buffer, recordId: string): string[] {
    const { name, phone, idNumber } = openReporter(this.cipher, sealed, recordId).reporter;
    return [name, phone, idNumber].flatMap((word) => word ?? []);
  }
}

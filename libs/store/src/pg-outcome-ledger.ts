import {
  OutcomeLedger,
  type AlertedCase,
  type DecidedText,
  type OutcomeLine,
  type OpenCases,
  type PeriodAsOf,
  type ReasonTally,
  type UnalertedCase,
} from '@risk/cases';
import { ALERT_TIERS } from '@risk/domain';
import type { Database } from './database.js';
import { partsThen, wasSample, wholeThen } from './entities-then.js';
import { isHistory, openedAnew } from './opened-anew.js';
import { tierRank } from './person-tiers.js';
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

/** $1 from, $2 to, $3 samples, $4 the moment before which something is known. */
const AS_OF = '$4::timestamptz';

/** The outcome that was in force of each whole entity as it was then. */
const IN_FORCE_THEN = `
  select distinct on (whole_id) one.* from (
    select o.*, ${wholeThen('o.entity_id', AS_OF)} as whole_id from outcome o where o.decided_at < ${AS_OF}
  ) one order by whole_id, id desc
`;

/** A moment lies in a period by its day in China. */
const within = (moment: string): string =>
  `(${moment} at time zone 'Asia/Shanghai')::date between $1::date and $2::date`;

const KNOWN = `jsonb_build_object('verdict', o.verdict, 'exposedOn', o.exposed_on::text,
  'losses', o.losses::float8, 'people', o.people)`;

/** An outcome tells nothing of an alert that was opened anew since, nor one that cleared of an alert raised since. */
const TELLS = `o.id is not null and not ${openedAnew('a.id', 'o.decided_at', AS_OF)}
  and (o.verdict not in ('refuted', 'insufficient') or o.decided_at >= a.raised_at)`;

/** Handed over, and not declined by then: public security has it. */
const GIVEN = `
  select distinct ${wholeThen('its.entity_id', AS_OF)} as whole_id
  from handover h join alert its on its.id = h.alert_id
  where h.made_at < ${AS_OF} and coalesce((
    select answer from handover_receipt
    where handover_id = h.id and entered_at < ${AS_OF} order by id desc limit 1
  ), 'none') <> 'declined'
`;

/** The highest that the model said; one that a person raised before the model said anything has the decision's. */
const TIER = `coalesce((
    select c.to_tier from alert_change c
    where c.alert_id = a.id and c.source = 'model' and c.kind in ('raised', 'upgraded', 'differs')
      and c.at < ${AS_OF}
    order by ${tierRank('c.to_tier')} limit 1
  ), (
    select d.model_tier from alert_change c join tier_decision d on d.id = c.decision_id
    where c.alert_id = a.id and c.kind = 'raised' order by c.id limit 1
  ), a.tier)`;

/** An alert rests on the index that stood then, or when it was closed; only one put in by hand has none. */
const INDEX = `coalesce((
    select i.index from entity_index i
    where i.entity_id = a.whole_id and i.at < ${AS_OF} and i.at <= coalesce((
      select case when c.to_stage = 'closed' then c.at end from alert_change c
      where c.alert_id = a.id and c.at < ${AS_OF} and c.to_stage <> c.from_stage order by c.id desc limit 1
    ), 'infinity')
    order by i.at desc, i.id desc limit 1
  ), a.index)`;

const ITS = `
  select a.*, ${wholeThen('a.entity_id', AS_OF)} as whole_id
  from alert a where a.raised_at < ${AS_OF} and ($3 or not a.sample)
`;

const BY_PERSON = `exists (
    select from alert_change c where c.alert_id = a.id and c.kind = 'raised' and c.source = 'person'
  )`;

/** Whole entities of which something is known. */
const KNOWN_ONES = 'select whole_id from o union select whole_id from given';

const ALERTED = `
  with o as (${IN_FORCE_THEN}), given as (${GIVEN}), known as (${KNOWN_ONES}),
  its as (select * from (${ITS}) alerted join known using (whole_id)),
  concerned as (
    select whole_id from its where ${within('raised_at')}
    union
    select whole_id from its join o using (whole_id) where o.exposed_on between $1::date and $2::date
  )
  select a.id as "alertId", a.whole_id as "entityId", a.raised_at as "raisedAt", ${BY_PERSON} as "byPerson",
    ${TIER} as tier, given.whole_id is not null as "handedOver", case when ${TELLS} then ${KNOWN} end as outcome
  from concerned join its a using (whole_id) left join o using (whole_id) left join given using (whole_id)
  order by a.id
`;

const OPEN = `
  with o as (${IN_FORCE_THEN}), given as (${GIVEN}), known as (${KNOWN_ONES}), its as (${ITS})
  select count(*) filter (where by_person)::int as "byPerson",
    count(distinct whole_id) filter (where not by_person)::int as entities,
    jsonb_build_object(${ALERT_TIERS.map(
      (tier) => `'${tier}', count(*) filter (where tier = '${tier}' and not by_person)`,
    ).join(', ')}) as tiers
  from (
    select a.whole_id, ${BY_PERSON} as by_person, ${TIER} as tier
    from its a where ${within('a.raised_at')} and not exists (select from known where known.whole_id = a.whole_id)
  ) open
`;

/** A code has one engine: any record in which it struck knows it. */
const REASONS = `
  with o as (${IN_FORCE_THEN}), its as (${ITS})
  select said.*, (
    select s.engine from signal s join record r on r.id = s.record_id
    where s.code = said.code and r.received_at < ${AS_OF} limit 1
  ) as engine
  from (
    select code, count(*)::int as alerts, count(*) filter (where verdict = 'confirmed')::int as confirmed,
      count(*) filter (where verdict = 'refuted')::int as refuted
    from (
      select ${INDEX} -> 'reasons' as reasons, case when ${TELLS} then o.verdict end as verdict
      from its a left join o using (whole_id)
      where ${within('a.raised_at')} and not ${BY_PERSON}
    ) alerted, lateral (select distinct r ->> 'code' as code from jsonb_array_elements(reasons) r) reason
    group by code
  ) said
`;

const UNALERTED = `
  with o as (${IN_FORCE_THEN})
  select o.whole_id as "entityId", ${KNOWN} as outcome
  from o join entity e on e.id = o.whole_id
  where o.verdict = 'confirmed' and ${within('coalesce(o.exposed_on::timestamptz, o.decided_at)')}
    and ($3 or not ${wasSample(AS_OF)})
    and not exists (
      select from (${partsThen('o.whole_id', AS_OF)}) part join alert a on a.entity_id = part.id
      where a.raised_at < ${AS_OF}
    )
  order by o.whole_id
`;

/** Whoever only carried it, like a publisher, is not what it is about; from what is open again nothing is learnt. */
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
    and not ${isHistory('o.root_id', 'o.decided_at', "'infinity'::timestamptz")}
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

  alerted({ from, to, asOf }: PeriodAsOf, samples: boolean): Promise<AlertedCase[]> {
    return this.database.rows<AlertedCase>(ALERTED, [from, to, samples, asOf]);
  }

  async open({ from, to, asOf }: PeriodAsOf, samples: boolean): Promise<OpenCases> {
    const [open] = await this.database.rows<OpenCases>(OPEN, [from, to, samples, asOf]);
    if (!open) throw new Error('a count has no row');
    return open;
  }

  reasons({ from, to, asOf }: PeriodAsOf, samples: boolean): Promise<ReasonTally[]> {
    return this.database.rows<ReasonTally>(REASONS, [from, to, samples, asOf]);
  }

  unalerted({ from, to, asOf }: PeriodAsOf, samples: boolean): Promise<UnalertedCase[]> {
    return this.database.rows<UnalertedCase>(UNALERTED, [from, to, samples, asOf]);
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

import { personsAmong, type EntityMemory, type RememberedRecord } from '@risk/assessment';
import {
  DossierSource,
  type Dossier,
  type DossierComplaints,
  type DossierIndex,
  type DossierPoint,
} from '@risk/bulletins';
import { FEEDS, type Feed, type PersonTier } from '@risk/domain';
import { groupBy } from '@risk/kit';
import type { Database } from '../database.js';
import { MEMBERS_AT, PgMemory } from '../pg-memory.js';
import { PgOverview } from '../pg-overview.js';
import { readCase } from './dossier-case.js';
import { readDossierRelations } from './dossier-relations.js';
import { dossierIndex, dossierSignals } from './dossier-signals.js';
import { registeredFacts, type KeptRegistration } from './registered-facts.js';

const PARTS = `
  ${MEMBERS_AT}
  select root.sample, root.founded_at <= $2 as known, array(select id::text from member order by id) as members
  from entity root where root.id = root_of($1::bigint, $2::timestamptz)
`;

const RECORDS = `
  select id, feed, source, occurred_at as "occurredAt", region_code as "regionCode",
    case feed when 'registration' then payload end as payload
  from record where id = any ($1::bigint[]) and feed <> 'complaint' order by occurred_at desc, id desc
`;

/** One point a day of China, the last of it; ninety days with a change at most. */
const HISTORY = `
  select distinct on (1) (at at time zone 'Asia/Shanghai')::date::text as day, score
  from entity_index where entity_id = $1 and at <= $2 order by 1 desc, at desc, id desc limit 90
`;

const PERSON = `
  select id::text as decision, to_tier as tier, decided_by as by, because, decided_at as at
  from tier_decision where entity_id = any ($1::bigint[]) and decided_at <= $2 order by id desc limit 1
`;

interface PartsRow {
  readonly sample: boolean;
  readonly known: boolean;
  readonly members: string[];
}

type RecordRow = KeptRegistration & { readonly id: string; readonly feed: Feed };

const MOST_SIGNALS = 20;

/** What was known of an entity at any moment, over PostgreSQL. */
export class PgDossier extends DossierSource {
  private readonly memory: PgMemory;
  private readonly overview: PgOverview;

  constructor(private readonly database: Database) {
    super();
    this.memory = new PgMemory(database);
    this.overview = new PgOverview(database);
  }

  async of(entityId: string, asOf: Date, samples: boolean): Promise<Dossier | null> {
    if (!/^\d{1,18}$/.test(entityId)) return null;
    // Moments are kept to the millisecond, so what was known before `asOf` was known one earlier.
    const until = new Date(asOf.getTime() - 1);
    const [parts] = await this.database.rows<PartsRow>(PARTS, [entityId, until]);
    if (!parts?.known || parts.sample !== samples) return null;
    const memory = await this.memory.asOf(entityId, until);
    return memory && this.write(memory, parts.members, until, samples);
  }

  private async write(
    memory: EntityMemory,
    members: readonly string[],
    until: Date,
    samples: boolean,
  ): Promise<Dossier> {
    const { entityId, records } = memory;
    const open = await this.openRecords([...records, ...memory.parent]);
    const own = new Set(records.map(({ recordId }) => recordId));
    const mine = open.filter(({ id }) => own.has(id));
    const registered = registeredFacts(mine.filter(({ feed }) => feed === 'registration'));
    return {
      entityId,
      name: registered?.name ?? memory.name,
      uscc: registered?.uscc ?? memory.uscc,
      registered,
      index: await this.indexOf(memory, until),
      person: await this.personOn(members, until),
      ...heardOf(records),
      ...signalsOf(memory, open),
      ...(await readCase(this.database, members, until, samples)),
      history: await this.historyOf(entityId, until),
      relations: await readDossierRelations(this.database, entityId, until, samples),
    };
  }

  /** Of complaints nothing is read but what the memory counts. */
  private openRecords(records: readonly RememberedRecord[]): Promise<RecordRow[]> {
    return this.database.rows<RecordRow>(RECORDS, [records.map(({ recordId }) => recordId)]);
  }

  private async indexOf(memory: EntityMemory, until: Date): Promise<DossierIndex | null> {
    const stood = await this.overview.indexAt(memory.entityId, until);
    return stood ? dossierIndex(stood, memory.records) : null;
  }

  /** A decision without a tier took the person's tier back. */
  private async personOn(members: readonly string[], until: Date): Promise<PersonTier | null> {
    type Row = Omit<PersonTier, 'tier'> & { readonly tier: PersonTier['tier'] | null };
    const [last] = await this.database.rows<Row>(PERSON, [members, until]);
    return last?.tier ? { ...last, tier: last.tier } : null;
  }

  private async historyOf(rootId: string, until: Date): Promise<DossierPoint[]> {
    return (await this.database.rows<DossierPoint>(HISTORY, [rootId, until])).reverse();
  }
}

const ofFeed = (records: readonly RememberedRecord[], feed: Feed): RememberedRecord[] =>
  records.filter((record) => record.feed === feed);

function heardOf(
  records: readonly RememberedRecord[],
): Pick<Dossier, 'records' | 'complaints' | 'firstAdvertisedAt' | 'highestYield'> {
  const counted = FEEDS.map((feed) => [feed, ofFeed(records, feed).length] as const);
  const advertised = ofFeed(records, 'advertisement').map(({ occurredAt }) => occurredAt.getTime());
  const yields = records.flatMap(({ feed, annualYield }) =>
    feed === 'complaint' ? [] : (annualYield ?? []),
  );
  return {
    records: Object.fromEntries(counted) as Record<Feed, number>,
    complaints: complaintsIn(records),
    firstAdvertisedAt: advertised.length === 0 ? null : new Date(Math.min(...advertised)),
    highestYield: yields.length === 0 ? null : Math.max(...yields),
  };
}

/** Persons are told apart among all records, as facts are. */
function complaintsIn(records: readonly RememberedRecord[]): DossierComplaints {
  const complaints = ofFeed(records, 'complaint');
  const persons = groupBy(complaints, personsAmong(records));
  const most = (figures: readonly (number | null)[]): number =>
    figures.reduce<number>((largest, figure) => Math.max(largest, figure ?? 0), 0);
  const sums = [...persons.values()].map((said) => most(said.map(({ amount }) => amount)));
  return {
    complaints: complaints.length,
    complainants: persons.size,
    amount: sums.reduce((total, sum) => total + Math.round(sum * 100), 0) / 100,
    people: most(complaints.map(({ people }) => people)),
  };
}

/** A branch without signals of its own carries those of its parent, as its index does. */
function signalsOf(
  { records, parent }: EntityMemory,
  open: readonly RecordRow[],
): Pick<Dossier, 'signals' | 'moreSignals'> {
  const sources = new Map(open.map(({ id, source }) => [id, source]));
  const sourceOf = (id: string): string | null => sources.get(id) ?? null;
  const own = dossierSignals(records, sourceOf, false);
  const all = own.length > 0 ? own : dossierSignals(parent, sourceOf, true);
  const signals = all.slice(0, MOST_SIGNALS);
  return { signals, moreSignals: all.length - signals.length };
}

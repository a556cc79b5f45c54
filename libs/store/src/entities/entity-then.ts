import type { RememberedRecord } from '@risk/assessment';
import type { DossierAlert, RegisteredFacts } from '@risk/bulletins';
import { FEEDS, type Feed, type PersonTier, type RiskIndex } from '@risk/domain';
import { readAlertsThen } from '../bulletins/dossier-case.js';
import { registeredFacts, type KeptRegistration } from '../bulletins/registered-facts.js';
import type { Database } from '../database.js';
import { MEMBERS_AT, PgMemory } from '../pg-memory.js';
import { PgOverview } from '../pg-overview.js';
import type { VaultCipher } from '../vault-cipher.js';
import type { HistoryReader } from './entity-history.js';
import { readKnownRecords } from './entity-records.js';
import { rootOf } from './root-of.js';
import type { RecordLine } from './shown-record.js';

/** What was known of an entity at a moment, as it was known then. */
export interface EntityThen {
  readonly at: Date;
  /** The whole that it was part of then. */
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly registered: RegisteredFacts | null;
  /** The index that stood, and since when; null before the first. */
  readonly index: RiskIndex | null;
  readonly indexedAt: Date | null;
  readonly person: PersonTier | null;
  readonly alerts: readonly DossierAlert[];
  /** Records known then, by the way they came. */
  readonly records: Readonly<Record<Feed, number>>;
  /** The latest of them. */
  readonly latest: readonly RecordLine[];
}

const PARTS = `
  ${MEMBERS_AT}
  select root.sample, array(select id::text from member order by id) as members
  from entity root where root.id = root_of($1::bigint, $2::timestamptz) and root.founded_at <= $2
`;

const REGISTRATIONS = `
  select source, occurred_at as "occurredAt", region_code as "regionCode", payload
  from record where id = any ($1::bigint[]) order by occurred_at desc, id desc limit 200
`;

/** A decision without a tier took the person's tier back. */
const PERSON = `
  select id::text as decision, to_tier as tier, decided_by as by, because, decided_at as at
  from tier_decision where entity_id = any ($1::bigint[]) and decided_at <= $2 order by id desc limit 1
`;

interface Parts {
  readonly sample: boolean;
  readonly members: string[];
}

const MOST_LATEST = 30;

/** Reads what was known of an entity at a moment, that included; null when it was not known at all. */
export async function readThen(
  database: Database,
  cipher: VaultCipher,
  entityId: string,
  at: Date,
  reader: HistoryReader,
): Promise<EntityThen | null> {
  const [parts] = await database.rows<Parts>(PARTS, [entityId, at]);
  const memory = parts && (await new PgMemory(database).asOf(entityId, at));
  if (!memory) return null;
  const { entityId: id, records } = memory;
  // Links are looked up by what an entity is part of now.
  const whole = (await rootOf(database, id)) ?? id;
  const [registrations, stood, person, { alerts }, latest] = await Promise.all([
    database.rows<KeptRegistration>(REGISTRATIONS, [idsOf(records, 'registration')]),
    new PgOverview(database).indexAt(id, at),
    personThen(database, parts.members, at),
    readAlertsThen(database, parts.members, at, parts.sample),
    readKnownRecords(database, cipher, whole, latestOf(records), reader),
  ]);
  const registered = registeredFacts(registrations);
  return {
    ...{ at, id, registered, person, alerts, latest },
    name: registered?.name ?? memory.name,
    uscc: registered?.uscc ?? memory.uscc,
    index: stood?.index ?? null,
    indexedAt: stood?.at ?? null,
    records: countsOf(records),
  };
}

async function personThen(
  database: Database,
  members: readonly string[],
  at: Date,
): Promise<PersonTier | null> {
  type Row = Omit<PersonTier, 'tier'> & { readonly tier: PersonTier['tier'] | null };
  const [last] = await database.rows<Row>(PERSON, [members, at]);
  return last?.tier ? { ...last, tier: last.tier } : null;
}

const idsOf = (records: readonly RememberedRecord[], feed: Feed): string[] =>
  records.filter((record) => record.feed === feed).map(({ recordId }) => recordId);

const latestOf = (records: readonly RememberedRecord[]): string[] =>
  [...records]
    .sort((a, b) => b.occurredAt.getTime() - a.occurredAt.getTime())
    .slice(0, MOST_LATEST)
    .map(({ recordId }) => recordId);

const countsOf = (records: readonly RememberedRecord[]): Record<Feed, number> =>
  Object.fromEntries(FEEDS.map((feed) => [feed, idsOf(records, feed).length])) as Record<
    Feed,
    number
  >;

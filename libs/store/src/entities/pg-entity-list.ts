import type { Scheme, Sight, Tier } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import { seesAlert, seesEntity, sightFrom, valuesOfSight } from '../access/sight-sql.js';
import { Bound } from '../bound.js';
import type { Database } from '../database.js';
import { listPage, type ListTable } from '../list-page.js';
import { areCommon, isSought, type EntityWords } from './entity-finding.js';

export const ENTITY_SORTS = ['score', 'name', 'evidenceAt'] as const;
export type EntitySort = (typeof ENTITY_SORTS)[number];

/** What an entity is to the register: it bears a code, is named in records only, or is a branch. */
export const ENTITY_KINDS = ['registered', 'provisional', 'branch'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Who is on the register of licensed institutions now. */
export interface Licensed {
  readonly codes: readonly string[];
  /** Folded; they stand for who bears no code. */
  readonly names: readonly string[];
}

/** Which entities are asked for; null does not matter. */
export interface EntityQuestion extends ListQuestion<EntitySort> {
  readonly words: EntityWords | null;
  /** A person's where one stands. */
  readonly tier: Tier | null;
  readonly scheme: Scheme | null;
  readonly region: string | null;
  readonly kind: EntityKind | null;
  readonly licensed: (Licensed & { readonly isWanted: boolean }) | null;
  readonly sample: boolean | null;
  readonly sight: Sight;
}

/** An entity in a list. */
export interface EntityLine {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly regionCode: string | null;
  readonly kind: EntityKind;
  readonly sample: boolean;
  readonly score: number;
  /** The model's. */
  readonly tier: Tier;
  readonly personTier: Tier | null;
  readonly scheme: Scheme | null;
  /** When what counts happened last; null when nothing ever did. */
  readonly evidenceAt: Date | null;
  /** The open alert, for whoever sees it. */
  readonly alertId: string | null;
}

const PLACES = sightFrom(1);

const KIND = `case when e.parent_id is not null then 'branch'
  when e.provisional then 'provisional' else 'registered' end`;

/** The same as conditions that an index can answer. */
const OF_KIND: Readonly<Record<EntityKind, string>> = {
  branch: 'e.parent_id is not null',
  provisional: 'e.parent_id is null and e.provisional',
  registered: 'e.parent_id is null and not e.provisional',
};

/** Nobody is suspected of a scheme without an index. */
const SCHEME = `case when e.score > 0 then e.index ->> 'scheme' end`;

export const openAlertOf = (root: string, places = PLACES): string => `(
  select a.id::text from entity part join alert a on a.entity_id = part.id
  where part.root_id = ${root} and a.status = 'open' and ${seesAlert('a', places)}
  order by a.id limit 1)`;

const TABLE: ListTable<EntitySort> = {
  select: `e.id::text, e.name, e.uscc, e.region_code as "regionCode", ${KIND} as kind, e.sample, e.score,
    e.tier, e.person_tier as "personTier", ${SCHEME} as scheme,
    nullif(e.evidence_at, '-infinity') as "evidenceAt", ${openAlertOf('e.id')} as "alertId"`,
  from: 'entity e',
  sorts: {
    score: { sql: 'e.score', type: 'float8' },
    name: { sql: 'e.name', type: 'text' },
    evidenceAt: { sql: 'e.evidence_at', type: 'timestamptz' },
  },
  key: 'e.id',
};

/** All entities, each as the whole of what was merged into it. */
export class PgEntityList {
  constructor(private readonly database: Database) {}

  async page(question: EntityQuestion): Promise<Listed<EntityLine>> {
    const { words } = question;
    const isCommon = words !== null && (await areCommon(this.database, words, new Bound()));
    const bound = new Bound();
    bound.values.push(...valuesOfSight(question.sight));
    const where = conditions(question, isCommon, bound).join(' and ');
    return listPage(this.database, TABLE, { where, values: bound.values }, question);
  }
}

function conditions(question: EntityQuestion, isCommon: boolean, bound: Bound): string[] {
  const { words, tier, scheme, region, kind, licensed, sample } = question;
  const asked = [
    words && isSought(words, isCommon, bound),
    tier && `coalesce(e.person_tier, e.tier) = ${bound.put(tier, 'text')}`,
    scheme && `e.score > 0 and e.index ->> 'scheme' = ${bound.put(scheme, 'text')}`,
    region && `e.region_code = ${bound.put(region, 'text')}`,
    kind && OF_KIND[kind],
    licensed && isLicensed(licensed, bound),
    sample === null ? null : sample ? 'e.sample' : 'not e.sample',
  ];
  const wanted = asked.filter((condition) => condition !== null);
  return ['e.root_id = e.id', seesEntity('e.id', PLACES), ...wanted];
}

/** Who bears a code is known by it alone, as the register itself has it. */
function isLicensed({ codes, names, isWanted }: Licensed & { isWanted: boolean }, bound: Bound) {
  return `e.id ${isWanted ? '' : 'not'} in (
    select k.entity_id from entity_key k where k.kind = 'uscc' and k.value = any (${bound.put(codes, 'text[]')})
    union all
    select k.entity_id from entity_key k join entity m on m.id = k.entity_id and m.uscc is null
    where k.kind = 'name' and k.value = any (${bound.put(names, 'text[]')}))`;
}

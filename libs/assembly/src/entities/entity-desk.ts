import { logWord } from '@risk/alerting';
import type { NearRule } from '@risk/assessment';
import { schemeName, type Scheme, type Sight, type Tier } from '@risk/domain';
import type { SourceBook } from '@risk/intake';
import { NotFound, type Listed, type ListQuestion } from '@risk/kit';
import { placesFrom } from '@risk/resolution';
import type { NextTier } from '@risk/scoring';
import {
  PgEntityBook,
  type Database,
  type EntityHistory,
  type EntityKind,
  type EntityLine,
  type EntityProfile,
  type EntityQuestion,
  type EntitySort,
  type EntityThen,
  type HistoryEvent,
  type HistoryReader,
  type ListedRecords,
  type Neighbourhood,
  type NeighbourQuestion,
  type RecordLine,
  type RecordQuestion,
  type VaultCipher,
} from '@risk/store';
import type { Engines } from '../compile-engines.js';
import { whyNotEntity, type WhyNotGround } from '../why-not-higher.js';
import { readEntityWords, type WordReading } from './read-entity-words.js';

/** Which entities somebody wants to see; null does not matter. */
export interface EntityWish extends ListQuestion<EntitySort> {
  readonly words: string | null;
  readonly tier: Tier | null;
  readonly scheme: Scheme | null;
  readonly region: string | null;
  readonly kind: EntityKind | null;
  readonly isLicensed: boolean | null;
  readonly isSample: boolean | null;
  readonly sight: Sight;
}

/** An entity of a list with its names in Chinese. */
export interface EntityRow extends EntityLine {
  readonly regionName: string;
  readonly schemeName: string | null;
}

/** A licence on the register that is in force. */
export interface EntityLicence {
  readonly name: string;
  readonly owner: string;
  readonly reason: string;
  readonly source: string;
  readonly from: string;
  readonly until: string;
}

export interface EntityFile extends EntityProfile {
  readonly regionName: string;
  readonly schemeName: string | null;
  readonly licence: EntityLicence | null;
}

/** A record with the name of where it came from. */
export type SourcedRecord = RecordLine & {
  readonly sourceTitle: string;
  readonly regionName: string;
};

/** Why an entity has no higher score with the engines in force. */
export interface EntityWhyNot {
  readonly score: number;
  readonly tier: Tier;
  readonly next: NextTier | null;
  readonly nearest: readonly NearRule[];
}

type AlertEvent = Extract<HistoryEvent, { readonly kind: 'alert' }>;

/** A history that says in words what became of alerts. */
export interface ToldHistory extends Omit<EntityHistory, 'events'> {
  readonly events: readonly (
    Exclude<HistoryEvent, AlertEvent> | (AlertEvent & { readonly says: string })
  )[];
}

/** Where people read about entities. An id of a part answers for the whole; there being none is refused. */
export interface EntityDesk {
  list(wish: EntityWish): Promise<Listed<EntityRow>>;
  profile(id: string, sight: Sight): Promise<EntityFile>;
  history(id: string, reader: HistoryReader): Promise<ToldHistory>;
  records(id: string, question: RecordQuestion): Promise<ListedRecords & Listed<SourcedRecord>>;
  neighbours(id: string, question: Omit<NeighbourQuestion, 'at'>): Promise<Neighbourhood>;
  then(
    id: string,
    at: Date,
    reader: HistoryReader,
  ): Promise<EntityThen & { readonly latest: readonly SourcedRecord[] }>;
  whyNot(id: string): Promise<EntityWhyNot>;
}

/** What the desk is tied to. */
interface Ground extends WhyNotGround {
  readonly engines: Engines;
  readonly database: Database;
  readonly cipher: VaultCipher;
  readonly sources: SourceBook;
  readonly regionName: (code: string | null) => string;
}

/** Ties the reading of entities to the database and to the names of the city. */
export function tieEntities(ground: Ground): EntityDesk {
  const { engines, database, cipher, clock, regionName } = ground;
  const book = new PgEntityBook(database, cipher);
  const { city, counties, zones } = engines.routing.regions;
  const reading = {
    places: placesFrom([city, ...counties, ...zones]),
    prefecture: city.code.slice(0, 4),
  };
  const rootOf = async (id: string): Promise<string> => found(await book.rootOf(id), id);
  const sourced = (record: RecordLine): SourcedRecord => ({
    ...record,
    sourceTitle: ground.sources.get(record.source)?.title ?? record.source,
    regionName: regionName(record.regionCode),
  });
  return {
    list: async (wish) => named(await book.list(questionOf(ground, reading, wish)), regionName),

    async profile(id, sight) {
      const profile = found(await book.profile(id, sight), id);
      return {
        ...profile,
        regionName: regionName(profile.regionCode),
        schemeName: profile.index && schemeName(profile.index.scheme),
        licence: licenceOf(ground, profile),
      };
    },

    async history(id, reader) {
      const history = await book.history(await rootOf(id), reader);
      return { ...history, events: history.events.map(toldEvent) };
    },

    async records(id, question) {
      const page = await book.records(await rootOf(id), question);
      return { ...page, rows: page.rows.map(sourced) };
    },

    neighbours: async (id, question) =>
      book.neighbours(await rootOf(id), { ...question, at: clock.now() }),

    async then(id, at, reader) {
      const now = clock.now();
      const known = await book.then(id, at > now ? now : at, reader);
      if (!known) throw new NotFound('那时还不知道这个主体');
      return { ...known, latest: known.latest.map(sourced) };
    },

    async whyNot(id) {
      return found(await whyNotEntity(ground, await rootOf(id)), id);
    },
  };
}

function questionOf(
  ground: Ground,
  reading: WordReading,
  { words, isLicensed, isSample: sample, ...question }: EntityWish,
): EntityQuestion {
  return {
    ...question,
    words: words === null ? null : readEntityWords(words, reading),
    licensed: isLicensed === null ? null : licensedNow(ground, isLicensed),
    sample,
  };
}

const named = (page: Listed<EntityLine>, regionName: Ground['regionName']): Listed<EntityRow> => ({
  ...page,
  rows: page.rows.map((row) => ({
    ...row,
    regionName: regionName(row.regionCode),
    schemeName: row.scheme && schemeName(row.scheme),
  })),
});

function found<T>(value: T | null, id: string): T {
  if (value === null) throw new NotFound(`没有主体“${id}”`);
  return value;
}

const toldEvent = (event: HistoryEvent): ToldHistory['events'][number] =>
  event.kind === 'alert' ? { ...event, says: logWord(event.change) } : event;

function licensedNow({ engines, clock }: Ground, isWanted: boolean) {
  const entries = engines.judging.licensed.inForce(clock.now());
  return {
    isWanted,
    codes: entries.flatMap(({ code }) => code ?? []),
    names: entries.flatMap(({ foldedNames }) => foldedNames),
  };
}

function licenceOf(
  { engines, clock }: Ground,
  { name: called, uscc }: EntityProfile,
): EntityLicence | null {
  const entry = engines.judging.licensed.entryFor({ name: called, uscc }, clock.now());
  if (!entry) return null;
  const { name, owner, reason, source, from, until } = entry;
  return { name, owner, reason, source, from, until };
}

import type { EntityKey } from '@risk/domain';
import type { Bound } from '../bound.js';
import type { Database } from '../database.js';
import { likeOf } from '../like-of.js';

/** What somebody looks for, read in every way in which it can be meant. */
export interface EntityWords {
  /** Parts of names, folded as the keys of names are; each of two signs at least. */
  readonly names: readonly string[];
  /** The beginning of a credit code. */
  readonly code: string | null;
  /** Keys that are known as a whole: a phone, a site. */
  readonly keys: readonly EntityKey[];
  /** Persons and shareholders as ties know them: `张三@4310`. */
  readonly owners: readonly string[];
  readonly id: string | null;
}

/** From so many bearers on it is quicker to walk the list itself than to gather them first. */
const COMMON = 10_000;

/** The signs of a text, as the index of names has them. */
const signsOf = (text: string): string[] => [...new Set(Array.from(text))];

const named = (name: string, bound: Bound): string =>
  `(string_to_array(k.value, null) @> ${bound.put(signsOf(name), 'text[]')}
    and k.value like ${bound.put(likeOf(name), 'text')})`;

/** Whether so many names hold these words that whoever is looked for stands near the head of any list. */
export async function areCommon(
  database: Database,
  { names }: EntityWords,
  bound: Bound,
): Promise<boolean> {
  if (names.length === 0) return false;
  const [row] = await database.rows<{ bearers: number }>(
    `select count(*)::int as bearers from (
       select from entity_key k where k.kind = 'name' and (${names.map((name) => named(name, bound)).join(' or ')})
       limit ${COMMON + 1}
     ) counted`,
    bound.values,
  );
  return (row?.bearers ?? 0) > COMMON;
}

/** Whether the whole entity `e` is one that is looked for. */
export function isSought(words: EntityWords, isCommon: boolean, bound: Bound): string {
  if (isCommon)
    return `(${words.names.map((name) => nameHolds(name, bound)).join(' or ') || 'false'})`;
  const ways = [
    words.names.map(
      (name) => `select m.root_id from entity_key k join entity m on m.id = k.entity_id
        where k.kind = 'name' and ${named(name, bound)}`,
    ),
    words.keys.map(
      ({ kind, value }) => `select m.root_id from entity_key k join entity m on m.id = k.entity_id
        where k.kind = ${bound.put(kind, 'text')} and k.value = ${bound.put(value, 'text')}`,
    ),
    words.owners.map(
      (owner) => `select m.root_id from entity_tie tie join entity m on m.id = tie.entity_id
        where tie.kind in ('representative', 'shareholder') and tie.value = ${bound.put(owner, 'text')}
          and tie.ended_at is null`,
    ),
    words.code === null
      ? []
      : [`select m.root_id from entity m where m.uscc like ${bound.put(`${words.code}%`, 'text')}`],
    words.id === null
      ? []
      : [`select m.root_id from entity m where m.id = ${bound.put(words.id, 'bigint')}`],
  ].flat();
  return ways.length === 0 ? 'false' : `e.id in (${ways.join(' union all ')})`;
}

const nameHolds = (name: string, bound: Bound): string => {
  const pattern = bound.put(likeOf(name), 'text');
  return `e.folded_name like ${pattern} or e.name like ${pattern}`;
};

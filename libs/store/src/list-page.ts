import { Invalid, MOST_COUNTED, type Listed, type ListQuestion } from '@risk/kit';
import type { Database } from './database.js';

/** Something a list can be sorted by. */
export interface SortColumn {
  /** An expression that is never null; with `key` behind it an index should hold it. */
  readonly sql: string;
  /** The PostgreSQL type of it, into which its text is turned back: `timestamptz`. */
  readonly type: string;
}

/** A list in the database. */
export interface ListTable<Sort extends string> {
  /** The columns of a row with their names: `a.id, a.raised_at as "raisedAt"`. */
  readonly select: string;
  /** With its joins: `alert a join entity e on e.id = a.entity_id`. */
  readonly from: string;
  /** The same rows with fewer joins, for counting; `from` when left out. */
  readonly countFrom?: string;
  readonly sorts: Readonly<Record<Sort, SortColumn>>;
  /** A unique bigint of each row, which decides between equal ones: `a.id`. */
  readonly key: string;
}

/** Which rows of it are wanted. */
export interface ListFilter {
  /** A condition with placeholders from $1 on: `a.tier = $1`. */
  readonly where: string;
  readonly values: readonly unknown[];
}

interface Place {
  readonly placeSort: string;
  readonly placeKey: string;
}

/**
 * Reads one page of a list and counts the whole, in two statements at once. Pages begin behind the last row of
 * the one before, so that rows that come meanwhile shift nothing, and the last page is as quick as the first.
 */
export async function listPage<Row, Sort extends string>(
  database: Database,
  table: ListTable<Sort>,
  filter: ListFilter,
  question: ListQuestion<Sort>,
): Promise<Listed<Row>> {
  const [found, total] = await Promise.all([
    pageOf<Row, Sort>(database, table, filter, question),
    countOf(database, table, filter),
  ]);
  const rows = found.slice(0, question.limit);
  const last = rows[rows.length - 1];
  return {
    rows: rows.map(withoutPlace),
    next: found.length > question.limit && last ? cursorOf(question, last) : null,
    total,
  };
}

async function pageOf<Row, Sort extends string>(
  database: Database,
  { select, from, sorts, key }: ListTable<Sort>,
  { where, values }: ListFilter,
  question: ListQuestion<Sort>,
): Promise<(Row & Place)[]> {
  const { sql, type } = sorts[question.sort];
  const behind = placeIn(question);
  const way = question.isDescending ? 'desc' : 'asc';
  const number = values.length;
  const begin =
    behind === null
      ? ''
      : `and (${sql}, ${key}) ${question.isDescending ? '<' : '>'} ($${String(number + 2)}::${type}, $${String(number + 3)}::bigint)`;
  return database.rows(
    `select ${select}, (${sql})::text as "placeSort", (${key})::text as "placeKey"
     from ${from} where (${where}) ${begin} order by ${sql} ${way}, ${key} ${way} limit $${String(number + 1)}`,
    [...values, question.limit + 1, ...(behind ?? [])],
  );
}

async function countOf(
  database: Database,
  { from, countFrom = from }: ListTable<string>,
  { where, values }: ListFilter,
): Promise<number> {
  const [row] = await database.rows<{ total: number }>(
    `select count(*)::int as total from (select from ${countFrom} where ${where} limit ${String(MOST_COUNTED)}) counted`,
    values,
  );
  return row?.total ?? 0;
}

function withoutPlace<Row>(row: Row & Place): Row {
  const { placeSort: _sort, placeKey: _key, ...rest } = row;
  return rest as unknown as Row;
}

const cursorOf = ({ sort, isDescending }: ListQuestion, { placeSort, placeKey }: Place): string =>
  Buffer.from(JSON.stringify([sort, isDescending, placeSort, placeKey])).toString('base64url');

/** Where a page begins; what no page gave, or a page in another order, is refused. */
function placeIn({ after, sort, isDescending }: ListQuestion): [string, string] | null {
  if (after === null) return null;
  const [ofSort, ofWay, value, key] = partsOf(after);
  if (typeof value !== 'string' || typeof key !== 'string' || !/^\d{1,18}$/.test(key))
    throw new Invalid('after：不是上一页给出的位置');
  if (ofSort !== sort || ofWay !== isDescending)
    throw new Invalid('after：排序已经改变，请从第一页看起');
  return [value, key];
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

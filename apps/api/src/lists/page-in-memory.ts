import { Invalid, type Listed, type ListQuestion } from '@risk/kit';

/** How a list that is in memory already is sorted, and by what its rows are known. */
export interface SortsInMemory<Row, Sort extends string> {
  readonly sorts: Readonly<Record<Sort, (row: Row) => number | string>>;
  readonly keyOf: (row: Row) => string;
}

const CHINESE = new Intl.Collator('zh-CN');

/** One page of a list that is in memory already, as lists of the database answer. */
export function pageInMemory<Row, Sort extends string>(
  rows: readonly Row[],
  { limit, after, sort, isDescending }: ListQuestion<Sort>,
  { sorts, keyOf }: SortsInMemory<Row, Sort>,
): Listed<Row> {
  const way = isDescending ? -1 : 1;
  const valueOf = sorts[sort];
  const sorted = [...rows].sort(
    (a, b) => way * compare(valueOf(a), valueOf(b)) || compare(keyOf(a), keyOf(b)),
  );
  const begin = after === null ? 0 : sorted.findIndex((row) => keyOf(row) === after) + 1;
  if (after !== null && begin === 0) throw new Invalid('after：不是上一页给出的位置');
  const page = sorted.slice(begin, begin + limit);
  const last = page[page.length - 1];
  const isMore = begin + limit < sorted.length;
  return { rows: page, next: isMore && last ? keyOf(last) : null, total: rows.length };
}

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : CHINESE.compare(String(a), String(b));

import { Invalid, MOST_COUNTED, type Listed, type ListQuestion } from '@risk/kit';

/** How a list that is in memory already is sorted, and by what its rows are known. */
export interface SortsInMemory<Row, Sort extends string> {
  readonly sorts: Readonly<Record<Sort, (row: Row) => number | string>>;
  readonly keyOf: (row: Row) => string;
}

const CHINESE = new Intl.Collator('zh-CN');

/** One page of a list that is in memory already, as lists of the database answer. */
export function pageInMemory<Row, Sort extends string>(
  rows: readonly Row[],
  question: ListQuestion<Sort>,
  { sorts, keyOf }: SortsInMemory<Row, Sort>,
): Listed<Row> {
  const { limit, sort, isDescending } = question;
  const way = isDescending ? -1 : 1;
  const valueOf = sorts[sort];
  const sorted = [...rows].sort(
    (a, b) => way * compare(valueOf(a), valueOf(b)) || compare(keyOf(a), keyOf(b)),
  );
  const last = lastOf(question);
  const begin = last === null ? 0 : sorted.findIndex((row) => keyOf(row) === last) + 1;
  if (last !== null && begin === 0) throw new Invalid('after：不是上一页给出的位置');
  const page = sorted.slice(begin, begin + limit);
  const end = page[page.length - 1];
  const isMore = begin + limit < sorted.length;
  return {
    rows: page,
    next: isMore && end ? cursorOf(question, keyOf(end)) : null,
    total: Math.min(rows.length, MOST_COUNTED),
  };
}

/** All of such a list page after page, for whoever writes it out: it is gathered once. */
export const pagesOf =
  <Row, Sort extends string>(
    rows: readonly Row[],
    question: ListQuestion<Sort>,
    by: SortsInMemory<Row, Sort>,
  ) =>
  (page: Pick<ListQuestion, 'limit' | 'after'>): Promise<Listed<Row>> =>
    Promise.resolve(pageInMemory(rows, { ...question, ...page }, by));

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : CHINESE.compare(String(a), String(b));

const cursorOf = ({ sort, isDescending }: ListQuestion, key: string): string =>
  Buffer.from(JSON.stringify([sort, isDescending, key])).toString('base64url');

/** The last row of the page before; what no page gave, or a page in another order, is refused. */
function lastOf({ after, sort, isDescending }: ListQuestion): string | null {
  if (after === null) return null;
  const [ofSort, ofWay, key] = partsOf(after);
  if (typeof key !== 'string') throw new Invalid('after：不是上一页给出的位置');
  if (ofSort !== sort || ofWay !== isDescending)
    throw new Invalid('after：排序已经改变，请从第一页看起');
  return key;
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

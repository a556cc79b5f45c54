import { Invalid, MOST_COUNTED, type Listed, type ListQuestion } from '@risk/kit';

/** What a row is sorted by: a number, or a text as Chinese is sorted. */
export type SortValues<Row, Sort extends string> = Readonly<
  Record<Sort, (row: Row) => string | number>
>;

const CHINESE = new Intl.Collator('zh-CN');

/** A page of a list that is short enough to be at hand as a whole. */
export function pageOf<Row, Sort extends string>(
  rows: readonly Row[],
  question: ListQuestion<Sort>,
  values: SortValues<Row, Sort>,
): Listed<Row> {
  const begin = placeIn(question);
  const end = begin + question.limit;
  const valueOf = values[question.sort];
  const way = question.isDescending ? -1 : 1;
  const sorted = [...rows].sort((a, b) => way * compared(valueOf(a), valueOf(b)));
  return {
    rows: sorted.slice(begin, end),
    next: end < sorted.length ? cursorOf(question, end) : null,
    total: Math.min(sorted.length, MOST_COUNTED),
  };
}

const compared = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : CHINESE.compare(String(a), String(b));

const cursorOf = ({ sort, isDescending }: ListQuestion, at: number): string =>
  Buffer.from(JSON.stringify([sort, isDescending, at])).toString('base64url');

/** Where a page begins; what no page gave, or a page in another order, is refused. */
function placeIn({ after, sort, isDescending }: ListQuestion): number {
  if (after === null) return 0;
  const [ofSort, ofWay, at] = partsOf(after);
  if (typeof at !== 'number' || !Number.isInteger(at) || at < 0)
    throw new Invalid('after：不是上一页给出的位置');
  if (ofSort !== sort || ofWay !== isDescending)
    throw new Invalid('after：排序已经改变，请从第一页看起');
  return at;
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

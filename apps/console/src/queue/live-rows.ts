import type { Listed } from '../api/listed.js';
import type { LiveNews, QueueRow } from '../api/queue.js';

/** What came in since a page was read. */
export interface Since {
  /** Alerts that would be on it now, and are not. */
  readonly fresh: readonly string[];
  /** Rows of it that changed elsewhere, as they are now. */
  readonly changed: Readonly<Record<string, QueueRow>>;
  /** Rows of it that do not belong to it any more. */
  readonly gone: readonly string[];
}

export const NOTHING_SINCE: Since = { fresh: [], changed: {}, gone: [] };

/** The alerts that have to be read anew to know what some news mean for a page. */
export const askedFor = (news: Pick<LiveNews, 'raised' | 'changed'>): readonly string[] =>
  [...news.raised, ...news.changed].slice(0, 200);

/** What is known after some alerts were read anew: no row of the page moves. */
export function sinceThen(
  since: Since,
  page: Listed<QueueRow>,
  news: Pick<LiveNews, 'raised' | 'changed'>,
  read: readonly QueueRow[],
): Since {
  const onPage = new Map(page.rows.map((row) => [row.id, row]));
  const now = new Map(read.map((row) => [row.id, row]));
  const asked = askedFor(news);
  const isNew = isNewOn(page, news);
  const fresh = [...now.keys()].filter((id) => !onPage.has(id) && isNew(id));
  const changed = read.filter(
    (row) => onPage.has(row.id) && row.lastLine !== onPage.get(row.id)?.lastLine,
  );
  const left = asked.filter((id) => !now.has(id));
  return {
    fresh: [...new Set([...since.fresh, ...fresh])].filter((id) => !left.includes(id)),
    changed: { ...since.changed, ...Object.fromEntries(changed.map((row) => [row.id, row])) },
    gone: [
      ...since.gone.filter((id) => !now.has(id)),
      ...left.filter((id) => onPage.has(id) && !since.gone.includes(id)),
    ],
  };
}

/** On a list of one page whatever is not there is new; of a longer one only what was raised just now is certain. */
function isNewOn(
  { next, rows, total }: Listed<QueueRow>,
  { raised }: Pick<LiveNews, 'raised'>,
): (id: string) => boolean {
  const isWhole = next === null && rows.length === total;
  return (id) => isWhole || raised.includes(id);
}

/** The page as it is shown: every row in its place, as it is now. */
export const shownRows = (page: Listed<QueueRow>, { changed }: Since): Listed<QueueRow> => ({
  ...page,
  rows: page.rows.map((row) => changed[row.id] ?? row),
});

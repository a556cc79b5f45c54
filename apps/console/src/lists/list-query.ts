/** A list of the API and what of the address it asks with. */
export interface ListSource {
  /** Below /api: `alerts`. */
  readonly path: string;
  /** The names of the address that are filters of the list, by the names that the API gives them. */
  readonly filters: readonly string[];
  /** The order when the address names none: `-raisedAt`. */
  readonly usualSort: string;
  /** What is always asked with, whatever the address says. */
  readonly always?: Readonly<Record<string, string>>;
}

const MOST_COUNTED = 10_001;

const filtersIn = (
  { filters, always = {} }: ListSource,
  query: URLSearchParams,
): URLSearchParams => {
  const asked = new URLSearchParams(always);
  for (const name of filters) {
    const value = query.get(name);
    if (value !== null && value !== '') asked.set(name, value);
  }
  return asked;
};

/** The order in which the list stands. */
export const sortIn = ({ usualSort }: ListSource, query: URLSearchParams): string =>
  query.get('sort') ?? usualSort;

/** The question about the page that the address shows. */
export function pagePath(source: ListSource, query: URLSearchParams): string {
  const asked = filtersIn(source, query);
  asked.set('sort', sortIn(source, query));
  const after = query.get('after');
  if (after !== null) asked.set('after', after);
  return `${source.path}?${asked.toString()}`;
}

/** Where the whole list is saved from, in the order and with the filters of the address. */
export function exportHref(source: ListSource, query: URLSearchParams): string {
  const asked = filtersIn(source, query);
  asked.set('sort', sortIn(source, query));
  return `/api/${source.path}/export?${asked.toString()}`;
}

/** The order after a click on the head of a column: downwards first, then upwards. */
export const sortAfterClick = (sort: string, column: string): string =>
  sort === `-${column}` ? column : `-${column}`;

/** How the order stands at a column. */
export function orderAt(sort: string, column: string): 'ascending' | 'descending' | 'none' {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : 'none';
}

/** 共 1,234 条 */
export const totalWords = (total: number): string =>
  total >= MOST_COUNTED
    ? `超过 ${(MOST_COUNTED - 1).toLocaleString('en')} 条`
    : `共 ${total.toLocaleString('en')} 条`;

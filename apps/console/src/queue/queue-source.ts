import type { ListSource } from '../lists/list-query.js';

/** The filters of the queue, by the names that the address and the API give them. */
export const FILTER_NAMES = [
  ...['state', 'hushed', 'whose', 'assignee', 'tier', 'stage', 'scheme', 'region', 'unit'],
  ...['feed', 'words', 'due'],
] as const;

/** What is shown when the address does not say whose. */
const USUAL_WHOSE = 'mine-or-unassigned';
const EVERYBODY = 'all';
export const USUAL_SORT = 'urgency';

/** Whose alerts an address shows. */
export const whoseIn = (query: URLSearchParams): string => query.get('whose') ?? USUAL_WHOSE;

/** The queue that an address shows: mine and nobody's, unless it says otherwise. */
export function sourceAt(query: URLSearchParams): ListSource {
  const whose = whoseIn(query);
  const named = query.has('assignee') || whose === EVERYBODY;
  return {
    path: 'alerts',
    filters: FILTER_NAMES.filter((name) => name !== 'whose'),
    usualSort: USUAL_SORT,
    ...(named ? {} : { always: { whose } }),
  };
}

/** What an address asks the API for, without the page: what a view keeps, and what is done with all of it. */
export function filterAt(query: URLSearchParams): string {
  const { filters, always = {} } = sourceAt(query);
  const asked = new URLSearchParams(always);
  for (const name of filters) {
    const value = query.get(name);
    if (value !== null && value !== '') asked.set(name, value);
  }
  asked.sort();
  return asked.toString();
}

/** The same with its order, as a view keeps it. */
export function viewAt(query: URLSearchParams): string {
  const asked = new URLSearchParams(filterAt(query));
  const sort = query.get('sort');
  if (sort !== null && sort !== USUAL_SORT) asked.set('sort', sort);
  asked.sort();
  return asked.toString();
}

/** The address that shows a view. */
export function addressOf(view: string): string {
  const query = new URLSearchParams(view);
  const whose = query.get('whose');
  if (whose === USUAL_WHOSE) query.delete('whose');
  else if (whose === null && !query.has('assignee')) query.set('whose', EVERYBODY);
  const text = query.toString();
  return text === '' ? 'queue' : `queue?${text}`;
}

/** Where some of the alerts that an address shows are read anew. */
export function someOf(query: URLSearchParams, ids: readonly string[]): string {
  const asked = new URLSearchParams(filterAt(query));
  asked.set('ids', ids.join(','));
  asked.set('limit', String(Math.min(200, Math.max(1, ids.length))));
  return `alerts?${asked.toString()}`;
}

/** Several words of the address, such as `tier=red,orange`. */
export const wordsIn = (query: URLSearchParams, name: string): readonly string[] =>
  (query.get(name) ?? '').split(',').filter((word) => word !== '');

/** One word more or less. */
export const toggled = (words: readonly string[], word: string): string =>
  (words.includes(word) ? words.filter((one) => one !== word) : [...words, word]).join(',');

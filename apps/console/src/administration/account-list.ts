import { choiceIn, idIn } from '../address/address.js';
import { ACCOUNTS_A_PAGE, type AccountLine } from '../api/accounts.js';
import { lastId } from '../api/last-id.js';

/** Which accounts are listed. */
export const VIEWS = ['all', 'waiting', 'active', 'disabled'] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_WORDS: Readonly<Record<View, string>> = {
  ...{ all: '全部', waiting: '待批准', active: '在用', disabled: '停用' },
};

/** What the list shows, as it stands in the address. */
export interface ListState {
  readonly view: View;
  readonly words: string;
  /** The id behind which the page begins. */
  readonly after: string | null;
}

export const listStateIn = (query: URLSearchParams): ListState => ({
  view: choiceIn(query, 'view', VIEWS, 'all'),
  words: query.get('q') ?? '',
  after: idIn(query, 'after'),
});

/** The question that the list asks the API. */
export function accountsPath({ view, words, after }: ListState): string {
  const query = new URLSearchParams();
  if (view === 'waiting') query.set('waiting', 'true');
  else if (view !== 'all') query.set('state', view);
  if (words !== '') query.set('words', words);
  if (after !== null) query.set('after', after);
  return query.toString() === '' ? 'accounts' : `accounts?${query.toString()}`;
}

/** The question about those that wait, which stand first in the list of all; null where it is not asked. */
export const waitingPath = ({ view, words, after }: ListState): string | null =>
  view === 'all' && after === null ? accountsPath({ view: 'waiting', words, after }) : null;

/** What waits for a decision comes first, and only once. */
export function waitingFirst(
  accounts: readonly AccountLine[],
  waiting: readonly AccountLine[],
): readonly AccountLine[] {
  const known = new Set(waiting.map(({ id }) => id));
  return [...waiting, ...accounts.filter((account) => !known.has(account.id))];
}

/** Behind which id the next page begins; null when this is the last. */
export const nextAfter = (accounts: readonly AccountLine[]): string | null =>
  accounts.length < ACCOUNTS_A_PAGE ? null : lastId(accounts);

import type { DeadLetter, Door } from '@risk/intake';
import type { Feed } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import type { Database } from '../database.js';
import { likeOf } from '../like-of.js';
import { listPage, type ListFilter, type ListTable } from '../list-page.js';

export const LETTER_SORTS = ['receivedAt', 'source', 'feed'] as const;
export type LetterSort = (typeof LETTER_SORTS)[number];

/** Which dead letters are meant. */
export interface LetterWish {
  readonly state: 'open' | 'replayed' | 'all';
  readonly source?: string | undefined;
  readonly feed?: Feed | undefined;
  readonly door?: Door | undefined;
  /** Words of the reason. */
  readonly words?: string | undefined;
  /** The first and the last moment. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

const LETTERS: ListTable<LetterSort> = {
  select: `l.id, l.feed, l.source, l.door, l.origin, l.reason, l.received_at as "receivedAt",
    l.replayed_at as "replayedAt"`,
  from: 'dead_letter l',
  sorts: {
    receivedAt: { sql: 'l.received_at', type: 'timestamptz' },
    source: { sql: `coalesce(l.source, 'unknown')`, type: 'text' },
    feed: { sql: 'l.feed', type: 'text' },
  },
  key: 'l.id',
};

/** More are not replayed with one click. */
export const MOST_REPLAYED = 10_000;

/** The list of dead letters; what they hold stays sealed. */
export class PgLetterList {
  constructor(private readonly database: Database) {}

  page(wish: LetterWish, question: ListQuestion<LetterSort>): Promise<Listed<DeadLetter>> {
    return listPage<DeadLetter, LetterSort>(this.database, LETTERS, filterOf(wish), question);
  }

  /** The ids of those that are still open and match, oldest first, up to a bound. */
  async matching(wish: LetterWish): Promise<string[]> {
    const { where, values } = filterOf({ ...wish, state: 'open' });
    const rows = await this.database.rows<{ id: string }>(
      `select l.id from dead_letter l where ${where} order by l.id limit ${MOST_REPLAYED}`,
      values,
    );
    return rows.map(({ id }) => id);
  }
}

const STATES = {
  open: 'l.replayed_at is null',
  replayed: 'l.replayed_at is not null',
  all: 'true',
} as const;

function filterOf({ state, ...wish }: LetterWish): ListFilter {
  const values: unknown[] = [];
  const parts: string[] = [STATES[state]];
  const ask = (value: unknown, part: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    parts.push(part(`$${String(values.length)}`));
  };
  ask(wish.source === 'unknown' ? undefined : wish.source, (at) => `l.source = ${at}`);
  if (wish.source === 'unknown') parts.push('l.source is null');
  ask(wish.feed, (at) => `l.feed = ${at}`);
  ask(wish.door, (at) => `l.door = ${at}`);
  ask(wish.words && likeOf(wish.words), (at) => `l.reason like ${at}`);
  ask(wish.from, (at) => `l.received_at >= ${at}`);
  ask(wish.until, (at) => `l.received_at < ${at}`);
  return { where: parts.join(' and '), values };
}

import type { Bulletin } from '@risk/bulletins';
import type { BulletinKind, BulletinState, Sight } from '@risk/domain';
import type { Listed, ListQuestion } from '@risk/kit';
import { seesBulletin } from '../access/sight-sql.js';
import { BULLETIN_COLUMNS, bulletinFrom, type BulletinRow } from '../bulletins/pg-bulletins.js';
import type { Database } from '../database.js';
import { likeOf } from '../like-of.js';
import { listPage, type ListTable } from '../list-page.js';
import { Conditions } from './conditions.js';

export const BULLETIN_SORTS = ['composedAt', 'issuedAt'] as const;
export type BulletinSort = (typeof BULLETIN_SORTS)[number];

/** Which editions somebody wants; null does not restrict. */
export interface BulletinListQuestion extends ListQuestion<BulletinSort> {
  readonly kind: BulletinKind | null;
  readonly scope: string | null;
  readonly states: readonly BulletinState[];
  /** Words that stand in its text. */
  readonly words: string | null;
  readonly sight: Sight;
}

const TABLE: ListTable<BulletinSort> = {
  select: BULLETIN_COLUMNS,
  from: 'bulletin b',
  sorts: {
    composedAt: { sql: 'b.composed_at', type: 'timestamptz' },
    issuedAt: { sql: `coalesce(b.issued_at, 'infinity')`, type: 'timestamptz' },
  },
  key: 'b.id',
};

/** One page of bulletins. */
export async function bulletinList(
  database: Database,
  question: BulletinListQuestion,
): Promise<Listed<Bulletin>> {
  const { kind, scope, states, words, sight } = question;
  const conditions = new Conditions()
    .about(kind, (place) => `b.kind = ${place}`)
    .about(scope, (place) => `b.scope = ${place}`)
    .about(states, (place) => `b.state = any (${place}::text[])`)
    .about(likeOf(words), (place) => `b.words ilike ${place}`)
    .seenBy(sight, seesBulletin);
  const { filter } = conditions;
  const page = await listPage<BulletinRow, BulletinSort>(database, TABLE, filter, question);
  return { ...page, rows: page.rows.map(bulletinFrom) };
}

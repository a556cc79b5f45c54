import {
  BulletinStore,
  paperOf,
  seriesKey,
  type ArchiveQuestion,
  type Bulletin,
  type BulletinKey,
  type BulletinStep,
  type Content,
  type FileLine,
  type NewBulletin,
  type PressedFile,
  type Reader,
  type Receipt,
  type WholeBulletin,
} from '@risk/bulletins';
import { paperText, WHOLE_CITY, type BulletinKind, type BulletinState } from '@risk/domain';
import { NotFound, type Transaction } from '@risk/kit';
import type { PoolClient } from 'pg';
import { seesBulletin, sightFrom, valuesOfSight } from '../access/sight-sql.js';
import { columnsOf } from '../bulk.js';
import type { Database } from '../database.js';
import { likeOf } from '../like-of.js';
import { clientOf } from '../pg-unit-of-work.js';

/** The columns of a bulletin `b`. */
export const BULLETIN_COLUMNS = `b.id, b.kind, b.slot, b.scope, b.sample as samples, b.revision, b.year, b.number, b.title, b.state,
  b.corrects, b.broken, b.quiet as "isQuiet", b.composed_at as "composedAt", b.issued_at as "issuedAt",
  jsonb_build_array(b.since, b.until) as span`;

/** Two clocks that compose the same issue: the key lets one of them win. */
const KEEP = `
  insert into bulletin as b (kind, slot, scope, sample, revision, year, title, since, until, corrects, content,
    broken, quiet, words, composed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  on conflict on constraint bulletin_once do nothing
  returning ${BULLETIN_COLUMNS}
`;

const REPLACE = `
  update bulletin set content = $2, broken = $3, quiet = $4, words = $5, composed_at = $6 where id = $1
`;

/** One series is numbered by one transaction at a time. */
const LOCK_SERIES = `
  select pg_advisory_xact_lock(hashtext(kind || ' ' || scope || ' ' || sample || ' ' || year)) from bulletin where id = $1
`;

const NUMBER = `
  update bulletin b set number = coalesce(
    (select number from bulletin corrected where corrected.id = b.corrects),
    (select max(number) + 1 from bulletin other
      where (other.kind, other.scope, other.sample, other.year) = (b.kind, b.scope, b.sample, b.year)),
    1)
  where id = $1 returning number
`;

const MOVE = `
  update bulletin set state = $2, issued_at = case when $2 = 'issued' then $3::timestamptz end
  where id = $1 and (state <> $2 or state = 'draft')
`;

const STEPS = `
  insert into bulletin_step (bulletin_id, kind, by, because, at)
  select $1, t.kind, t.by, t.because, t.at
  from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[])
    with ordinality as t (kind, by, because, at, place)
  order by t.place
`;

const FILES = `
  insert into bulletin_file (bulletin_id, name, role, media_type, size, sha256, sm3, bytes)
  select $1, t.* from unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::bytea[]) as t
`;

const FILE_COLUMNS = `name, role, media_type as "mediaType", size::int, sha256, sm3`;

const LIST = `
  select ${BULLETIN_COLUMNS} from bulletin b
  where ($1::text is null or b.kind = $1) and ($2::text is null or b.scope = $2)
    and ($3::text is null or b.state = $3) and ($4::text is null or b.words ilike $4)
    and ($5::bigint is null or b.id < $5) and ${seesBulletin(sightFrom(7))}
  order by b.id desc limit $6
`;

const READERS = `
  select id as "noticeId", unit, addressee ->> 'unitName' as "unitName",
    addressee -> 'recipient' ->> 'title' as title, channel, state,
    case when state = 'sent' then settled_at end as "sentAt", read_at as "readAt"
  from notice where bulletin_id = $1 order by id limit 2000
`;

const RECEIPT = `
  select b.id as "bulletinId", b.title, n.addressee ->> 'unitName' as "unitName", n.read_at as "readAt"
  from notice n join bulletin b on b.id = n.bulletin_id where n.id = $1 and n.receipt = $2
`;

/** Whoever read the e-mail has read what lies in the inbox. */
const READ = `
  with shown as (
    select bulletin_id, recipient, addressee -> 'recipient' ->> 'title' as title
    from notice where id = $1 and receipt = $2
  )
  update notice n set read_at = $3, read_by = shown.title
  from shown
  where n.bulletin_id = shown.bulletin_id and n.recipient = shown.recipient and n.read_at is null
`;

/** A bulletin as it comes out of the table. */
export type BulletinRow = Omit<Bulletin, 'span'> & { readonly span: readonly [string, string] };

export const bulletinFrom = ({ span: [since, until], ...row }: BulletinRow): Bulletin => ({
  ...row,
  span: { since: new Date(since), until: new Date(until) },
});

/** Everything that is said in it, for the archive to be searched. */
const wordsOf = (content: Content): string =>
  paperText(paperOf(content, { isDraft: false, number: null }))
    .join('\n')
    .replaceAll('\0', '');

/** What depends on the content alone. */
const contentValues = (content: Content): unknown[] => [
  JSON.stringify(content),
  JSON.stringify(content.composition.broken),
  content.composition.isQuiet,
  wordsOf(content),
];

/** Bulletins in PostgreSQL; issued ones are held by triggers. */
export class PgBulletins extends BulletinStore {
  constructor(private readonly database: Database) {
    super();
  }

  async latest(samples: boolean): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.database.rows<{ kind: BulletinKind; scope: string; until: Date }>(
      `select kind, scope, max(until) as until from bulletin
       where sample = $1 and revision = 0 group by kind, scope`,
      [samples],
    );
    return new Map(rows.map(({ kind, scope, until }) => [seriesKey(kind, scope), until]));
  }

  async keep(tx: Transaction, bulletin: NewBulletin): Promise<Bulletin | null> {
    const { kind, slot, scope, samples, revision, year, title, span, corrects } = bulletin;
    const { rows } = await clientOf(tx).query<BulletinRow>(KEEP, [
      ...[kind, slot, scope, samples, revision, year, title, span.since, span.until, corrects],
      ...[...contentValues(bulletin.content), bulletin.composedAt],
    ]);
    return rows[0] ? bulletinFrom(rows[0]) : null;
  }

  async replace(tx: Transaction, id: string, content: Content, at: Date): Promise<void> {
    await clientOf(tx).query(REPLACE, [id, ...contentValues(content), at]);
  }

  async lock(tx: Transaction, id: string): Promise<WholeBulletin> {
    const client = clientOf(tx);
    const { rowCount } = await client.query('select from bulletin where id = $1 for update', [id]);
    const found = rowCount === 0 ? null : await wholeOf(client, 'b.id = $1', [id]);
    if (!found) throw new NotFound(`没有编号为 ${id} 的简报`);
    return found;
  }

  async number(tx: Transaction, id: string): Promise<number> {
    const client = clientOf(tx);
    await client.query(LOCK_SERIES, [id]);
    const { rows } = await client.query<{ number: number }>(NUMBER, [id]);
    const [row] = rows;
    if (!row) throw new NotFound(`没有编号为 ${id} 的简报`);
    return row.number;
  }

  async move(
    tx: Transaction,
    id: string,
    to: BulletinState,
    steps: readonly Omit<BulletinStep, 'id'>[],
  ): Promise<void> {
    const client = clientOf(tx);
    const at = steps.at(-1)?.at ?? null;
    const rows = steps.map((step) => [step.kind, step.by, step.because, step.at]);
    if (rows.length > 0) await client.query(STEPS, [id, ...columnsOf(rows, 4)]);
    await client.query(MOVE, [id, to, at]);
  }

  async keepFiles(tx: Transaction, id: string, files: readonly PressedFile[]): Promise<void> {
    const client = clientOf(tx);
    await client.query('delete from bulletin_file where bulletin_id = $1', [id]);
    const rows = files.map((f) => [
      ...[f.name, f.role, f.mediaType, f.size, f.sha256, f.sm3],
      Buffer.from(f.bytes),
    ]);
    if (rows.length > 0) await client.query(FILES, [id, ...columnsOf(rows, 7)]);
  }

  find(id: string): Promise<WholeBulletin | null> {
    return this.database.lend((client) => wholeOf(client, 'b.id = $1', [id]));
  }

  findKey({ kind, slot, scope, samples, revision }: BulletinKey): Promise<WholeBulletin | null> {
    const where = '(b.kind, b.slot, b.scope, b.sample, b.revision) = ($1, $2, $3, $4, $5)';
    return this.database.lend((client) =>
      wholeOf(client, where, [kind, slot, scope, samples, revision]),
    );
  }

  async list(question: ArchiveQuestion): Promise<Bulletin[]> {
    const { kind, scope, state, words, before, limit, sight = WHOLE_CITY } = question;
    const looked = [kind, scope, state, likeOf(words), before, limit];
    const values = [...looked, ...valuesOfSight(sight)];
    return (await this.database.rows<BulletinRow>(LIST, values)).map(bulletinFrom);
  }

  async file(id: string, name: string): Promise<PressedFile | null> {
    const [row] = await this.database.rows<PressedFile>(
      `select ${FILE_COLUMNS}, bytes from bulletin_file where bulletin_id = $1 and name = $2`,
      [id, name],
    );
    return row ?? null;
  }

  async unfinished(limit: number): Promise<Bulletin[]> {
    const rows = await this.database.rows<BulletinRow>(
      `select ${BULLETIN_COLUMNS} from bulletin b where b.state = 'draft' and b.broken <> '[]' order by b.id limit $1`,
      [limit],
    );
    return rows.map(bulletinFrom);
  }

  readersOf(id: string): Promise<Reader[]> {
    return this.database.rows<Reader>(READERS, [id]);
  }

  async receiptOf(notice: string, receipt: string): Promise<Receipt | null> {
    const [row] = await this.database.rows<Receipt>(RECEIPT, [notice, receipt]);
    return row ?? null;
  }

  async markRead(notice: string, receipt: string, at: Date): Promise<Receipt | null> {
    await this.database.rows(READ, [notice, receipt, at]);
    return this.receiptOf(notice, receipt);
  }
}

async function wholeOf(
  client: PoolClient,
  where: string,
  values: readonly unknown[],
): Promise<WholeBulletin | null> {
  const { rows } = await client.query<BulletinRow & { content: string }>(
    `select ${BULLETIN_COLUMNS}, b.content::text as content from bulletin b where ${where}`,
    [...values],
  );
  const [row] = rows;
  if (!row) return null;
  const { content, ...rest } = row;
  const files = await client.query<FileLine>(
    `select ${FILE_COLUMNS} from bulletin_file where bulletin_id = $1 order by name`,
    [row.id],
  );
  const steps = await client.query<BulletinStep>(
    'select id, kind, by, because, at from bulletin_step where bulletin_id = $1 order by id',
    [row.id],
  );
  return {
    ...bulletinFrom(rest),
    content: JSON.parse(content) as Content,
    files: files.rows,
    steps: steps.rows,
  };
}

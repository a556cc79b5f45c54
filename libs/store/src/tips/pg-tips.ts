import {
  TipStore,
  type CheckedTipFile,
  type TipDraft,
  type TipFate,
  type TipReview,
} from '@risk/tips';
import { NotFound, type Transaction } from '@risk/kit';
import type { Database } from '../database.js';
import { clientOf } from '../pg-unit-of-work.js';
import type { VaultCipher } from '../vault-cipher.js';
import { FATE } from './tip-fate.js';

const KEEP = `
  insert into tip (code, form, mark, source, source_id, region_code, anonymous, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict on constraint tip_once_a_form do nothing returning id
`;

const KEEP_FILE = `
  insert into tip_file (tip_id, name, media_type, size, sha256, sm3, sealed)
  values ($1, $2, $3, $4, $5, $6, $7)
`;

const REVIEW = `
  insert into tip_review (tip_id, reviewed_by, because, reviewed_at)
  select t.id, $2, $3, $4 from tip t where t.id = $1
  on conflict (tip_id) do nothing
`;

/** The place to which the seal of a file is bound. */
export const placeOfFile = (tipId: string, { sm3 }: Pick<CheckedTipFile, 'sm3'>): string =>
  `tip:${tipId}:${sm3}`;

/** Reports of citizens in PostgreSQL, their files sealed with the keys of the vault. */
export class PgTips extends TipStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {
    super();
  }

  async markOfForm(form: Buffer): Promise<string | null> {
    const sql = 'select mark from tip where form = $1';
    const [row] = await this.database.rows<{ mark: string }>(sql, [form]);
    return row?.mark ?? null;
  }

  async sameSince(mark: string, since: Date): Promise<string | null> {
    const [row] = await this.database.rows<{ sourceId: string }>(
      `select source_id as "sourceId" from tip where mark = $1 and received_at >= $2
       order by received_at limit 1`,
      [mark, since],
    );
    return row?.sourceId ?? null;
  }

  async keep(tx: Transaction, draft: TipDraft, files: readonly CheckedTipFile[]): Promise<boolean> {
    const { code, form, mark, source, sourceId, regionCode, isAnonymous, at } = draft;
    const values = [code, form, mark, source, sourceId, regionCode, isAnonymous, at];
    const { rows } = await clientOf(tx).query<{ id: string }>(KEEP, values);
    const id = rows[0]?.id;
    if (id === undefined) return false;
    this.cipher.refresh();
    for (const file of files) await this.keepFile(tx, id, file);
    return true;
  }

  async fateOf(code: Buffer): Promise<TipFate | null> {
    const sql = `select ${FATE} from tip t where t.code = $1`;
    const [row] = await this.database.rows<TipFate>(sql, [code]);
    return row ?? null;
  }

  async review(tx: Transaction, { tipId, by, because, at }: TipReview): Promise<boolean> {
    const client = clientOf(tx);
    const { rowCount } = await client.query('select from tip where id = $1', [tipId]);
    if (rowCount === 0) throw new NotFound(`没有举报“${tipId}”`);
    return (await client.query(REVIEW, [tipId, by, because, at])).rowCount === 1;
  }

  private async keepFile(tx: Transaction, tipId: string, file: CheckedTipFile): Promise<void> {
    const { name, mediaType, size, sha256, sm3, bytes } = file;
    const sealed = this.cipher.seal(bytes, placeOfFile(tipId, file));
    await clientOf(tx).query(KEEP_FILE, [tipId, name, mediaType, size, sha256, sm3, sealed]);
  }
}

import { createHash } from 'node:crypto';
import {
  AttachmentStore,
  checkedAttachment,
  type Attachment,
  type AttachmentWish,
  type KeptAttachment,
} from '@risk/cases';
import { Invalid, type Transaction } from '@risk/kit';
import type { Database } from './database.js';
import { clientOf } from './pg-unit-of-work.js';
import type { VaultCipher } from './vault-cipher.js';

const COLUMNS = `id, alert_id as "alertId", name, media_type as "mediaType", size, sha256, sm3,
  kept_by as by, because, kept_at as at`;

const KEEP = `
  insert into attachment (alert_id, name, media_type, size, sha256, sm3, sealed, kept_by, because, kept_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict on constraint attachment_once do nothing
`;

/** The digest ties a seal to its file, the alert to where it belongs; a row's number is not known before. */
const placeOf = ({ alertId, sm3 }: Pick<Attachment, 'alertId' | 'sm3'>): string =>
  `attachment:${alertId}:${sm3}`;

/** Files beside alerts in PostgreSQL, sealed with the vault's keys. */
export class PgAttachments extends AttachmentStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {
    super();
  }

  async keep(tx: Transaction, wish: AttachmentWish): Promise<KeptAttachment> {
    const { bytes, ...file } = checkedAttachment(wish);
    const sealed = this.cipher.refresh().seal(bytes, placeOf(file));
    const { alertId, name, mediaType, size, sha256, sm3, by, because, at } = file;
    const values = [alertId, name, mediaType, size, sha256, sm3, sealed, by, because, at];
    const client = clientOf(tx);
    await client.query(KEEP, values);
    const { rows } = await client.query<KeptAttachment>(
      'select id, sha256, sm3, size from attachment where alert_id = $1 and sm3 = $2',
      [alertId, sm3],
    );
    const [kept] = rows;
    if (!kept) throw new Error('the attachment was not kept');
    return kept;
  }

  async open(id: string): Promise<(Attachment & { readonly bytes: Buffer }) | null> {
    if (!/^\d{1,18}$/.test(id)) return null;
    const [row] = await this.database.rows<Attachment & { readonly sealed: Buffer }>(
      `select ${COLUMNS}, sealed from attachment where id = $1`,
      [id],
    );
    if (!row) return null;
    const { sealed, ...file } = row;
    const bytes = this.cipher.open(sealed, placeOf(file));
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
      throw new Invalid(`附件 ${id} 与登记的 SHA-256 不符`);
    return { ...file, bytes };
  }

  async listOf(alertId: string): Promise<Attachment[]> {
    if (!/^\d{1,18}$/.test(alertId)) return [];
    return this.database.rows<Attachment>(
      `select ${COLUMNS} from attachment where alert_id = $1 order by id`,
      [alertId],
    );
  }
}

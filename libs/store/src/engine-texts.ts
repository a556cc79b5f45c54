import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Transaction } from '@risk/kit';
import type { Database } from './database.js';
import { clientOf } from './pg-unit-of-work.js';

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** What an engine was compiled from, under the version that stands on every verdict. */
export interface EngineText {
  readonly kind: 'lexicon' | 'rules' | 'model' | 'scoring';
  readonly version: string;
  /** The files, parsed. */
  readonly content: unknown;
}

const KEEP = `
  insert into engine_text (kind, version, content, first_used_at) values ($1, $2, $3, $4)
  on conflict on constraint engine_text_once do nothing
`;

/** The texts of every version that ever judged, once each, so that any of them can judge again. */
export class EngineTexts {
  constructor(private readonly database: Database) {}

  async keep(tx: Transaction, { kind, version, content }: EngineText, at: Date): Promise<void> {
    const packed = await pack(JSON.stringify(content));
    await clientOf(tx).query(KEEP, [kind, version, packed, at]);
  }

  /** The files of a version; null when it never judged here. */
  async read<Content>(kind: EngineText['kind'], version: string): Promise<Content | null> {
    const [row] = await this.database.rows<{ content: Buffer }>(
      'select content from engine_text where kind = $1 and version = $2',
      [kind, version],
    );
    return row ? (JSON.parse((await unpack(row.content)).toString('utf8')) as Content) : null;
  }

  /** Which of these versions are kept already. */
  async has(kind: EngineText['kind'], version: string): Promise<boolean> {
    const rows = await this.database.rows(
      'select from engine_text where kind = $1 and version = $2',
      [kind, version],
    );
    return rows.length > 0;
  }
}

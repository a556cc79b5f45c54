import { TokenStore, type ServiceToken } from '@risk/access';
import type { Database } from '../database.js';

const TOKEN = `id, name, feeds, made_by as "madeBy", made_at as "madeAt", ends_at as "endsAt",
  revoked_by as "revokedBy", last_used_at as "lastUsedAt"`;

/** Tokens of other systems in PostgreSQL, by their digests. */
export class PgTokens extends TokenStore {
  constructor(private readonly database: Database) {
    super();
  }

  async add(
    token: Omit<ServiceToken, 'id' | 'revokedBy' | 'lastUsedAt'> & { readonly hash: Buffer },
  ): Promise<string> {
    const { hash, name, feeds, madeBy, madeAt, endsAt } = token;
    const [row] = await this.database.rows<{ id: string }>(
      `insert into service_token (hash, name, feeds, made_by, made_at, ends_at)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [hash, name, feeds, madeBy, madeAt, endsAt],
    );
    return row?.id ?? '';
  }

  async byHash(hash: Buffer): Promise<ServiceToken | null> {
    const sql = `select ${TOKEN} from service_token where hash = $1`;
    return (await this.database.rows<ServiceToken>(sql, [hash]))[0] ?? null;
  }

  async use(id: string, at: Date): Promise<void> {
    await this.database.rows('update service_token set last_used_at = $2 where id = $1', [id, at]);
  }

  async revoke(id: string, by: string, at: Date): Promise<boolean> {
    const rows = await this.database.rows(
      `update service_token set revoked_by = $2, revoked_at = $3
       where id = $1 and revoked_at is null returning id`,
      [id, by, at],
    );
    return rows.length === 1;
  }

  list(): Promise<ServiceToken[]> {
    return this.database.rows<ServiceToken>(
      `select ${TOKEN} from service_token order by id desc limit 500`,
    );
  }

  async any(): Promise<boolean> {
    const [row] = await this.database.rows<{ any: boolean }>(
      'select exists (select from service_token) as any',
    );
    return row?.any ?? false;
  }
}

import {
  VaultLooks,
  type LookApproval,
  type LookRequest,
  type SeenReporter,
  type VaultLook,
} from '@risk/cases';
import type { Transaction } from '@risk/kit';
import type { Database } from './database.js';
import { clientOf } from './pg-unit-of-work.js';
import { openReporter } from './sealed-reporter.js';
import type { VaultCipher } from './vault-cipher.js';

const REQUEST = `
  select r.id, r.requested_by as by, r.unit, r.because, r.requested_at as at,
    array(select record_id::text from vault_request_record where request_id = r.id
      order by record_id) as "recordIds",
    a.approved_by, a.unit as approved_unit, a.because as approved_because, a.approved_at, a.expires_at
  from vault_request r left join vault_approval a on a.request_id = r.id
`;

const APPROVE = `
  insert into vault_approval (request_id, requested_by, approved_by, unit, because, approved_at, expires_at)
  select id, requested_by, $2, $3, $4, $5, $6 from vault_request where id = $1
  on conflict (request_id) do nothing
`;

const NOTE = `
  insert into vault_look (request_id, record_id, looked_by, looked_at, because, approved_by, expires_at)
  select r.id, v.record_id, r.requested_by, $2, r.because, a.approved_by, a.expires_at
  from vault_request r
  join vault_approval a on a.request_id = r.id
  join vault_request_record w on w.request_id = r.id
  join reporter_vault v on v.record_id = w.record_id
  where r.id = $1
  returning record_id::text as "recordId"
`;

const LOOKS = `
  select l.id, l.request_id as "requestId", l.record_id as "recordId", l.looked_by as by, r.unit,
    l.because, l.approved_by as "approvedBy", l.looked_at as at
  from vault_look l join vault_request r on r.id = l.request_id order by l.id desc limit $1
`;

interface Row extends Omit<LookRequest, 'approval'> {
  readonly approved_by: string | null;
  readonly approved_unit: string;
  readonly approved_because: string;
  readonly approved_at: Date;
  readonly expires_at: Date;
}

/** Looks into the vault, in tables that only grow and hold the rules themselves (see the migration). */
export class PgVaultLooks extends VaultLooks {
  constructor(
    private readonly database: Database,
    private readonly cipher: VaultCipher,
  ) {
    super();
  }

  async sealedAmong(tx: Transaction, recordIds: readonly string[]): Promise<string[]> {
    const { rows } = await clientOf(tx).query<{ id: string }>(
      'select record_id::text as id from reporter_vault where record_id = any ($1)',
      [recordIds],
    );
    return rows.map(({ id }) => id);
  }

  async keepRequest(
    tx: Transaction,
    { by, unit, because, recordIds, at }: Omit<LookRequest, 'id' | 'approval'>,
  ): Promise<LookRequest> {
    const client = clientOf(tx);
    const { rows } = await client.query<{ id: string }>(
      `insert into vault_request (requested_by, unit, because, requested_at) values ($1, $2, $3, $4)
       returning id`,
      [by, unit, because, at],
    );
    const id = rows[0]?.id ?? '';
    await client.query('insert into vault_request_record select $1, unnest($2::bigint[])', [
      id,
      recordIds,
    ]);
    return this.known(tx, id);
  }

  async find(tx: Transaction, requestId: string): Promise<LookRequest | null> {
    const { rows } = await clientOf(tx).query<Row>(`${REQUEST} where r.id = $1`, [requestId]);
    return rows[0] ? requestOf(rows[0]) : null;
  }

  async keepApproval(
    tx: Transaction,
    requestId: string,
    { by, unit, because, at, expiresAt }: LookApproval,
  ): Promise<LookRequest> {
    await clientOf(tx).query(APPROVE, [requestId, by, unit, because, at, expiresAt]);
    return this.known(tx, requestId);
  }

  async look(tx: Transaction, { id }: LookRequest, at: Date): Promise<SeenReporter[]> {
    const client = clientOf(tx);
    const noted = await client.query<{ recordId: string }>(NOTE, [id, at]);
    const { rows } = await client.query<{ recordId: string; sealed: Buffer; secret: boolean }>(
      `select record_id::text as "recordId", sealed, secret from reporter_vault
       where record_id = any ($1) order by record_id`,
      [noted.rows.map(({ recordId }) => recordId)],
    );
    return rows.map(({ recordId, sealed, secret }) => ({
      recordId,
      secret,
      ...openReporter(this.cipher, sealed, recordId),
    }));
  }

  async requests(limit: number): Promise<LookRequest[]> {
    const rows = await this.database.rows<Row>(`${REQUEST} order by r.id desc limit $1`, [limit]);
    return rows.map(requestOf);
  }

  looks(limit: number): Promise<VaultLook[]> {
    return this.database.rows<VaultLook>(LOOKS, [limit]);
  }

  private async known(tx: Transaction, id: string): Promise<LookRequest> {
    const request = await this.find(tx, id);
    if (!request) throw new Error('the request for a look was not kept');
    return request;
  }
}

function requestOf(row: Row): LookRequest {
  const { approved_by, approved_unit, approved_because, approved_at, expires_at, ...request } = row;
  if (approved_by === null) return { ...request, approval: null };
  const approval = {
    by: approved_by,
    unit: approved_unit,
    because: approved_because,
    at: approved_at,
    expiresAt: expires_at,
  };
  return { ...request, approval };
}

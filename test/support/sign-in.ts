import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Somebody who works in the office, unless told otherwise. */
export interface Visitor {
  readonly name: string;
  readonly roles?: readonly string[];
  readonly unit?: string;
}

const OFFICE = ['monitor', 'verifier', 'director'];

const ACCOUNT = `
  insert into account (login, name, unit, roles, state, password_at, must_change, made_by, made_at, approved_by)
  values ($1, $2, $3, $4, 'active', now(), false, '测试', now(), '测试')
  on conflict (login) do update set name = excluded.name returning id
`;

const FACTOR = `
  insert into second_factor (account_id, sealed, last_step) values ($1, '\\x01', 0) on conflict do nothing
`;

const SESSION = `
  insert into session (token_hash, account_id, stage, opened_at, seen_at) values ($1, $2, 'in', now(), now())
`;

/**
 * The headers of somebody who is signed in at a house that runs over a data folder, put straight into its
 * database: for stories that are not about signing in. That one is test/story/sign-in.spec.ts.
 */
export async function signedIn(
  dataDir: string,
  { name, roles = OFFICE, unit = 'jrb' }: Visitor,
): Promise<{ readonly cookie: string }> {
  return atDatabase(dataDir, async (client) => {
    const login = `t${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
    const { rows } = await client.query<{ id: string }>(ACCOUNT, [login, name, unit, roles]);
    const token = randomBytes(32).toString('base64url');
    const digest = createHash('sha256').update(token).digest();
    await client.query(FACTOR, [rows[0]?.id]);
    await client.query(SESSION, [digest, rows[0]?.id]);
    return { cookie: `risk=${token}` };
  });
}

/** Goes past the house, straight to the database of one that runs over a data folder. */
export async function atDatabase<T>(
  dataDir: string,
  act: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const running = await readFile(join(dataDir, 'running.json'), 'utf8');
  const { databaseUrl } = JSON.parse(running) as { databaseUrl: string };
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

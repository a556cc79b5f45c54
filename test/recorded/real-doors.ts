import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { AppProcess } from '../support/process.js';
import type { Visitor } from '../support/sign-in.js';

/** The moment that it is in the house. */
const NOW = '2026-11-23T09:00:00+08:00';

/** The compiled house over a small sample city, its doors open, at a moment that stands still. */
export class RealDoors {
  private constructor(
    readonly url: string,
    private readonly app: AppProcess,
    private readonly client: pg.Client,
    private readonly behind: { readonly made: TestDatabase; readonly dir: string },
  ) {}

  static async open(): Promise<RealDoors> {
    const dir = await mkdtemp(join(tmpdir(), 'risk-recorded-'));
    const made = await createTestDatabase();
    const app = await AppProcess.script('test/recorded/standing-house.mjs', [made.url, dir]);
    const client = new pg.Client(made.url);
    await client.connect();
    return new RealDoors(await app.url(), app, client, { made, dir });
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.app.end('SIGTERM');
    await this.behind.made.drop();
    await rm(this.behind.dir, { recursive: true, force: true });
  }

  /** What the house says of what went wrong inside. */
  get complaints(): string {
    return this.app.words.join('');
  }

  /** What no door does: the past that a record of answers needs. */
  async arrange<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, [...values])).rows;
  }

  /** The headers of somebody who is signed in. */
  async visitor({ name, roles = [], unit = 'jrb' }: Visitor): Promise<{ readonly cookie: string }> {
    const login = `t${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
    const made = [login, name, unit, roles, NOW];
    const [account] = await this.arrange<{ id: string }>(ACCOUNT, made);
    return this.sessionOf(account?.id ?? '');
  }

  /** The headers of a new session of somebody, past every stage of signing in. */
  async sessionOf(accountId: string): Promise<{ readonly cookie: string }> {
    const token = randomBytes(32).toString('base64url');
    const digest = createHash('sha256').update(token).digest();
    await this.arrange(FACTOR, [accountId]);
    await this.arrange(SESSION, [digest, accountId, NOW]);
    return { cookie: `risk=${token}` };
  }
}

const ACCOUNT = `
  insert into account (login, name, unit, roles, state, password_at, must_change, made_by, made_at, approved_by)
  values ($1, $2, $3, $4, 'active', $5, false, '王管理', $5, '赵管理') returning id
`;
const FACTOR = `insert into second_factor (account_id, sealed, last_step) values ($1, '\\x01', 0)`;
const SESSION = `
  insert into session (token_hash, account_id, stage, opened_at, seen_at) values ($1, $2, 'in', $3, $3)
`;

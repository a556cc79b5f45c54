import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one spec file. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it, cutting connections that are still open. */
  drop(): Promise<void>;
}

/** A database prepared once a run (migrated, seeded) and copied for each spec file. */
export interface Template {
  readonly name: string;
  /** Fills the empty database at `url` and closes its connections. */
  readonly prepare: (url: string) => Promise<void>;
}

/** Creates an empty database, or a copy of the template, in the PostgreSQL of this test run. */
export async function createTestDatabase(template?: Template): Promise<TestDatabase> {
  const name = ours(randomBytes(6).toString('hex'));
  const source = template ? await preparedTemplate(template) : 'template1';
  await asAdmin(async (admin) => {
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${source}" STRATEGY FILE_COPY`);
  });
  return { url: urlOf(name), drop: () => dropDatabase(name) };
}

/** Prepares a template at the first call of the run; others, in whichever worker, wait for it. */
async function preparedTemplate({ name: label, prepare }: Template): Promise<string> {
  const name = ours(label);
  await asAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    if (!(await exists(admin, name))) await prepareAs(admin, name, prepare);
  });
  return name;
}

/** Under another name until it is whole: a failed preparation is never copied. */
async function prepareAs(
  admin: pg.Client,
  name: string,
  prepare: Template['prepare'],
): Promise<void> {
  const half = `${name}_half_${randomBytes(3).toString('hex')}`;
  await admin.query(`CREATE DATABASE "${half}" TEMPLATE template1`);
  await prepare(urlOf(half));
  await admin.query(`ALTER DATABASE "${half}" RENAME TO "${name}"`);
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  return (await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])).rowCount === 1;
}

async function dropDatabase(name: string): Promise<void> {
  await asAdmin(async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  });
}

async function asAdmin(act: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: baseUrl() });
  await admin.connect();
  await act(admin).finally(() => admin.end());
}

function ours(label: string): string {
  return `test_${process.env['RISK_TEST_RUN'] ?? 'alone'}_${label}`;
}

function urlOf(name: string): string {
  const url = new URL(baseUrl());
  url.pathname = `/${name}`;
  return url.href;
}

function baseUrl(): string {
  const url = process.env['RISK_TEST_DATABASE_URL'];
  if (url) return url;
  throw new Error(
    `no test database: ${process.env['RISK_TEST_DATABASE_ERROR'] ?? 'start-postgres.mjs did not run'}`,
  );
}

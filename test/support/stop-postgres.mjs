import pg from 'pg';

/** Removes the throw-away PostgreSQL, or what this run left in the one it was given. */
export default async function stopPostgres() {
  if (globalThis.riskTestPostgres) await globalThis.riskTestPostgres.destroy();
  else if (process.env.RISK_TEST_DATABASE_URL) await dropOurs();
}

async function dropOurs() {
  const client = new pg.Client({ connectionString: process.env.RISK_TEST_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(
    'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
    [`test_${process.env.RISK_TEST_RUN}_`],
  );
  for (const { datname } of rows)
    await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  await client.end();
}

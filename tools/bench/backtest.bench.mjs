// Stored records a second through two versions of the rules (assessment only), beside merely reading them out.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../../dist/libs/assembly/src/index.js';
import { EmbeddedPostgres } from '../../dist/libs/embedded/src/index.js';
import { SilentLog, chunksOf } from '../../dist/libs/kit/src/index.js';
import { loadBook, readEnvironment } from '../../dist/libs/settings/src/index.js';
import { rounded, say } from './measure.mjs';
import { sampleRecords } from './samples.mjs';

const COUNT = 200_000;
const DIFFERENT = 40_000;
const PAGE = 4_000;

export async function* run(args) {
  const count = Number(args[0] ?? COUNT);
  const dir = mkdtempSync(join(tmpdir(), 'risk-bench-'));
  const postgres = new EmbeddedPostgres({
    dataDir: join(dir, 'postgres'),
    port: 55331,
    log: () => undefined,
  });
  const { url } = await postgres.start();
  const environment = readEnvironment({ RISK_DATA: dir, DATABASE_URL: url, RISK_SAMPLES: 'off' });
  const house = await openHouse({ environment, databaseUrl: url, log: new SilentLog() });
  try {
    say(`store ${count} records`);
    await store(house.database, count);
    say('read them all with one connection');
    const reading = await timeOf(() => readAll(house.database));
    say('replay them through two versions');
    const { rules } = await loadBook('config');
    const lighter = rules.map((file) => ({ ...file, content: lightened(file.content) }));
    const period = { from: new Date(0), to: new Date('2100-01-01T00:00:00Z') };
    let report;
    const replaying = await timeOf(async () => {
      report = await house.backtest({ rules: lighter }, period, () => undefined);
    });
    if (report.records !== count || report.moved === 0) throw new Error('the replay is not right');
    const perSecond = (ms) => Math.round((count / ms) * 1000);
    yield {
      figure: `records replayed through two versions on ${availableParallelism()} processors`,
      value: perSecond(replaying),
      unit: 'records/s',
      against: {
        what: 'reading and parsing them with one connection',
        value: perSecond(reading),
        ratio: rounded(reading / replaying),
      },
    };
    yield {
      figure: 'time for 1,000,000 at that rate',
      value: Math.round(1e6 / (count / replaying) / 1000),
      unit: 's',
    };
  } finally {
    await house.close();
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The same rules, each counting for a little less. */
const lightened = ({ rules, ...rest }) => ({
  ...rest,
  rules: rules.map((rule) => ({ ...rule, weight: rule.weight * 0.8 })),
});

/** The sample mix, again and again under other numbers until there are enough. */
async function store(database, count) {
  const records = sampleRecords(Math.min(count, DIFFERENT));
  const times = Math.ceil(count / records.length);
  for (const some of chunksOf(records, 1000))
    await database.rows(
      `insert into record (feed, source, source_id, fingerprint, occurred_at, received_at, day, operation, door,
         origin, region_code, related, payload, secret, sample, current, changes)
       select t.feed, 'bench', t.id || '-' || n, t.id || '-' || n, t.at, t.at, t.at::date, 'upsert', 'file', '{}',
         null, '{}', t.payload, false, false, true, 0
       from unnest($1::text[], $2::text[], $3::timestamptz[], $4::jsonb[]) as t (feed, id, at, payload)
       cross join generate_series(1, $5::int) n`,
      [
        some.map((r) => r.feed),
        some.map((r) => r.envelope.sourceId),
        some.map((r) => r.envelope.occurredAt),
        some.map((r) => JSON.stringify(r.envelope.payload)),
        times,
      ],
    );
  await database.rows('delete from record where id > $1', [count]);
  await database.rows('analyze record');
}

async function readAll(database) {
  for (let after = 0; ; after += PAGE) {
    const rows = await database.rows(
      'select id, feed, occurred_at, payload from record where id > $1 and id <= $2 order by id',
      [after, after + PAGE],
    );
    if (rows.length === 0) return;
  }
}

async function timeOf(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

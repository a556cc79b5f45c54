// How fast notices leave that waited through an outage of the mail server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../../dist/libs/assembly/src/index.js';
import { EmbeddedPostgres } from '../../dist/libs/embedded/src/index.js';
import { SilentLog } from '../../dist/libs/kit/src/index.js';
import { readEnvironment } from '../../dist/libs/settings/src/index.js';
import { startSink } from './sink.mjs';
import { say } from './measure.mjs';

export async function* run(args) {
  const count = Number(args[0] ?? 10_000);
  const dir = mkdtempSync(join(tmpdir(), 'risk-drain-'));
  const postgres = new EmbeddedPostgres({
    dataDir: join(dir, 'postgres'),
    port: 55330,
    log: () => undefined,
  });
  const { url } = await postgres.start();
  let mails = 0;
  const sink = await startSink(() => (mails += 1));
  const environment = readEnvironment({
    RISK_DATA: dir,
    DATABASE_URL: url,
    RISK_SAMPLES: 'off',
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
  });
  const house = await openHouse({ environment, databaseUrl: url, log: new SilentLog() });
  try {
    await fill(house, count);
    say(`${count} notices wait`);
    const begun = performance.now();
    const { sent } = await house.deliver.run();
    const seconds = (performance.now() - begun) / 1000;
    yield { figure: 'notices drained', value: sent, unit: 'notices' };
    yield { figure: 'time', value: Number(seconds.toFixed(1)), unit: 's' };
    yield { figure: 'rate', value: Math.round(sent / seconds), unit: 'notices/s' };
    yield { figure: 'mails accepted', value: mails, unit: 'mails' };
  } finally {
    await house.close();
    await sink.close();
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Alerts of all tiers with ten notices each. */
async function fill(house, count) {
  const index = {
    score: 70,
    tier: 'orange',
    dimensions: { compliance: 10, inducement: 80, spread: 20, complaint: 0, relation: 0 },
    elements: { illegality: true, publicity: true, inducement: true, sociality: false },
    scheme: 'illegal-fundraising',
    reasons: Array.from({ length: 8 }, (_, i) => ({
      code: `c${i}`,
      dimension: 'inducement',
      points: 10,
      because: `出现第 ${i} 种说法`,
      quote: '年化收益24%，承诺保本保息，零风险',
      times: 2,
    })),
    missing: [],
    version: { lexicon: 'l', rules: 'r', model: 'm', scoring: 's' },
  };
  await house.database.rows(
    `insert into entity (root_id, identity, name, folded_name, provisional, founded_at, sample)
     select n, 'name:' || n, '郴州试验' || n || '有限公司', 'x' || n, true, now(), false from generate_series(1, $1::int) n`,
    [count / 10],
  );
  await house.database.rows(
    `insert into alert (entity_id, entity_name, region_code, status, tier, index, raised_at, changed_at, revision, sample)
     select id, name, '431002', 'open', (array['red', 'orange', 'yellow', 'blue'])[1 + id % 4], $1, now(), now(), 1, false
     from entity`,
    [JSON.stringify(index)],
  );
  await house.database.rows(
    `insert into alert_change (alert_id, kind, to_tier, news, at) select id, 'raised', tier, '{}', now() from alert`,
  );
  await house.database.rows(
    `insert into notice (alert_id, step, kind, unit, recipient, channel, addressee, state, not_before, created_at)
     select a.id, 'raised', 'alert', 'u', 'r' || k, 'email', jsonb_build_object('unit', 'u', 'unitName', '某单位',
       'role', 'lead', 'because', '属地', 'dueAt', null, 'acknowledgeBy', null, 'waits', false,
       'recipient', jsonb_build_object('key', 'r' || k, 'title', '联络员', 'email', 'r' || k || '@example.invalid')),
       'pending', now(), now()
     from alert a, generate_series(1, 10) k`,
  );
}

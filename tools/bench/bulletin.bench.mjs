// What a daily bulletin of the whole city asks, on its worst day: every alert raised, 50,000 records received.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgres } from '../../dist/libs/embedded/src/index.js';
import { SilentLog } from '../../dist/libs/kit/src/index.js';
import { Database, migrate, PgBulletinSource } from '../../dist/libs/store/src/index.js';
import { LARGE_DAY, seedLargeCity } from './large-city.mjs';
import { say } from './measure.mjs';

const ROUNDS = 5;
const GOAL = 3000;

export async function* run() {
  const dir = mkdtempSync(join(tmpdir(), 'risk-bench-'));
  const port = 55333;
  const postgres = new EmbeddedPostgres({
    dataDir: join(dir, 'postgres'),
    port,
    log: () => undefined,
  });
  const { url } = await postgres.start();
  const database = await Database.open({ url });
  try {
    await migrate(database, new SilentLog());
    await seedLargeCity(database, say);
    yield* composition(url);
    yield* insertPrice(database);
    const scopes = {
      city: { kind: 'city' },
      region: { kind: 'region', code: '431003' },
      unit: { kind: 'unit', code: 'scjgj' },
    };
    const without = await withoutIndexes(database, () => measure(database, scopes.city, 1));
    for (const [name, scope] of Object.entries(scopes)) {
      const measured = await measure(database, scope, ROUNDS);
      if (name === 'city') yield* figuresOf(measured, without);
      yield {
        figure: `${name}: all methods`,
        value: sumOf(measured),
        unit: 'ms',
        against: { what: 'goal', value: GOAL },
      };
    }
  } finally {
    await database.close();
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The whole of it: composed, and printed as DOCX, PDF, XLSX and e-mail, in a process of its own. */
async function* composition(url) {
  const script = join(import.meta.dirname, 'compose-daily.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, url]);
  const { times, idle, peak, files } = JSON.parse(stdout);
  say(`composition: ${times.join(' ')} ms; ${JSON.stringify(files)}`);
  const [first, ...warm] = times;
  const goal = { what: 'goal', value: 5000 };
  yield { figure: 'daily composed and printed, first', value: first, unit: 'ms', against: goal };
  yield {
    figure: 'daily composed and printed, warm',
    value: Math.min(...warm),
    unit: 'ms',
    against: goal,
  };
  yield {
    figure: 'peak memory of the process',
    value: peak,
    unit: 'MB',
    against: { what: 'the same with the house open and nothing composed', value: idle },
  };
}

/** Every method, as a daily bulletin asks it. */
function methodsOf(source, scope) {
  const q = { scope, span: LARGE_DAY, samples: false };
  const daysBefore = (n) => ({
    since: new Date(LARGE_DAY.since.getTime() - n * 86_400_000),
    until: new Date(LARGE_DAY.until.getTime() - n * 86_400_000),
  });
  return {
    hasReal: () => source.hasReal(q.span.until),
    begunAt: () => source.begunAt(false),
    'begunAt of samples': () => source.begunAt(true),
    feeds: () => source.feeds(q, 24),
    raised: () => source.raised(q, 100),
    open: () => source.open(q),
    moves: () => source.moves(q, 100),
    risers: () => source.risers(q, 20),
    yields: () => source.yields(q, 12, 20),
    complained: () => source.complained(q, 20),
    owing: () => source.owing(q),
    overdue: () => source.overdue(q, 50),
    handOvers: () => source.handOvers(q, 50),
    outcomes: () => source.outcomes(q, 50),
    figures: () => source.figures(q, [q.span, daysBefore(1), daysBefore(7)]),
    trend: () => source.trend(q, 30),
  };
}

/** The middle of several rounds, in milliseconds, and how much was answered. */
async function measure(database, scope, rounds) {
  const measured = new Map();
  for (const [name, ask] of Object.entries(methodsOf(new PgBulletinSource(database), scope))) {
    const times = [];
    let answer;
    for (let n = 0; n < rounds; n += 1) {
      const begun = performance.now();
      answer = await ask();
      times.push(performance.now() - begun);
    }
    const size = Array.isArray(answer) ? answer.length : 1;
    say(`${scope.kind} ${name}: ${times.map((t) => t.toFixed(1)).join(' ')} ms, ${size} lines`);
    measured.set(name, times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]);
  }
  return measured;
}

function* figuresOf(measured, without) {
  for (const [name, value] of measured)
    yield {
      figure: `city: ${name}`,
      value: Number(value.toFixed(1)),
      unit: 'ms',
      against: {
        what: 'without the indexes of the migration',
        value: Number(without.get(name).toFixed(1)),
      },
    };
}

const sumOf = (measured) => Math.round([...measured.values()].reduce((sum, ms) => sum + ms, 0));

const INDEXES = [
  'record_by_source',
  'assessment_by_yield',
  'entity_index_by_moment',
  'alert_by_raising',
  'alert_change_moved',
];

async function withoutIndexes(database, work) {
  const defined = await database.rows(
    'select indexdef from pg_indexes where indexname = any ($1)',
    [INDEXES],
  );
  await database.rows(`drop index ${INDEXES.join(', ')}`);
  const answer = await work();
  for (const { indexdef } of defined) await database.rows(indexdef);
  return answer;
}

/** What the index of records costs the intake: 20,000 records more, with it and without. */
async function* insertPrice(database) {
  const insert = () => timeOfCopies(database);
  await insert();
  const withIt = await insert();
  const without = await withoutIndexes(database, insert);
  yield {
    figure: 'insert of 20,000 records',
    value: Math.round(withIt),
    unit: 'ms',
    against: { what: 'without record_by_source', value: Math.round(without) },
  };
}

const COPIES = `
  insert into record (feed, source, source_id, fingerprint, occurred_at, received_at, day, operation, door, origin,
    region_code, changes, related, payload, reporter_key, secret, sample, current)
  select feed, source, source_id || '-' || $1, fingerprint, occurred_at, received_at + interval '1 day', day + 1, operation,
    door, origin, region_code, changes, related, payload, reporter_key, secret, sample, current
  from record where id between 900000 and 919999
`;

/** The middle of five; each is taken back. */
async function timeOfCopies(database) {
  const times = [];
  for (let n = 0; n < 5; n += 1)
    await database.lend(async (client) => {
      await client.query('begin');
      const begun = performance.now();
      await client.query(COPIES, [n]);
      times.push(performance.now() - begun);
      await client.query('rollback');
    });
  return times.toSorted((a, b) => a - b)[2];
}

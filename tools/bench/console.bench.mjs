// The doors behind the screens of the workbench over a large city: one person who opens them one after another, and
// fifty who work at once.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../dist/libs/embedded/src/index.js';
import { SilentLog } from '../../dist/libs/kit/src/index.js';
import { Database, migrate } from '../../dist/libs/store/src/index.js';
import { finishCity } from './finish-city.mjs';
import { seedLargeCity } from './large-city.mjs';
import { randomOf, say } from './measure.mjs';

const RECORDS = 1_000_000;
const ROUNDS = 50;
const USERS = 50;
/** Each of them opens something every so often: somebody who reads fast. */
const PACE_MS = 2_000;
const WORKED_S = 60;
const GOAL = { median: 100, p99: 300 };

/** What the screens ask, with ids that are there, by whom. */
const DOORS = {
  monitor: {
    queue: '/api/alerts?limit=50',
    'queue, red': '/api/alerts?tier=red&sort=deadline',
    'queue by score': '/api/alerts?sort=-score',
    'queue, words': `/api/alerts?words=${encodeURIComponent('某某99')}`,
    views: '/api/alert-views',
    alert: '/api/alerts/$alert/whole',
    'evidence of an alert': '/api/alerts/$alert/evidence',
    entities: '/api/entities?limit=50',
    'entities, words': `/api/entities?words=${encodeURIComponent('某某12345')}`,
    entity: '/api/entities/$entity',
    'history of an entity': '/api/entities/$entity/history',
    'records of an entity': '/api/entities/$entity/records',
    'relations of an entity': '/api/entities/$entity/relations',
    'an entity as of a day': '/api/entities/$entity/at?when=2026-11-27',
    'why an entity is not higher': '/api/entities/$entity/why-not',
    inbox: '/api/units/scjgj/inbox',
    duties: '/api/duties?unit=scjgj',
    notices: '/api/notices?limit=50',
    silences: '/api/silences',
    floods: '/api/floods',
    'alerts held back': '/api/hushed-alerts',
    'hand-overs': '/api/handovers?state=all',
    meetings: '/api/meetings',
    'ledger of a year': '/api/ledger?from=2026-01-01&to=2026-11-30',
    'duties behind the ledger': '/api/ledger/duties?from=2026-01-01&to=2026-11-30&unit=scjgj',
    'findings behind the ledger':
      '/api/ledger/findings?from=2026-01-01&to=2026-11-30&verdict=confirmed',
    rules: '/api/rules',
    'records that a code struck': '/api/codes/CODE-7/strikes',
    'alerts that a code struck': '/api/codes/CODE-7/alerts',
    lexicon: '/api/lexicon',
    tips: '/api/tips',
    sources: '/api/sources',
    'books of the sources': '/api/reconciliation/lines',
    bulletins: '/api/bulletins?limit=50',
    editions: '/api/editions',
    'dead letters': '/api/dead-letters',
    situation: '/api/situation?days=30',
    'lead time': '/api/situation/lead-time?days=30',
    'the workbench itself': '/workbench/queue',
  },
  auditor: {
    audit: '/api/audit?limit=50',
    'audit of a person': `/api/audit?who=${encodeURIComponent('监测员7')}`,
    'audit, refused': '/api/audit?outcome=refused',
  },
  'system-admin': {
    accounts: '/api/accounts',
    tokens: '/api/tokens',
    roles: '/api/roles',
    'state of the house': '/api/house-state',
  },
};

/** `console 25000` looks whether all doors answer, over a small city. */
export async function* run([records = String(RECORDS)]) {
  const size = sizeOf(Number(records));
  const dir = mkdtempSync(join(tmpdir(), 'risk-bench-'));
  const log = () => undefined;
  const postgres = new EmbeddedPostgres({ dataDir: join(dir, 'postgres'), port: 55334, log });
  const { url } = await postgres.start();
  const database = await Database.open({ url });
  try {
    await migrate(database, new SilentLog());
    await seedLargeCity(database, say, size);
    say('what the house writes beside');
    await finishCity(database);
    const asked = { doors: doorsIn(size), people: await signInAll(database) };
    const api = await startApi({ DATABASE_URL: url, RISK_DATA: dir });
    try {
      yield* oneByOne(api.url, asked);
      yield* allAtOnce(api.url, asked);
    } finally {
      api.child.kill('SIGTERM');
      await once(api.child, 'exit');
    }
  } finally {
    await database.close();
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const sizeOf = (records) => ({ records, entities: records / 5, alerts: records / 10 });

/** Every door with its name, who asks it, and a way to address something that is there. */
const doorsIn = ({ alerts, entities }) =>
  Object.entries(DOORS).flatMap(([who, doors]) =>
    Object.entries(doors).map(([name, door]) => ({
      ...{ who, name },
      address: () => door.replace('$alert', below(alerts)).replace('$entity', below(entities)),
    })),
  );

/** Fifty people of each kind with a login each; answers their cookies. */
async function signInAll(database) {
  const people = {};
  for (const role of Object.keys(DOORS)) {
    people[role] = [];
    for (let n = 1; n <= USERS; n += 1) people[role].push(await signIn(database, role, n));
  }
  return people;
}

/** Monitors verify too. */
const rolesOf = (role) => (role === 'monitor' ? ['monitor', 'verifier'] : [role]);

async function signIn(database, role, n) {
  const token = randomBytes(32).toString('base64url');
  const digest = createHash('sha256').update(token).digest();
  await database.rows(
    `with person as (
       insert into account (login, name, unit, roles, state, password_at, must_change, made_by, made_at, approved_by)
       values ($1, $1, 'jrb', $2, 'active', now(), false, '安装', now(), '安装') returning id
     ), factor as (
       insert into second_factor (account_id, sealed, last_step) select id, '\\x00', 0 from person
     )
     insert into session (token_hash, account_id, stage, opened_at, seen_at)
     select $3, id, 'in', now(), now() from person`,
    [`${role}-${n}`, rolesOf(role), digest],
  );
  return `risk=${token}`;
}

/** The HTTP server as it runs in service. */
async function startApi(environment) {
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: { ...process.env, PORT: '0', RISK_SAMPLES: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  while (!/ready (http\S+)/.test(said)) said += String(await once(child.stdout, 'data'));
  child.stdout.resume();
  return { child, url: /ready (http\S+)/.exec(said)[1] };
}

const agent = new Agent({ keepAlive: true, maxSockets: USERS });

/** Milliseconds until an answer is read to its end; anything but an answer ends the bench. */
function timeOf(url, cookie) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const request = get(
      url,
      { agent, headers: { cookie, accept: 'application/json' } },
      (answer) => {
        answer.resume();
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(performance.now() - begun);
          else reject(new Error(`${url}: ${answer.statusCode}`));
        });
      },
    );
    request.on('error', reject);
  });
}

const random = randomOf(7);
const below = (most) => 1 + Math.floor(random() * most);

const middle = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const rounded = (ms) => Number(ms.toFixed(1));

/** The median of each door, asked again and again, one after another; nobody asks so often as to be held back. */
async function* oneByOne(url, { doors, people }) {
  const yardstick = await timesOf(`${url}/api/health/live`, people.monitor[0], ROUNDS);
  const goal = { what: 'goal', value: GOAL.median };
  yield { figure: 'yardstick: live', value: rounded(middle(yardstick)), unit: 'ms' };
  for (const { name, who, address } of doors) {
    const times = [];
    for (let n = 0; n < ROUNDS; n += 1)
      times.push(await timeOf(url + address(), people[who][n % USERS]));
    say(`${name}: ${rounded(Math.min(...times))} to ${rounded(Math.max(...times))} ms`);
    yield {
      figure: `${name}, median of ${ROUNDS}`,
      value: rounded(middle(times)),
      unit: 'ms',
      against: goal,
    };
  }
}

async function timesOf(url, cookie, rounds) {
  const times = [];
  for (let n = 0; n < rounds; n += 1) times.push(await timeOf(url, cookie));
  return times;
}

/** Fifty people, each of whom opens something every two seconds. */
async function* allAtOnce(url, { doors, people }) {
  const end = performance.now() + WORKED_S * 1000;
  const times = [];
  await Promise.all(
    Array.from({ length: USERS }, async (_, n) => {
      await sleep(random() * PACE_MS);
      while (performance.now() < end) {
        const { who, address } = doors[below(doors.length) - 1];
        const taken = await timeOf(url + address(), people[who][n]);
        times.push(taken);
        await sleep(Math.max(0, PACE_MS - taken));
      }
    }),
  );
  const sorted = times.toSorted((a, b) => a - b);
  say(`${times.length} answers to ${USERS} people in ${WORKED_S} s`);
  yield { figure: `${USERS} people, median`, value: rounded(middle(times)), unit: 'ms' };
  yield {
    figure: `${USERS} people, p99`,
    value: rounded(sorted[Math.floor(sorted.length * 0.99)]),
    unit: 'ms',
    against: { what: 'goal', value: GOAL.p99 },
  };
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

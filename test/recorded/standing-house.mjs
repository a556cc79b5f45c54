// Opens the compiled house over a small sample city, at a moment that stands still, and says where it listens:
// jest has no threads of TypeScript, and rules, words and papers are compiled and printed in threads.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { openHouse, HouseModule } from '../../dist/libs/assembly/src/index.js';
import { Clock, SilentLog } from '../../dist/libs/kit/src/index.js';
import { generateSamples } from '../../dist/libs/samples/src/index.js';
import { readEnvironment } from '../../dist/libs/settings/src/index.js';
import { ApiModule } from '../../dist/apps/api/src/api.module.js';
import { startApi } from '../../dist/apps/api/src/start-api.js';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
/** The stories of the sample city, with few ordinary records around them. */
const CITY = { seed: 20261122, until: new Date('2026-11-22T00:00:00Z'), days: 240, ordinary: 300 };
const HEAP = 20 * 86_400_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const TIP = {
  text: '某某养老服务公司（示例）面向老人办推介会，承诺保本保息，年化收益百分之十八，到期返还本金',
  targets: [{ name: '某某养老服务公司（示例）' }],
  amount: 50_000,
  people: 3,
  happenedOn: '2026-11-20',
  regionCode: '431002',
  reporter: {},
  isSecret: false,
};

class StandingClock extends Clock {
  at = NOW - 300 * 86_400_000;

  now() {
    return new Date(this.at);
  }
}

class LoudLog extends SilentLog {
  error(sentence, facts) {
    process.stderr.write(`${sentence} ${JSON.stringify(facts)}\n`);
  }
}

const clock = new StandingClock();
const log = new LoudLog();
const [databaseUrl, dataDir] = process.argv.slice(2);
// A list of licences is written into it.
const config = join(dataDir, 'config');
await cp('config', config, { recursive: true });
const environment = readEnvironment({ RISK_DATA: dataDir, RISK_CONFIG: config, PORT: '0' });
const house = await openHouse({ environment, databaseUrl, log, clock, staysOpen: true });
await happen();
const { url, close } = await startApi(HouseModule.around(house, ApiModule), house, log);
process.stdout.write(`ready ${url}\n`);
process.on(
  'SIGTERM',
  () =>
    void close()
      .then(() => house.close())
      .then(() => process.exit(0)),
);

/** Lets the city happen in heaps of some days, and a citizen report. */
async function happen() {
  const heaps = new Map();
  for (const record of generateSamples(CITY)) {
    const heap = Math.floor(momentOf(record) / HEAP);
    heaps.set(heap, [...(heaps.get(heap) ?? []), record]);
  }
  for (const heap of heaps.values()) {
    clock.at = Math.max(...heap.map(momentOf));
    await house.process.run(heap.map(itemOf));
  }
  clock.at = NOW;
  const { forms, take } = house.tips;
  const form = forms.known(forms.open());
  await take.run({ form, tip: TIP, files: [{ name: '宣传单.png', bytes: PNG }] });
}

function momentOf({ envelope }) {
  return Date.parse(envelope.occurredAt);
}

function itemOf({ feed, envelope }) {
  return { feed, door: 'http', origin: {}, bytes: Buffer.from(JSON.stringify(envelope)) };
}

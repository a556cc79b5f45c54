// Composes and prints the daily bulletin of the large city in a process of its own, and says what that took.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../../dist/libs/assembly/src/index.js';
import { SilentLog } from '../../dist/libs/kit/src/index.js';
import { readEnvironment } from '../../dist/libs/settings/src/index.js';
import { LARGE_DAY } from './large-city.mjs';

const MB = 1024 * 1024;
const dir = mkdtempSync(join(tmpdir(), 'risk-compose-'));
const clock = { now: () => new Date(LARGE_DAY.until.getTime() + 60_000) };
const house = await openHouse({
  environment: readEnvironment({ RISK_DATA: dir }),
  databaseUrl: process.argv[2],
  log: new SilentLog(),
  clock,
});
const wish = { kind: 'daily', scope: { kind: 'city' }, asOf: LARGE_DAY.until };
const idle = process.memoryUsage().rss;
const times = [];
let files = [];
for (let n = 0; n < 3; n += 1) {
  const begun = performance.now();
  const { files: printed, content } = await house.bulletins.preview(wish);
  if (content.composition.broken.length > 0)
    throw new Error(JSON.stringify(content.composition.broken));
  times.push(Math.round(performance.now() - begun));
  files = printed;
}
process.stdout.write(
  `${JSON.stringify({
    times,
    idle: Math.round(idle / MB),
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
    files: files.map(({ role, size }) => [role, size]),
  })}\n`,
);
await house.close();
rmSync(dir, { recursive: true, force: true });

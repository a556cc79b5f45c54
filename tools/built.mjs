// Keeps dist/ what the sources say; a few milliseconds when it is so already.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './install.mjs';

const ENTRIES = ['dist/apps/standalone/src/main.js', 'dist/apps/console/index.html'];
const STAMP = 'dist/.sources';
const SINGLE_SOURCES = [
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'package-lock.json',
  'tools/build.mjs',
  'tools/build-console.mjs',
];

/** Builds if dist/ is missing or was made from other sources. */
export async function ensureBuilt() {
  const sources = sourcesNow();
  if (isBuiltFrom(sources)) return;
  const begun = performance.now();
  say('正在编译……');
  const child = spawn(process.execPath, ['tools/build.mjs'], {
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) return leaveUnbuilt(code);
  writeFileSync(STAMP, sources.digest);
  say(`编译完成，用时 ${((performance.now() - begun) / 1000).toFixed(1)} 秒`);
}

/** The compiler writes files even when it finds errors: they must not be taken for a build next time. */
function leaveUnbuilt(code) {
  rmSync('dist', { recursive: true, force: true });
  say('编译失败：原因见上面编译器的输出');
  process.exit(code ?? 1);
}

/** Without our stamp somebody ran tools/build.mjs himself: then everything must be younger than the sources. */
function isBuiltFrom({ digest, youngest }) {
  if (!ENTRIES.every((entry) => existsSync(entry))) return false;
  return existsSync(STAMP)
    ? readFileSync(STAMP, 'utf8') === digest
    : ENTRIES.every((entry) => statSync(entry).mtimeMs >= youngest);
}

/** Which sources there are, and of what size and age: their content need not be read. */
function sourcesNow() {
  const hash = createHash('sha256').update(process.cwd());
  let youngest = 0;
  for (const path of [...SINGLE_SOURCES, ...filesIn('apps'), ...filesIn('libs')]) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
    youngest = Math.max(youngest, mtimeMs);
  }
  return { digest: hash.digest('hex'), youngest };
}

function filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const isSource = (entry) => entry.isFile() && !/\.spec\.tsx?$|\.md$/.test(entry.name);
  return entries
    .filter(isSource)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

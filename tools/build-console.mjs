// Builds the workbench into dist/apps/console, each file also compressed; holds it to its budget and to old browsers.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { tooNew } from './too-new.mjs';

const CONFIG = 'apps/console/vite.config.mjs';
const FOLDER = 'dist/apps/console';
/** What a browser may have to fetch, as scripts, before the first screen stands; kibibytes of gzip. */
const BUDGET = 350;

/** Browsers take brotli over https alone, and many an intranet has none: gzip is what counts. */
export async function buildConsole() {
  const { output } = await build({ configFile: CONFIG });
  const sizes = new Map(output.map(({ fileName }) => [fileName, compress(fileName)]));
  const scripts = output.filter(({ type }) => type === 'chunk');
  const entry = scripts.find(({ isEntry }) => isEntry);
  const screens = scripts.filter(({ fileName }) => entry.dynamicImports.includes(fileName));
  const loads = screens.map((screen) => firstLoad(entry, screen, scripts, sizes));
  tell(loads);
  refuseHeavy(loads);
  refuseTooNew(output);
}

function compress(fileName) {
  const file = join(FOLDER, fileName);
  const small = gzipSync(readFileSync(file), { level: 9 });
  writeFileSync(`${file}.gz`, small);
  return small.length;
}

/** All scripts that stand between an empty browser and one screen. */
function firstLoad(entry, screen, scripts, sizes) {
  const needed = new Set();
  const add = (fileName) => {
    if (needed.has(fileName)) return;
    needed.add(fileName);
    scripts.find((script) => script.fileName === fileName).imports.forEach(add);
  };
  [entry.fileName, screen.fileName].forEach(add);
  const bytes = [...needed].reduce((sum, fileName) => sum + sizes.get(fileName), 0);
  return { name: screen.name, kib: Math.ceil(bytes / 1024) };
}

function tell(loads) {
  const sizes = loads.map(({ name, kib }) => `${name} ${kib}`).join('，');
  process.stderr.write(`工作台首屏脚本（gzip，KiB，上限 ${BUDGET}）：${sizes}\n`);
}

function refuseHeavy(loads) {
  const heavy = loads.filter(({ kib }) => kib > BUDGET);
  if (heavy.length === 0) return;
  const names = heavy.map(({ name, kib }) => `${name} 要 ${kib} KiB`).join('，');
  throw new Error(`工作台首屏脚本超过 ${BUDGET} KiB：${names}。用到时再 import() 大的部件`);
}

/** The desktops that this is for have browsers of 2021. */
function refuseTooNew(output) {
  const found = output.flatMap((file) => tooNew(file.fileName, textOf(file)));
  if (found.length === 0) return;
  throw new Error(
    `工作台用了 Chrome 90 没有的东西（没有坏处的，写进 tools/too-new.mjs 的 HARMLESS 并说明理由）：\n${found.join('\n')}`,
  );
}

const textOf = (file) => (file.type === 'chunk' ? file.code : String(file.source));

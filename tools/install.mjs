// Makes node_modules what package-lock.json says; a few milliseconds when it is so already.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCK = 'package-lock.json';
const STAMP = 'node_modules/.risk-lock';
const OLDEST_NODE = [20, 19];

/** Refuses an old Node in words, then installs the packages if they are missing or older than the lock file. */
export async function ensureInstalled() {
  process.chdir(join(import.meta.dirname, '..'));
  refuseOldNode();
  const lock = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (isInstalled(lock)) return;
  await install();
  keepStamp(lock);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  leave(
    `需要 Node.js ${OLDEST_NODE.join('.')} 或更高版本，当前是 ${process.versions.node}：请升级后再试（https://nodejs.org）`,
  );
}

function isInstalled(lock) {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return true;
  if (!installedByHand()) return false;
  keepStamp(lock);
  return true;
}

/** Somebody ran npm himself: npm leaves a copy of the lock, younger than the lock itself. */
function installedByHand() {
  const left = 'node_modules/.package-lock.json';
  return existsSync(left) && statSync(left).mtimeMs >= statSync(LOCK).mtimeMs;
}

/** Where node_modules belongs to somebody else the stamp is missing, and the times are compared each time. */
function keepStamp(lock) {
  try {
    writeFileSync(STAMP, lock);
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error;
  }
}

async function install() {
  if ((await npm('ci')) === 0) return;
  say('npm ci 未成功，改用 npm install 补齐……');
  if ((await npm('install', '--no-save')) === 0) return;
  leave('依赖安装失败：原因见上面 npm 的输出，常见的是网络不通或目录不可写');
}

/** npm's own words go to stderr: stdout belongs to what is started afterwards. */
async function npm(...args) {
  const begun = performance.now();
  const elapsed = () => Math.round((performance.now() - begun) / 1000);
  say(`正在安装依赖（npm ${args[0]}），首次约需一分钟……`);
  const ticking = setInterval(() => say(`……仍在安装，已用 ${elapsed()} 秒`), 15_000);
  const [program, ...first] = npmProgram();
  const child = spawn(
    program,
    [...first, ...args, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: ['ignore', process.stderr, process.stderr],
      // npm start hands its own settings down, among them an "omit" for NODE_ENV=production
      env: { ...process.env, NODE_ENV: '', npm_config_omit: '', npm_config_production: '' },
    },
  );
  const [code] = await once(child, 'exit').catch((error) => [error.message]);
  clearInterval(ticking);
  if (code === 0) say(`依赖已安装，用时 ${elapsed()} 秒`);
  return code;
}

/** The npm that started us, else the one on the path. */
function npmProgram() {
  const running = process.env.npm_execpath;
  return running?.endsWith('npm-cli.js') && existsSync(running)
    ? [process.execPath, running]
    : ['npm'];
}

/** A line for people, on stderr. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

function leave(line) {
  say(line);
  process.exit(1);
}

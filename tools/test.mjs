#!/usr/bin/env node
// `npm test [-- jest arguments]`: installs and builds what is missing, runs jest, and ends with one line of counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { ensureInstalled, say } from './install.mjs';
import { folderInMemory } from './memory-folder.mjs';

/** A spec loads hundreds of modules and drops them: with more room for what is young, a twentieth less time. */
const ROOM = '--max-semi-space-size=64';

await ensureInstalled();
await ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'risk-jest-'));
const memory = folderInMemory();
const code = await jest(process.argv.slice(2), join(folder, 'result.json'));
if (memory) rmSync(memory, { recursive: true, force: true });
const counts = countsIn(join(folder, 'result.json'));
rmSync(folder, { recursive: true, force: true });
if (counts) process.stdout.write(`${counts}\n`);
process.exitCode = code;

async function jest(args, outputFile) {
  const options = ['--experimental-vm-modules', '--no-warnings', process.env.NODE_OPTIONS ?? '']
    .join(' ')
    .trim();
  const child = spawn(
    process.execPath,
    [ROOM, 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${outputFile}`, ...args],
    {
      // with --json jest also writes the whole result to stdout; its report for people is on stderr
      stdio: ['inherit', 'ignore', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: options, ...(memory && { TMPDIR: memory }) },
    },
  );
  // Ctrl-C reaches jest by itself; this process waits for its end
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
  const [ended, signal] = await once(child, 'exit');
  return ended ?? (signal === 'SIGINT' ? 130 : 1);
}

/** A suite that could not even be loaded counts as one failed test: otherwise it would not count at all. */
function countsIn(path) {
  const result = readResult(path);
  if (!result) return undefined;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return `${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests + result.numTodoTests} skipped`;
}

/** Nothing was run, for example with --listTests or a wrong option: then there is nothing to count. */
function readResult(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') say(`无法读取 jest 的结果：${error.message}`);
    return undefined;
  }
}

#!/usr/bin/env node
// Compiles the whole house into dist/: the server with Nest's own compiler, which turns @risk/<lib> into paths,
// and the workbench beside it.
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { buildConsole } from './build-console.mjs';
import { runNode } from './run.mjs';

rmSync('dist', { recursive: true, force: true });
await Promise.all([
  runNode('node_modules/@nestjs/cli/bin/nest.js', ['build', 'house']),
  buildConsole().catch(leave),
]);
noteCommit();

/** Whoever looks after the house sees which commit runs; a copy without a repository has none to tell. */
function noteCommit() {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' });
  if (status === 0) writeFileSync('dist/.commit', stdout);
}

function leave(error) {
  process.stderr.write(`工作台构建失败：${error.message}\n`);
  process.exit(1);
}

#!/usr/bin/env node
// Compiles the whole house into dist/: the server with Nest's own compiler, which turns @risk/<lib> into paths,
// and the workbench beside it.
import { rmSync } from 'node:fs';
import { buildConsole } from './build-console.mjs';
import { runNode } from './run.mjs';

rmSync('dist', { recursive: true, force: true });
await Promise.all([
  runNode('node_modules/@nestjs/cli/bin/nest.js', ['build', 'house']),
  buildConsole().catch(leave),
]);

function leave(error) {
  process.stderr.write(`工作台构建失败：${error.message}\n`);
  process.exit(1);
}

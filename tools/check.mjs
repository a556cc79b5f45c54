#!/usr/bin/env node
// `npm run check`: everything that must hold besides the tests. Each step says its name and stops at the first fault.
import { ensureInstalled } from './install.mjs';
import { runNode } from './run.mjs';

const STEPS = [
  ['类型', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit']],
  ['工作台的类型', 'node_modules/typescript/bin/tsc', ['-p', 'apps/console/tsconfig.json']],
  ['代码规范', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  ['排版', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  [
    '楼层',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ['apps', 'libs', '--config', '.dependency-cruiser.cjs'],
  ],
  ['多余', 'node_modules/knip/bin/knip.js', ['--no-progress']],
  ['配置', 'tools/risk.mjs', ['check']],
];

await ensureInstalled();
for (const [name, script, args] of STEPS) {
  process.stderr.write(`检查${name}……\n`);
  await runNode(script, args);
}
process.stderr.write('检查通过\n');

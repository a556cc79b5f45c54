#!/usr/bin/env node
// `npm run docs`: writes what is generated in docs/: the graph of the floors and the schemas of the feeds.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { ensureBuilt } from './built.mjs';
import { ensureInstalled } from './install.mjs';

const PAGE = 'docs/ARCHITECTURE.md';
const [BEGIN, END] = ['<!-- graph:begin -->', '<!-- graph:end -->'];

await ensureInstalled();
await ensureBuilt();
const graph = drawGraph();
const page = readFileSync(PAGE, 'utf8');
const before = page.slice(0, page.indexOf(BEGIN) + BEGIN.length);
const after = page.slice(page.indexOf(END));
writeFileSync(PAGE, `${before}\n\n\`\`\`mermaid\n${graph}\`\`\`\n\n${after}`);
execFileSync(process.execPath, ['tools/risk.mjs', 'schemas', '--out', 'docs/schemas'], {
  stdio: 'inherit',
});

/** Which app and lib imports which, without the specs; the ground and the nouns are everybody's and left out. */
function drawGraph() {
  const args = [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'apps',
    'libs',
    '--config',
    '.dependency-cruiser.cjs',
    '-T',
    'json',
  ];
  const { modules } = JSON.parse(execFileSync(process.execPath, args, { maxBuffer: 1 << 28 }));
  const room = (path) => /^(?:apps|libs)\/([^/]+)/.exec(path)?.[1];
  const edges = new Set();
  for (const { source, dependencies } of modules) {
    if (/\.spec\.ts$|\/testing\//.test(source)) continue;
    for (const { resolved } of dependencies) {
      const [from, to] = [room(source), room(resolved)];
      if (!from || !to || from === to || ['kit', 'domain'].includes(to)) continue;
      edges.add(`  ${from} --> ${to}`);
    }
  }
  return `flowchart TD\n${[...edges].sort().join('\n')}\n`;
}

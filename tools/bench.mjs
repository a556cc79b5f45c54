#!/usr/bin/env node
// `npm run bench -- <name>`: one JSON line a figure on stdout, progress on stderr.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './built.mjs';
import { ensureInstalled } from './install.mjs';

await ensureInstalled();
await ensureBuilt();

const folder = join(import.meta.dirname, 'bench');
const [name, ...args] = process.argv.slice(2);
const file = join(folder, `${name}.bench.mjs`);
if (!name || !existsSync(file)) {
  const names = readdirSync(folder).flatMap((f) => /^(.+)\.bench\.mjs$/.exec(f)?.[1] ?? []);
  process.stderr.write(`用法: npm run bench -- <名称>\n可用: ${names.join(' ')}\n`);
  process.exit(2);
}
// as the apps do
const { tendHeap } = await import('../dist/libs/assembly/src/tend-heap.js');
tendHeap();
const { run } = await import(pathToFileURL(file).href);
for await (const figure of run(args))
  process.stdout.write(`${JSON.stringify({ bench: name, ...figure })}\n`);
process.exit(0);

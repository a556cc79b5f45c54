#!/usr/bin/env node
/** Compiles libs/keywords/src/kernel/loops.wat and writes it as text, so that no build step stands between. */
import { readFileSync, writeFileSync } from 'node:fs';
import loadWabt from 'wabt';

const folder = new URL('../libs/keywords/src/kernel/', import.meta.url);
const wabt = await loadWabt();
const source = readFileSync(new URL('loops.wat', folder), 'utf8');
const module = wabt.parseWat('loops.wat', source);
module.validate();
const { buffer } = module.toBinary({});
const text = Buffer.from(buffer).toString('base64');
const lines = text.match(/.{1,96}/g).map((line) => `  '${line}',`);
writeFileSync(
  new URL('loops.generated.ts', folder),
  `// Made by tools/make-kernel.mjs from loops.wat. Do not edit by hand.\n\n/** The compiled loops in base64. */\nexport const LOOPS = [\n${lines.join('\n')}\n].join('');\n`,
);
console.error(`${buffer.length} bytes`);

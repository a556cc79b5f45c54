#!/usr/bin/env node
// The command line of the platform; installs and builds what is missing, quietly.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const from = process.cwd();
const { ensureInstalled } = await import('./install.mjs');
const { ensureBuilt } = await import('./built.mjs');
await ensureInstalled();
await ensureBuilt();
process.chdir(from);
await import(pathToFileURL(join(import.meta.dirname, '../dist/apps/cli/src/main.js')));

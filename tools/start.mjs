#!/usr/bin/env node
// `npm start`: installs and builds what is missing, then becomes the platform.
import { ensureBuilt } from './built.mjs';
import { ensureInstalled } from './install.mjs';

await ensureInstalled();
await ensureBuilt();
// In this very process: signals, terminal, exit code and kill -9 then mean what they say, and no
// parent can die and leave a child behind that still holds the data folder.
await import('../dist/apps/standalone/src/main.js');

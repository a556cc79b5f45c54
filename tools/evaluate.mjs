#!/usr/bin/env node
// `npm run evaluate -- --data DIR [--out FILE]`: the same as `risk evaluate`.
process.argv.splice(2, 0, 'evaluate');
await import('./risk.mjs');

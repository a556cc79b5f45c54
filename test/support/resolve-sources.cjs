// Finds the TypeScript source behind an import, which is written as what it is compiled to (`./records.js`), and the
// library behind an alias (`@risk/domain`). A moduleNameMapper did the same, but jest keeps nothing of what that finds:
// each spec looked each of its imports up anew, a seventh of what it cost to load.
const { existsSync, readFileSync } = require('node:fs');
const { resolve } = require('node:path');

const ROOT = resolve(__dirname, '../..');
const { compilerOptions } = JSON.parse(readFileSync(resolve(ROOT, 'tsconfig.json'), 'utf8'));
const aliases = new Map(
  Object.entries(compilerOptions.paths).map(([alias, [file]]) => [alias, resolve(ROOT, file)]),
);

/** The source in TypeScript that an import of ours means, or undefined. */
function sourceOf(request, basedir) {
  if (aliases.has(request)) return aliases.get(request);
  if (!/^\.{1,2}\/.*\.js$/.test(request) || basedir.includes('node_modules')) return undefined;
  const source = resolve(basedir, request.replace(/js$/, 'ts'));
  return existsSync(source) ? source : undefined;
}

module.exports = (request, options) =>
  sourceOf(request, options.basedir) ?? options.defaultResolver(request, options);

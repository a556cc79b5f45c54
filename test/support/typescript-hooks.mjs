// Lets a plain Node process run the house's TypeScript sources: for tests that need a process to kill.
// What was compiled is kept under .cache/, so that the compiler is loaded only when a source changed.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const CACHE = new URL('.cache/typescript/', ROOT);

export function resolve(specifier, context, next) {
  const lib = /^@risk\/([a-z]+)$/.exec(specifier)?.[1];
  if (lib) return next(new URL(`libs/${lib}/src/index.ts`, ROOT).href, context);
  const fromTypeScript = context.parentURL?.endsWith('.ts') && specifier.startsWith('.');
  return next(fromTypeScript ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const text = readFileSync(fileURLToPath(url), 'utf8');
  const kept = new URL(`${createHash('sha256').update(text).digest('hex')}.js`, CACHE);
  if (!existsSync(kept)) await compileInto(kept, text);
  return { format: 'module', source: readFileSync(kept, 'utf8'), shortCircuit: true };
}

/** Written beside and renamed, since many processes may do so at once. */
async function compileInto(kept, text) {
  const { default: ts } = await import('typescript');
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  mkdirSync(CACHE, { recursive: true });
  const half = new URL(`${randomUUID()}.half`, CACHE);
  writeFileSync(half, outputText);
  renameSync(half, kept);
}

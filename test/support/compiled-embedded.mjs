// Makes @risk/embedded loadable by plain Node before (and without) a build of the house:
// jest's globalSetup cannot import TypeScript, and dist/ may be missing or older than the sources.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const LIBS = ['kit', 'embedded'];
const HOUSE = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(HOUSE, '.cache/embedded');

/** The path of index.js of the compiled library; compiled anew only when a source changed. */
export async function compiledEmbedded() {
  const sources = (await Promise.all(LIBS.map(sourcesOf))).flat();
  const hash = createHash('sha256');
  for (const { path, text } of sources) hash.update(`${path}\0${text}\0`);
  const target = join(CACHE, hash.digest('hex').slice(0, 16));
  if (!(await stat(target).catch(() => undefined))) await compileInto(target, sources);
  return join(target, 'embedded/index.js');
}

/** The library itself. */
export async function loadEmbedded() {
  return import(pathToFileURL(await compiledEmbedded()).href);
}

async function sourcesOf(lib) {
  const folder = join(HOUSE, 'libs', lib, 'src');
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .sort();
  const read = async (name) => ({
    path: `${lib}/${name.replace(/\.ts$/, '.js')}`,
    text: await readFile(join(folder, name), 'utf8'),
  });
  return Promise.all(names.map(read));
}

/** Compiles beside the target and renames, since two test runs may do so at once. */
async function compileInto(target, sources) {
  const { default: ts } = await import('typescript');
  const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ES2022 };
  const half = `${target}.${randomUUID()}`;
  for (const { path, text } of sources) {
    const { outputText } = ts.transpileModule(text, { compilerOptions });
    await mkdir(join(half, path, '..'), { recursive: true });
    await writeFile(join(half, path), outputText.replaceAll("'@risk/kit'", "'../kit/index.js'"));
  }
  await writeFile(join(half, 'package.json'), '{"type":"module"}');
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
}

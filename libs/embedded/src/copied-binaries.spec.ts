import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyTree, isOurs, sameTree } from './copied-tree.js';
import { linkLibraries } from './library-links.js';

let root: string;
let native: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'risk-copy-'));
  native = join(root, 'native');
  await mkdir(join(native, 'lib', 'deep'), { recursive: true });
  await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'library');
  await writeFile(join(native, 'lib', 'libpq.a'), 'for compilers');
  await writeFile(join(native, 'lib', 'deep', 'file'), 'x', { mode: 0o600 });
  const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' };
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify([link]));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('the links between library versions', () => {
  it.each(['native', 'postgresql-18'])(
    'are restored in a folder called %s, once or again',
    async (name) => {
      const place = join(root, name);
      if (name !== 'native') await copyTree(native, place);
      expect([await linkLibraries(place), await linkLibraries(place)]).toEqual([true, true]);
      expect(await readlink(join(place, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
      expect(await readFile(join(place, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
    },
  );

  it('are none where the package names none', async () => {
    await rm(join(native, 'pg-symlinks.json'));
    expect(await linkLibraries(native)).toBe(true);
  });

  it('cannot be made where a file stands in the way', async () => {
    await rm(join(native, 'lib'), { recursive: true });
    expect(await linkLibraries(native)).toBe(false);
  });
});

describe('a copy of the binaries', () => {
  it('is readable and executable for everybody, without what only compilers need', async () => {
    const copy = join(root, 'new', 'copy');
    await copyTree(native, copy);
    expect(await sameTree(native, copy)).toBe(true);
    expect(await readdir(join(copy, 'lib'))).toEqual(['deep', 'libpq.so.5.18']);
    for (const path of ['..', '.', 'lib', 'lib/deep', 'lib/deep/file']) {
      expect((await stat(join(copy, path))).mode & 0o777).toBe(0o755);
    }
    expect(await readdir(join(root, 'new'))).toEqual(['copy']);
  });

  it.each<[string, (copy: string) => Promise<void>]>([
    ['lost a file', (copy) => rm(join(copy, 'lib', 'deep', 'file'))],
    ['was cut short', (copy) => truncate(join(copy, 'lib', 'libpq.so.5.18'), 2)],
    ['is not there', (copy) => rm(copy, { recursive: true })],
  ])('that %s is not the same', async (_, spoil) => {
    const copy = join(root, 'copy');
    await copyTree(native, copy);
    await spoil(copy);
    expect(await sameTree(native, copy)).toBe(false);
  });

  it('is trusted only where nobody else can write', async () => {
    expect([await isOurs(native), await isOurs(join(root, 'nothing'))]).toEqual([true, false]);
    await chmod(native, 0o777);
    expect(await isOurs(native)).toBe(false);
  });
});

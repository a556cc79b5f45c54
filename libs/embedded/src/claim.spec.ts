import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { claimFolder } from './claim.js';
import { folderAt, type Folder } from './folder.js';
import { markOf, nameOfMark, type ProcessMark } from './process-mark.js';

let folder: Folder;
let self: ProcessMark;

beforeEach(async () => {
  folder = folderAt(await mkdtemp(join(tmpdir(), 'risk-claim-')));
  await mkdir(folder.claims);
  self = (await markOf(process.pid))!;
});
afterEach(() => rm(folder.root, { recursive: true, force: true }));

const leave = async (mark: Partial<ProcessMark>): Promise<string> => {
  const path = join(folder.claims, nameOfMark({ ...self, ...mark }));
  await writeFile(path, '');
  return path;
};

describe('a claim', () => {
  it('is gone once released', async () => {
    const claim = await claimFolder(folder);
    expect(await readdir(folder.claims)).toEqual([nameOfMark(self)]);
    await claim.release();
    expect(await readdir(folder.claims)).toEqual([]);
  });

  it('is refused a second time within the same process', async () => {
    const claim = await claimFolder(folder);
    await expect(claimFolder(folder)).rejects.toMatchObject({ kind: 'conflict' });
    await claim.release();
  });

  it('is refused while its holder lives', async () => {
    const parent = (await markOf(process.ppid))!;
    await leave(parent);
    await expect(claimFolder(folder)).rejects.toThrow(`进程 ${process.ppid}`);
    expect(await readdir(folder.claims)).toEqual([nameOfMark(parent)]);
  });

  it.each<[string, Partial<ProcessMark>]>([
    ['whose process is gone', { pid: 2 ** 22 + 1 }],
    ['whose process number now belongs to a younger process', { began: '1' }],
  ])('of a holder %s counts no more', async (_, mark) => {
    await leave(mark);
    const claim = await claimFolder(folder);
    expect(await readdir(folder.claims)).toEqual([nameOfMark(self)]);
    await claim.release();
  });

  it('with an unknown name is swept away', async () => {
    await writeFile(join(folder.claims, 'notes.txt'), '');
    await (await claimFolder(folder)).release();
    expect(await readdir(folder.claims)).toEqual([]);
  });
});

describe('a claim of another container, whose processes cannot be seen', () => {
  it('counts while it gives signs of life', async () => {
    const path = await leave({ space: '1' });
    let beats = 0;
    const beating = setInterval(() => void utimes(path, ++beats, beats), 200);
    await expect(claimFolder(folder)).rejects.toMatchObject({ kind: 'conflict' });
    clearInterval(beating);
  }, 60_000);

  it('counts no more when it gives none', async () => {
    await leave({ space: '1' });
    await (await claimFolder(folder)).release();
    expect(await readdir(folder.claims)).toEqual([]);
  });
});

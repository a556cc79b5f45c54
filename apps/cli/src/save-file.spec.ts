import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { saveDraft } from './save-draft.js';
import { saveFile } from './save-file.js';

const dir = mkdtempSync(join(tmpdir(), 'risk-save-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});
const io = () => ({
  stdin: Readable.from([]),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
});

describe('what a command writes', () => {
  it('stands where it was wanted', async () => {
    await saveFile(join(dir, 'a.zip'), Buffer.from('甲'));
    expect(readFileSync(join(dir, 'a.zip'), 'utf8')).toBe('甲');
  });

  it.each([
    ['a folder that is not there', 'nowhere/a.zip', '没有这个文件夹'],
    ['a folder', '.', '这是一个文件夹'],
    ['a file as a folder', 'b.zip/a.zip', '不是文件夹'],
  ])('is refused in words: %s', async (_, path, why) => {
    await saveFile(join(dir, 'b.zip'), Buffer.from('乙'));
    await expect(saveFile(join(dir, path), Buffer.from('甲'))).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringMatching(new RegExp(`^--out：写不进 .+${why}`)),
    });
  });

  it('is a draft as well', async () => {
    const draft = { name: 'a.docx', bytes: Buffer.from('甲'), blanks: [] };
    const saving = saveDraft(draft, join(dir, 'nowhere/a.docx'), io());
    await expect(saving).rejects.toThrow('没有这个文件夹');
  });
});

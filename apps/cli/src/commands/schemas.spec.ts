import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { schemaFiles, schemasCommand } from './schemas.js';

describe('risk schemas', () => {
  it.each([...schemaFiles()])(
    'docs/schemas/%s is up to date (npm run -s risk -- schemas)',
    async (name, text) => {
      expect(await readFile(join('docs/schemas', name), 'utf8')).toBe(text);
    },
  );

  it('writes every document into the folder it is given', async () => {
    const out = await mkdtemp(join(tmpdir(), 'schemas-'));
    const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
    expect(await schemasCommand.run(['--out', out], io)).toBe(0);
    expect((await readdir(out)).sort()).toEqual([...schemaFiles().keys()].sort());
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltConsole } from './built-console.js';

let outside: string;
let built: BuiltConsole;

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'risk-console-'));
  const folder = join(outside, 'console');
  await mkdir(join(folder, 'assets'), { recursive: true });
  const files: Readonly<Record<string, string | Buffer>> = {
    'secret.js': 'secret',
    'console/index.html': '<meta property="csp-nonce" nonce="risk-nonce" />',
    'console/assets/index-A1.js': 'script',
    'console/assets/index-A1.js.gz': gzipSync('script'),
    'console/assets/index-B2.css': 'style',
    'console/assets/notes.txt': 'not of the workbench',
  };
  for (const [name, content] of Object.entries(files))
    await writeFile(join(outside, name), content);
  built = new BuiltConsole(folder);
});
afterAll(() => rm(outside, { recursive: true, force: true }));

describe('the page of the workbench', () => {
  it('carries the word of this answer', async () => {
    expect(await built.page('w0rd+/=')).toBe('<meta property="csp-nonce" nonce="w0rd+/=" />');
  });

  it('that was never built is not there for now, and says what to do', async () => {
    await expect(new BuiltConsole(join(outside, 'nowhere')).page('w')).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('npm run build'),
    });
  });
});

describe('a file of the workbench', () => {
  it('comes small to whoever takes it so', async () => {
    expect(await built.asset('index-A1.js', true)).toEqual({
      ...{ type: 'text/javascript; charset=utf-8', isCompressed: true },
      bytes: gzipSync('script'),
    });
  });

  it.each([
    ['index-A1.js', false],
    ['index-B2.css', true],
  ])('%s comes as it is otherwise', async (name, takesGzip) => {
    expect(await built.asset(name, takesGzip)).toMatchObject({ isCompressed: false });
  });

  it.each([
    ...['../index.html', '../../secret.js', '..%2f..%2fsecret.js', '/etc/passwd', '.js', '..js'],
    ...['assets/index-A1.js', 'index-A1.js.gz', 'notes.txt', 'index-A1.js\0.js', 'nowhere.js', ''],
  ])('called %j is not there', async (name) => {
    await expect(built.asset(name, true)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

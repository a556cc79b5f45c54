import { afterAll, describe, expect, it } from '@jest/globals';
import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { checkCommand } from './check.js';

const folders: string[] = [];
async function configWith(change: (dir: string) => Promise<void>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'risk-check-'));
  folders.push(dir);
  await cp('config', dir, { recursive: true });
  await change(dir);
  return dir;
}
afterAll(async () => {
  for (const dir of folders) await rm(dir, { recursive: true });
});

async function check(dir: string) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await checkCommand.run([dir], { stdin: Readable.from([]), stdout, stderr });
  const answer = JSON.parse(String(stdout.read())) as unknown;
  return { code, answer, said: String(stderr.read()) };
}

const more = (terms: string): string => `entries:
  - code: tried-out
    title: 试用
    scheme: illegal-fundraising
    elements: [inducement]
    dimension: inducement
    weight: 10
    source: 本地默认
    terms: ${terms}
`;

describe('risk check', () => {
  it('finds the shipped configuration good, with nothing to remark', async () => {
    const { code, answer } = await check('config');
    expect(code).toBe(0);
    expect(answer).toMatchObject({ ok: true, failed: [], remarks: [] });
  });

  it('remarks duplicate, shadowed and contradictory terms by file and line, and still passes', async () => {
    const dir = await configWith((made) =>
      writeFile(join(made, 'lexicon/zz.yaml'), more('[试试甲乙, 甲乙, 甲乙]')),
    );
    const { code, answer, said } = await check(dir);
    expect(code).toBe(0);
    expect(said).toContain(
      'lexicon/zz.yaml 第 9 行 › entries[0].terms[2]：“tried-out”的词条“甲乙”重复',
    );
    expect(said).toContain('“试试甲乙”已被更短的“甲乙”涵盖');
    expect(answer).toMatchObject({ ok: true });
  });

  it.each<[string, (dir: string) => Promise<void>, RegExp]>([
    [
      'a term that says nothing',
      (dir) => writeFile(join(dir, 'lexicon/zz.yaml'), more('\n      - 甲乙丙\n      - ……')),
      /lexicon\/zz\.yaml 第 11 行 › entries\[0\]\.terms\[1\]“……”：/,
    ],
    [
      'a key that is missing',
      (dir) =>
        writeFile(join(dir, 'lexicon/zz.yaml'), more('[甲乙丙]').replace('    weight: 10\n', '')),
      /lexicon\/zz\.yaml 第 2 行 › entries\[0\]\.weight：/,
    ],
    [
      'a line that is not YAML',
      (dir) => appendFile(join(dir, 'lexicon/other.yaml'), '\n  - : [\n'),
      /lexicon\/other\.yaml 第 \d+ 行不是正确的 YAML/,
    ],
  ])('names file, line and reason of %s', async (_, change, message) => {
    const { code, said } = await check(await configWith(change));
    expect(code).toBe(1);
    expect(said).toMatch(message);
  });
});

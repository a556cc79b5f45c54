import { afterAll, describe, expect, it } from '@jest/globals';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

/** Writes one part of a file otherwise. */
const rewrite =
  (file: string, from: string, to: string) =>
  async (dir: string): Promise<void> => {
    const text = await readFile(join(dir, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(dir, file), text.replace(from, to));
  };

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

const DAY = 86_400_000;
const dayIn = (n: number): string => new Date(Date.now() + n * DAY).toISOString().slice(0, 10);

/** A register with one entry that ended some days ago. */
const ended = (daysAgo: number, more = ''): string => `entries:
  - name: 试用小额贷款有限公司
    kind: small-loan
    owner: 李科长
    reason: 试用
    source: 试用
    from: ${dayIn(-400)}
    until: ${dayIn(-daysAgo)}
    suppresses: all
${more}`;

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

  it('remarks a licence that ended lately, and takes a folder without a register', async () => {
    const lately = await check(
      await configWith((made) => writeFile(join(made, 'licensed.yaml'), ended(10))),
    );
    expect(lately.code).toBe(0);
    expect(lately.said).toContain('！licensed.yaml › 试用小额贷款有限公司（小额贷款公司）已于');
    const without = await check(await configWith((made) => rm(join(made, 'licensed.yaml'))));
    expect(without.answer).toMatchObject({ ok: true, remarks: [], sizes: { licensed: 0 } });
  });

  it.each<[string, (dir: string) => Promise<void>, RegExp]>([
    [
      'a licence with a key nobody knows',
      (dir) => writeFile(join(dir, 'licensed.yaml'), ended(10, '    colour: red\n')),
      /licensed\.yaml 第 2 行 › entries\[0\]（试用小额贷款有限公司）：/,
    ],
    [
      'a licence whose code does not hold',
      (dir) => writeFile(join(dir, 'licensed.yaml'), ended(10, "    uscc: '91431000MA4L00001A'\n")),
      /licensed\.yaml 第 10 行 › entries\[0\]（试用小额贷款有限公司）\.uscc：“91431000MA4L00001A”/,
    ],
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
      'a sign that no signal bears',
      rewrite('routing.yaml', '[CP-VANISHED, ', '[CP-VANISHED, CP-VANISCHED, '),
      /routing\.yaml › signs\.flight\[1\]: 没有信号编码“CP-VANISCHED”/,
    ],
    [
      'a rule gone that a sign stands for',
      rewrite('rules/entity.yaml', 'id: EN-FLIGHT', 'id: EN-FLOWN'),
      /routing\.yaml › signs\.flight\[2\]: 没有信号编码“EN-FLIGHT”/,
    ],
    [
      'a webhook that nobody set up',
      rewrite(
        'units.yaml',
        '{ title: 联络员, email: czj@chenzhou.example }',
        "{ title: 联络员, channels: ['webhook:zwwx'] }",
      ),
      /units\.yaml › units\[1\]\.liaisons\[0\]\.channels\[0\]: "webhook:zwwx" 没有在/,
    ],
    [
      'a ladder that does not ascend',
      rewrite('handling.yaml', 'after: { workingHours: 1 }', 'after: { workingHours: 4 }'),
      /handling\.yaml › ladder\.acknowledge\.escalate\[2\]\.after: 升级应逐级推后/,
    ],
    [
      'a folder that does not say how alerts are handled',
      (dir) => rm(join(dir, 'handling.yaml')),
      /读不到配置文件 handling\.yaml/,
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

describe('a wrong call of risk check', () => {
  it('names the folders that would not be checked', async () => {
    const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough() };
    await expect(checkCommand.run(['config', 'other', 'more'], io)).rejects.toMatchObject({
      kind: 'invalid',
      message: '一次只检查一个目录，不认识：other more',
    });
  });
});

import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { loadClassifier, train } from '@risk/classifier';
import { runTraining, type Trainer } from './train.js';

const here: Trainer = (job, onProgress) =>
  Promise.resolve(train(job.examples, { ...job.options, onProgress }));
const lines = (label: string, ...phrases: string[]) =>
  phrases.flatMap((a) => phrases.map((b) => JSON.stringify({ text: `${a}，${b}`, label })));
const GOOD = [
  ...lines('illegal-lending', '无抵押贷款', '当天放款', '黑户可办', '砍头息', '征信花了也能贷'),
  ...lines('none', '小区噪音扰民', '路灯不亮', '请交通局处理', '物业费太高', '孩子入学'),
];

async function run(content: string[], args: (out: string, file: string) => string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'train-'));
  const [file, out] = [join(dir, 'in.jsonl'), join(dir, 'model.json')];
  writeFileSync(file, content.join('\n'));
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const exit = await runTraining(
    args(out, file),
    { stdin: Readable.from([]), stdout, stderr },
    here,
  );
  stdout.end();
  stderr.end();
  const text = async (stream: PassThrough) => (await stream.toArray()).join('');
  return { exit, dir, out, said: await text(stdout), log: await text(stderr) };
}

describe('risk train', () => {
  it('writes a model that loads and judges, and tells its figures', async () => {
    const { exit, dir, out, said } = await run(GOOD, (o, f) => [
      '--in',
      f,
      '--out',
      o,
      '--folds',
      '2',
    ]);
    expect(exit).toBe(0);
    const classifier = loadClassifier(JSON.parse(readFileSync(out, 'utf8')));
    expect(classifier.predict('无抵押贷款当天放款')[0]?.code).toBe('illegal-lending');
    expect(JSON.parse(said)).toMatchObject({ version: classifier.version, examples: GOOD.length });
    expect(readdirSync(dir).sort()).toEqual(['in.jsonl', 'model.json']);
  });

  it('names the lines it cannot use and trains on the rest', async () => {
    const { exit, log } = await run(['no', '{"text":"x","label":"fraud"}', '', ...GOOD], (o, f) => [
      '--in',
      f,
      '--out',
      o,
    ]);
    expect(exit).toBe(1);
    expect(log).toMatch(/第 1 行：不是完整的 JSON/);
    expect(log).toMatch(/第 2 行：label/);
  });

  it.each([
    [[], '--in'],
    [['--in', 'x', '--out', 'y', '--folds', '1'], '--folds'],
    [['--in', 'x', '--out', 'y', '--vocabulary', 'many'], '--vocabulary'],
  ])('%j is a wrong call that names %s', async (args, word) => {
    await expect(run([], () => args)).rejects.toThrow(word);
  });
});

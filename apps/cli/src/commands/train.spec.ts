import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { loadClassifier, train, type ClassifierModel } from '@risk/classifier';
import type { DecidedReader } from '../decided-examples.js';
import { runTraining, type Trainer } from './train.js';

const here: Trainer = (job, onProgress) =>
  Promise.resolve(train(job.examples, { ...job.options, onProgress }));
const lines = (label: string, ...phrases: string[]) =>
  phrases.flatMap((a) => phrases.map((b) => JSON.stringify({ text: `${a}，${b}`, label })));
const GOOD = [
  ...lines('illegal-lending', '无抵押贷款', '当天放款', '黑户可办', '砍头息', '征信花了也能贷'),
  ...lines('none', '小区噪音扰民', '路灯不亮', '请交通局处理', '物业费太高', '孩子入学'),
];

const never: Trainer = () => Promise.reject(new Error('the training began'));

async function run(
  content: string[],
  args: (out: string, file: string) => string[],
  reader?: DecidedReader,
  trainer: Trainer = here,
) {
  const dir = mkdtempSync(join(tmpdir(), 'train-'));
  const [file, out] = [join(dir, 'in.jsonl'), join(dir, 'model.json')];
  writeFileSync(file, content.join('\n'));
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const exit = await runTraining(
    args(out, file),
    { stdin: Readable.from([]), stdout, stderr },
    trainer,
    reader,
  );
  stdout.end();
  stderr.end();
  const text = async (stream: PassThrough) => (await stream.toArray()).join('');
  return { exit, dir, out, said: await text(stdout), log: await text(stderr) };
}

describe('risk train --outcomes', () => {
  const asked: boolean[] = [];
  const reader: DecidedReader = (_io, samples) => {
    asked.push(samples);
    const phrases = ['老人听讲座', '高价卖床垫', '存钱送鸡蛋', '养老院收押金', '保健品包治百病'];
    const examples = phrases.flatMap((a, n) =>
      phrases.map((b) => ({
        text: `${a}，${b}`,
        label: 'pension-fraud' as const,
        group: `entity:${n}`,
      })),
    );
    return Promise.resolve({ examples, contradicting: 3 });
  };

  it('learns from outcomes beside the lines, and writes no text of them', async () => {
    const { exit, dir, out, said, log } = await run(
      GOOD,
      (o, f) => ['--in', f, '--outcomes', '--out', o, '--folds', '2'],
      reader,
    );
    expect(exit).toBe(0);
    const classifier = loadClassifier(JSON.parse(readFileSync(out, 'utf8')));
    expect(classifier.predict('老人听讲座，高价卖床垫')[0]?.code).toBe('pension-fraud');
    const { examples, classes } = JSON.parse(said);
    expect(examples).toBe(GOOD.length + 25);
    expect(classes).toContainEqual(
      expect.objectContaining({ label: 'pension-fraud', examples: 25 }),
    );
    expect(log).toContain('5 组主体，25 条文本');
    expect(log).toContain('另有 3 条');
    expect(log).toContain('养老诈骗  精确率');
    expect(readdirSync(dir).sort()).toEqual(['in.jsonl', 'model.json']);
    expect(asked.at(-1)).toBe(false);
  });

  it('writes them only to a file that was named, for its owner alone', async () => {
    const named = join(mkdtempSync(join(tmpdir(), 'export-')), 'lines.jsonl');
    const call = (o: string, f: string) => ['--in', f, '--outcomes', '--samples', '--out', o];
    const { exit } = await run(GOOD, (o, f) => [...call(o, f), '--export', named], reader);
    expect(exit).toBe(0);
    const lines = readFileSync(named, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(25);
    expect(JSON.parse(lines[0]!)).toEqual({
      text: '老人听讲座，老人听讲座',
      label: 'pension-fraud',
      group: 'entity:0',
    });
    expect(statSync(named).mode & 0o777).toBe(0o600);
    expect(asked.at(-1)).toBe(true);
  });

  it('needs no lines, but two kinds of outcome', async () => {
    const alone = run([], (o) => ['--outcomes', '--out', o], reader);
    await expect(alone).rejects.toThrow('至少要有两个类别');
  });
});

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

  it('says when a kind has too few texts for its figures to mean anything', async () => {
    const few = ['{"text":"养老床位","label":"pension-fraud"}', ...GOOD];
    const { exit, log } = await run(few, (o, f) => ['--in', f, '--out', o]);
    expect(exit).toBe(0);
    expect(log).toContain('“养老诈骗”只有 1 组样本，少于检验的 5 份');
    expect(log).not.toContain('“非法放贷”只有');
  });

  it.each<[string, string[], string]>([
    ['nothing', [], '没有可用的样本'],
    ['nothing that can be read', ['no', '{}'], '没有可用的样本'],
    ['one label', GOOD.slice(0, 9), '至少要有两个类别'],
  ])('is a wrong call with %s, and no training begins', async (_says, content, says) => {
    const call = run(content, (o, f) => ['--in', f, '--out', o], undefined, never);
    await expect(call).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(says),
    });
  });

  it.each<[string, (out: string, file: string) => string[], string]>([
    ['a file that is not there', (o, f) => ['--in', `${f}.no`, '--out', o], '--in：没有文件'],
    ['a folder', (o, f) => ['--in', dirname(f), '--out', o], '是目录，应为文件'],
    ['nowhere to write', (o, f) => ['--in', f, '--out', join(o, 'x')], '--out：没有目录'],
    ['a folder to write over', (o, f) => ['--in', f, '--out', dirname(o)], '--out：'],
  ])('is a wrong call with %s, and no training begins', async (_says, args, says) => {
    const call = run(GOOD, args, undefined, never);
    await expect(call).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(says),
    });
  });

  it('leaves nothing half written behind when the training fails', async () => {
    let dir = '';
    const failing = run(
      GOOD,
      (o, f) => {
        dir = dirname(o);
        return ['--in', f, '--out', o];
      },
      undefined,
      () => {
        // The folder takes the place of the model while the training runs.
        mkdirSync(join(dir, 'model.json'));
        return Promise.resolve({} as ClassifierModel);
      },
    );
    await expect(failing).rejects.toThrow();
    expect(readdirSync(dir).sort()).toEqual(['in.jsonl', 'model.json']);
  });

  it.each([
    [[], '--in'],
    [['--outcomes'], '--out'],
    [['--in', 'x', '--out', 'y', '--samples'], '--outcomes'],
    [['--in', 'x', '--out', 'y', '--export', 'z'], '--outcomes'],
    [['--in', 'x', '--out', 'y', '--folds', '1'], '--folds'],
    [['--in', 'x', '--out', 'y', '--vocabulary', 'many'], '--vocabulary'],
  ])('%j is a wrong call that names %s', async (args, word) => {
    await expect(run([], () => args)).rejects.toThrow(word);
  });
});

import { createReadStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { ClassifierModel, Example } from '@risk/classifier';
import { SCHEMES, schemeName, type Scheme } from '@risk/domain';
import { Invalid, wordsOfIssue } from '@risk/kit';
import { foldText } from '@risk/keywords';
import { z } from 'zod';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { mustRead, mustWrite } from '../files-given.js';
import { readLines } from '../read-lines.js';
import {
  learnDecided,
  readDecided,
  type DecidedCall,
  type DecidedReader,
} from '../decided-examples.js';
import type { TrainJob, TrainMessage } from '../train-worker.js';
import { writeLine } from '../write-line.js';

const HELP = `用法: risk train --in 样本.jsonl --out model.json [--vocabulary 个数] [--folds 份数]
      risk train --outcomes [--samples] [--export 文件] [--in 样本.jsonl] --out model.json

用标注样本、本单位的核查结论训练分类模型；只用样本时不需要数据库。训练在单独的线程里进行。
输入每行一个 JSON：{"text": "…", "label": "类型", "codes"?: ["词库代码"], "group"?: "同一来源的记号"}
  label       ${SCHEMES.join(' ')}
  group       同组样本一起留作检验，避免检验成绩虚高

  --in          样本文件，可多次
  --outcomes    加上本单位的核查结论：查实主体的投诉和广告记为其类型，排除的记为 none；同一主体的
                文本同组。举报人、电话、证件号、账号和单位名称先遮盖，不成为特征
  --samples     样例主体的结论也算，默认不算
  --export      把遮盖后的结论样本另写一份；不写明就不落盘
  --out         模型文件；写完整后才替换旧文件
  --vocabulary  特征个数，默认 3000
  --folds       交叉检验的份数，默认 5

标准输出一行 JSON：版本、留出样本上的准确率、对数损失和每类的精确率、召回率。
有读不懂的行时逐条说明行号和原因，其余照常训练，退出码为 1。`;

const exampleSchema = z.object({
  text: z.string().min(1),
  label: z.enum(SCHEMES as [Scheme, ...Scheme[]]),
  codes: z.array(z.string()).optional(),
  group: z.string().optional(),
});

/** Trains somewhere and tells how far it is. */
export type Trainer = (
  job: TrainJob,
  onProgress: (done: number, of: number) => void,
) => Promise<ClassifierModel>;

/** `risk train`: makes a model file of labelled texts. */
export const trainCommand: Command = {
  summary: '训练分类模型（不需要数据库）',
  help: HELP,
  run: (args, io) => runTraining(args, io, trainInThread),
};

/** Reads the examples, trains, writes the model and tells its figures. */
export async function runTraining(
  args: readonly string[],
  io: CommandIo,
  trainer: Trainer,
  reader: DecidedReader = readDecided,
): Promise<ExitCode> {
  const { inputs, decided, out, options } = callOf(args);
  await mustWrite('--out', out);
  for (const file of inputs) await mustRead('--in', file);
  const { examples: given, faults } = await readExamples(inputs);
  for (const fault of faults) io.stderr.write(`${fault}\n`);
  const learnt = decided ? await learnDecided(decided, io, reader) : [];
  const examples = [...given, ...learnt.map(folded)];
  for (const thin of thinlySpread(examples, options.folds)) io.stderr.write(`${thin}\n`);
  const model = await trainer({ examples, options }, (done, of) => {
    io.stderr.write(`训练 ${done}/${of}\n`);
  });
  await replaceFile(out, JSON.stringify(model));
  await writeLine(io.stdout, {
    version: model.version,
    examples: model.trainedOn,
    ...model.heldOut,
  });
  for (const { label, precision, recall } of model.heldOut.classes) {
    io.stderr.write(`${schemeName(label)}  精确率 ${precision}  召回率 ${recall}\n`);
  }
  return faults.length === 0 ? 0 : 1;
}

/** What the held-out figures rest on too little of; without two labels nothing can be told apart. */
function thinlySpread(examples: readonly Example[], folds: number): string[] {
  if (examples.length === 0) throw new Invalid('没有可用的样本');
  const groups = new Map<Scheme, Set<string>>();
  for (const [at, { label, group }] of examples.entries())
    groups.set(label, (groups.get(label) ?? new Set()).add(group ?? `#${at}`));
  if (groups.size < 2) throw new Invalid('训练样本至少要有两个类别');
  return [...groups]
    .filter(([, { size }]) => size < folds)
    .map(
      ([label, { size }]) =>
        `注意：“${schemeName(label)}”只有 ${size} 组样本，少于检验的 ${folds} 份，它的成绩说明不了什么`,
    );
}

interface Call {
  readonly inputs: readonly string[];
  readonly decided: DecidedCall | null;
  readonly out: string;
  readonly options: TrainJob['options'] & { readonly folds: number };
}

function callOf(args: readonly string[]): Call {
  const { values } = parseArgs({
    args: [...args],
    options: {
      in: { type: 'string', multiple: true, default: [] },
      outcomes: { type: 'boolean', default: false },
      samples: { type: 'boolean', default: false },
      export: { type: 'string' },
      out: { type: 'string' },
      vocabulary: { type: 'string', default: '3000' },
      folds: { type: 'string', default: '5' },
    },
  });
  const { in: inputs, outcomes, samples, export: exportTo = null, out } = values;
  if ((inputs.length === 0 && !outcomes) || out === undefined)
    throw new Invalid('请写明 --in 或 --outcomes，以及 --out');
  if (!outcomes && (samples || exportTo !== null))
    throw new Invalid('--samples 和 --export 只与 --outcomes 同用');
  const vocabularySize = wholeNumber('--vocabulary', values.vocabulary, 10, 20_000);
  const folds = wholeNumber('--folds', values.folds, 2, 20);
  const decided = outcomes ? { samples, exportTo } : null;
  return { inputs, decided, out, options: { vocabularySize, folds } };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Invalid(`${name} “${text}”不对，应为 ${least} 到 ${most} 的整数`);
}

async function readExamples(
  files: readonly string[],
): Promise<{ examples: Example[]; faults: string[] }> {
  const examples: Example[] = [];
  const faults: string[] = [];
  for (const file of files) {
    let number = 0;
    for await (const line of readLines(createReadStream(file))) {
      number += 1;
      const read = exampleIn(line);
      if (typeof read === 'string') faults.push(`${file} 第 ${number} 行：${read}`);
      else if (read !== null) examples.push(read);
    }
  }
  return { examples, faults };
}

/** Folded like the texts that will be judged. */
const folded = (example: Example): Example => ({ ...example, text: foldText(example.text) });

/** The example of a line; null for an empty line. */
function exampleIn(line: string): Example | string | null {
  if (line.trim() === '') return null;
  try {
    const read = exampleSchema.safeParse(JSON.parse(line), { error: wordsOfIssue });
    if (read.success) return folded(read.data);
    return read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('；');
  } catch {
    return '不是完整的 JSON';
  }
}

/** A model that is half written must never be found under its name. */
async function replaceFile(path: string, text: string): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, `${text}\n`);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}

const trainInThread: Trainer = (job, onProgress) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../train-worker.js', import.meta.url), { workerData: job });
    worker.on('message', (message: TrainMessage) => {
      if (message.kind === 'model') resolve(message.model);
      else onProgress(message.done, message.of);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      reject(new Error(`训练线程提前结束（${code}）`));
    });
  });

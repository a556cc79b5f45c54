import { createWriteStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Invalid, SystemClock } from '@risk/kit';
import type { Command, CommandIo } from '../command.js';
import type { Figure } from '../evaluation/figures.js';
import { firmIndexer } from '../evaluation/index-firm.js';
import { recordOf } from '../evaluation/record-of.js';
import { readRows } from '../evaluation/read-rows.js';
import { SETS, type Bench, type EvaluationSet, type JudgeText } from '../evaluation/sets.js';
import { mustWrite } from '../files-given.js';
import { loadJudge, type LoadedJudge } from '../load-judge.js';
import { writeLine } from '../write-line.js';

const HELP = `用法: risk evaluate --data 目录 [--out 文件] [--config 目录]    （npm run evaluate -- …）

用现行词库、规则、模型和评分参数评测目录里的公开数据集；不训练，不看标签。
认得的文件: ${SETS.map((set) => set.file).join(' ')}
表格打印在 stderr；stdout（及 --out 文件）每行一个数字 {"set", "figure", "value", "n"}。`;

/** `risk evaluate`: how well the version in force judges the public sets. */
export const evaluateCommand: Command = {
  summary: '用现行版本评测公开数据集（不需要数据库）',
  help: HELP,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        out: { type: 'string' },
        config: { type: 'string', default: './config' },
      },
    });
    const sets = setsIn(values.data);
    if (values.out !== undefined) await mustWrite('--out', values.out);
    const bench = benchOf(await loadJudge(values.config));
    const figures: Figure[] = [];
    for (const set of sets) figures.push(...(await measure(set, values.data ?? '', bench, io)));
    await writeAll(io.stdout, figures);
    if (values.out !== undefined) await writeFileOf(values.out, figures);
    return 0;
  },
};

function setsIn(folder: string | undefined): EvaluationSet[] {
  if (folder === undefined) throw new Invalid('没有写 --data 目录');
  const found = SETS.filter((set) => isFile(join(folder, set.file)));
  if (found.length === 0) throw new Invalid(`目录 ${folder} 里没有认得的数据集`);
  return found;
}

/** A folder of that name is no set. */
function isFile(path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new Invalid(`${path} 是目录，应为文件`);
  return there !== undefined;
}

async function measure(
  set: EvaluationSet,
  folder: string,
  bench: Bench,
  io: CommandIo,
): Promise<Figure[]> {
  const rows = readRows(await readFile(join(folder, set.file), 'utf8'), set);
  const begun = performance.now();
  const figures = set.measure(rows, bench);
  const seconds = (performance.now() - begun) / 1000;
  io.stderr.write(`${set.file}  ${rows.length} 行，${seconds.toFixed(1)} 秒\n`);
  for (const { figure, value, n } of figures) {
    io.stderr.write(`  ${figure.padEnd(30)}${value.toFixed(3).padStart(9)}  n=${n}\n`);
  }
  return figures;
}

const benchOf = (loaded: LoadedJudge): Bench => ({
  judge: textJudge(loaded),
  indexFirm: firmIndexer(loaded),
  presets: loaded.presets,
  tiers: loaded.tiers,
});

/** The version in force is asked: what happened is taken to happen now. */
function textJudge({ judge }: LoadedJudge): JudgeText {
  const occurredAt = new SystemClock().now();
  return (feed, payload) => {
    const { score, signals } = judge(recordOf(feed, payload, occurredAt));
    const counting = signals.filter((signal) => signal.suppressed === null);
    return { score, codes: [...new Set(counting.map((signal) => signal.code))] };
  };
}

async function writeAll(stream: NodeJS.WritableStream, figures: readonly Figure[]): Promise<void> {
  for (const { value, ...figure } of figures) {
    await writeLine(stream, { ...figure, value: Math.round(value * 10_000) / 10_000 });
  }
}

async function writeFileOf(path: string, figures: readonly Figure[]): Promise<void> {
  const file = createWriteStream(path);
  await writeAll(file, figures);
  file.end();
  await finished(file);
}

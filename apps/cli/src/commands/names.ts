import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Invalid } from '@risk/kit';
import { compareNames, placesFrom, type Places } from '@risk/resolution';
import { compileRegions } from '@risk/routing';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { readLines } from '../read-lines.js';
import { writeLine } from '../write-line.js';

const HELP = `用法: risk names [--config 目录] < pairs.jsonl > answers.jsonl

逐行比较两个名称是否同一主体，不需要数据库。
输入每行一个 JSON：{"left": "…", "right": "…"}，或 {"names": ["…", "…"]}（两个以上时逐对比较相邻的）。
输出每行 {"same": 是否同一, "score": 0–1, "because": "原因"}；0.7 以上为同一。

  --config   配置目录，默认 ./config；用其中 regions.yaml 的县区名。没有此文件时只认省和地级市

读不懂的行输出 {"line": 行号, "error": "原因"}，其余照常，退出码为 1。`;

const pairSchema = z.union([
  z.object({ left: z.string(), right: z.string() }).transform(({ left, right }) => [left, right]),
  z.object({ names: z.array(z.string()).min(2) }).transform(({ names }) => names),
]);

/** `risk names`: whether two names mean the same firm. */
export const namesCommand: Command = {
  summary: '比较两个名称是否同一主体（不需要数据库）',
  help: HELP,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { config: { type: 'string', default: './config' } },
    });
    return compareLines(io, placesOf(values.config));
  },
};

function placesOf(dir: string): Places {
  const file = join(dir, 'regions.yaml');
  if (!existsSync(file)) return placesFrom();
  const { city, counties, zones } = compileRegions(parse(readFileSync(file, 'utf8')) as unknown);
  return placesFrom([city, ...counties, ...zones]);
}

/** Answers every line in its order; a bad line costs only itself. */
async function compareLines(
  { stdin, stdout }: Pick<CommandIo, 'stdin' | 'stdout'>,
  places: Places,
): Promise<ExitCode> {
  let refused = 0;
  let number = 0;
  for await (const line of readLines(stdin)) {
    number += 1;
    const names = namesIn(line);
    if (typeof names === 'string') refused += 1;
    const answer =
      typeof names === 'string' ? { line: number, error: names } : compareAll(names, places);
    await writeLine(stdout, answer);
  }
  return refused === 0 ? 0 : 1;
}

/** The names of a line, or what is wrong with it. */
function namesIn(line: string): readonly string[] | string {
  try {
    const read = pairSchema.safeParse(JSON.parse(line));
    return read.success ? read.data : '应为 {"left": "…", "right": "…"} 或 {"names": ["…", "…"]}';
  } catch {
    return '不是完整的 JSON';
  }
}

/** Several names are the same only when each is the same as the next: the weakest link answers. */
function compareAll(names: readonly string[], places: Places): object {
  const answers = names.slice(1).map((name, i) => compareNames(names[i] ?? '', name, places));
  const [weakest] = answers.sort((a, b) => a.score - b.score);
  if (!weakest) throw new Invalid('至少要两个名称');
  return weakest;
}

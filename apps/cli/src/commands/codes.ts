import { readCode } from '@risk/resolution';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { readLines } from '../read-lines.js';
import { writeLine } from '../write-line.js';

const HELP = `用法: risk codes < codes.txt > answers.jsonl

逐行核对代码，不需要数据库。输入每行一个统一社会信用代码；15 位旧注册号、9 位组织机构代码也认。
全角、小写、空格、分隔符和“统一社会信用代码：”字样会先整理，并在 because 中说明。

输出每行一个 JSON：
  code        整理后的代码
  kind        uscc 统一社会信用代码 | regno 注册号 | organisation 组织机构代码 | unknown 不是代码
  wellFormed  是否合格式（GB 32100-2015）
  checksum    校验位是否相符；不符只作提示，早期发放的代码有此情况
  because     一句话说明
  suggestion  字母 O 误作 0、I 误作 1 等情况下，改正后的代码（只在改正后校验相符时给出）`;

/** `risk codes`: checks a code a line. */
export const codesCommand: Command = {
  summary: '核对统一社会信用代码（不需要数据库）',
  help: HELP,
  run: (_, io) => checkLines(io),
};

async function checkLines({ stdin, stdout }: CommandIo): Promise<ExitCode> {
  for await (const line of readLines(stdin)) await writeLine(stdout, readCode(line));
  return 0;
}

import { parseArgs } from 'node:util';
import { chinaTime, Invalid } from '@risk/kit';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { limitOf } from '../number-option.js';
import { withHouse } from '../with-house.js';

const LISTED = 1000;

/** Lists what could not be used, and tries it again. */
export const deadLettersCommand: Command = {
  summary: '列出或重放死信',
  help: `用法: risk dead-letters list [--limit 条数]
      risk dead-letters replay 编号… | --all

list    列出不能使用的数据及原因（标准输出每行一个 JSON；原始内容密封保存，不打印）。
replay  按今天的配置重试；成功的进入正常流程，仍不能用的说明原因，退出码为 1。`,
  async run(args, io) {
    const [verb, ...rest] = args;
    if (verb === 'list') return list(rest, io);
    if (verb === 'replay') return replay(rest, io);
    throw new Invalid('请写明 list 或 replay，用 risk dead-letters --help 查看用法');
  },
};

async function list(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options: { limit: { type: 'string' } } });
  const limit = limitOf(values.limit, LISTED);
  return withHouse<ExitCode>(io, async (house) => {
    const letters = await house.deadLetters.list(limit);
    for (const letter of letters) {
      io.stdout.write(`${JSON.stringify(letter)}\n`);
      io.stderr.write(
        `${letter.id}  ${chinaTime(letter.receivedAt)}  ${letter.source ?? '来源不明'}  ${letter.reason}\n`,
      );
    }
    io.stderr.write(`共 ${letters.length} 条\n`);
    return 0;
  });
}

async function replay(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { all: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.all !== true && positionals.length === 0)
    throw new Invalid('请给出死信编号，或用 --all 重放全部');
  if (positionals.some((id) => !/^\d{1,18}$/.test(id))) throw new Invalid('死信编号应为数字');
  return withHouse<ExitCode>(io, async (house) => {
    const report = await house.replay.run(values.all === true ? 'all' : positionals);
    io.stdout.write(`${JSON.stringify(report)}\n`);
    io.stderr.write(
      `重试 ${report.tried} 条，入库 ${report.stored} 条，重复 ${report.duplicate} 条，仍不能用 ${report.stillRefused.length} 条\n`,
    );
    for (const { id, reason } of report.stillRefused) io.stderr.write(`  ${id}  ${reason}\n`);
    return report.stillRefused.length === 0 ? 0 : 1;
  });
}

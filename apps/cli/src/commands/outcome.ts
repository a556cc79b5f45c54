import { parseArgs } from 'node:util';
import { readOutcomeRequest } from '@risk/cases';
import { outcomeName, schemeName, SCHEMES } from '@risk/domain';
import { chinaTime, Invalid } from '@risk/kit';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { reportFigures, reportTable } from '../say-outcomes.js';
import { DECIDED_BY, onlyEntity, seenOf } from '../decided-by.js';
import { limitOf, numberOf } from '../number-option.js';
import { withHouse } from '../with-house.js';
import { writeLine } from '../write-line.js';

const LISTED = 1000;

/** Records how cases ended, lists it, and tells how right and how early the alerts were. */
export const outcomeCommand: Command = {
  summary: '记录、列出核查结论，统计查准率和提前量',
  help: `用法: risk outcome add <主体编号 | 统一社会信用代码 | 全称> --verdict 结论 --by 姓名 --because 理由
                       [--scheme 类型] [--exposed yyyy-mm-dd] [--losses 元] [--people 人数] [--seen 编号]
      risk outcome list [--limit 条数]
      risk outcome report [--from yyyy-mm-dd] [--to yyyy-mm-dd] [--samples]

add     记录结论：confirmed 查实  refuted 排除  administrative 行政处理  transferred 移送公安
                insufficient 证据不足
        --scheme   ${SCHEMES.filter((s) => s !== 'none').join(' ')}；查实的必填
        --exposed  暴露日期，用来计算提前量
        --seen     您看到的最近一次结论的编号；已有结论而没有写，或其间有人又记过，会说明并拒绝
        后一次结论代替前一次，都留存，不能修改或删除。
list    列出有效的结论（标准输出每行一个 JSON）。
report  期间内模型发出的预警：每条规则、每个词库代码参与了几件，查实、排除各几件，查准率和 95% 区间
        （Wilson）；每查实一案的预警数；首次预警到暴露的天数。不知道的写明不知道。默认不计样例。
        标准输出每个数字一行 JSON，标准错误是给人看的表。`,
  async run(args, io) {
    const [verb, ...rest] = args;
    if (verb === 'add') return add(rest, io);
    if (verb === 'list') return list(rest, io);
    if (verb === 'report') return report(rest, io);
    throw new Invalid('请写明 add、list 或 report，用 risk outcome --help 查看用法');
  },
};

async function add(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      verdict: { type: 'string' },
      scheme: { type: 'string' },
      exposed: { type: 'string' },
      losses: { type: 'string' },
      people: { type: 'string' },
      ...DECIDED_BY,
    },
    allowPositionals: true,
  });
  const entity = onlyEntity(positionals);
  const { verdict, scheme, exposed: exposedOn, by, because } = values;
  const losses = numberOf('--losses', values.losses);
  const people = numberOf('--people', values.people);
  const told = { verdict, scheme, exposedOn, losses, people, by, because };
  const wanted = readOutcomeRequest(entity, { ...told, seen: seenOf(values.seen) });
  return withHouse<ExitCode>(io, async (house) => {
    const outcome = await house.cases.recordOutcome(wanted);
    await writeLine(io.stdout, outcome);
    io.stderr.write(`结论 ${outcome.id}　${outcomeName(outcome.verdict)}\n`);
    return 0;
  });
}

async function list(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options: { limit: { type: 'string' } } });
  const limit = limitOf(values.limit, LISTED);
  return withHouse<ExitCode>(io, async (house) => {
    const lines = await house.cases.outcomes.list(limit);
    for (const line of lines) {
      await writeLine(io.stdout, line);
      const { id, at, name, verdict, scheme, by, because } = line;
      const what = scheme === null ? '' : `（${schemeName(scheme)}）`;
      io.stderr.write(
        `${id}  ${chinaTime(at)}  ${name}  ${outcomeName(verdict)}${what}  ${by}：${because}${line.sample ? '［样例］' : ''}\n`,
      );
    }
    io.stderr.write(`共 ${lines.length} 条\n`);
    return 0;
  });
}

async function report(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      samples: { type: 'boolean', default: false },
    },
  });
  return withHouse<ExitCode>(io, async (house) => {
    const { from = null, to = null, samples } = values;
    const measured = await house.cases.report.run({ from, to, samples });
    for (const figure of reportFigures(measured)) await writeLine(io.stdout, figure);
    io.stderr.write(`${reportTable(measured).join('\n')}\n`);
    return 0;
  });
}

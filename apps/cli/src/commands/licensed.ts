import { parseArgs } from 'node:util';
import { importLicensed, type LicensedImport } from '@risk/assembly';
import { Invalid, SystemClock } from '@risk/kit';
import { LICENCE_KINDS } from '@risk/scoring';
import { readEnvironment } from '@risk/settings';
import type { Command } from '../command.js';
import { writeLine } from '../write-line.js';

type Kind = keyof typeof LICENCE_KINDS;
const isKind = (text: string): text is Kind => Object.hasOwn(LICENCE_KINDS, text);

/** Takes official lists of licensed institutions into the register. */
export const licensedCommand: Command = {
  summary: '把监管部门公布的持牌机构名录并入 config/licensed.yaml（不需要数据库）',
  help: `用法: risk licensed import 文件 --kind 类别 --owner 负责人 --source 名录出处 --until yyyy-mm-dd
                             [--from yyyy-mm-dd] [--reason 理由] [--suppresses all|编码,…]
                             [--sheet 工作表] [--config 目录] [--dry-run]

文件为 CSV（UTF-8 或 GB18030）、XLSX 或 JSONL，列名按预设 financial-licence 识别（config/presets.yaml）。
只增不改：在册且仍在期的条目保持原样；名单写明已终止的不登记；册内有而名单上没有的逐条提示，由人处理。
先用启动时的同一套检查核对，再写入；原文件另存为 licensed.yaml.<时间>.bak，并逐条打印增加了什么。

  --kind        ${Object.keys(LICENCE_KINDS).join(' ')}
  --owner       谁对这些条目负责
  --source      哪一份正式名录、何时核对
  --from        默认今天；--until 最长三年（本地默认，非法定）
  --reason      默认“在监管部门公布的持牌名录上”
  --suppresses  默认 all；不能压制的信号见 scoring.yaml › neverSuppressed
  --dry-run     只看，不写

标准输出一个 JSON；有行不能读时退出码为 1。`,
  async run([verb, ...args], io) {
    if (verb !== 'import') throw new Invalid('请写明 import，用 risk licensed --help 查看用法');
    const { dir, ...wish } = wishOf(args);
    const report = await importLicensed(dir, wish, new SystemClock());
    await writeLine(io.stdout, report);
    const say = (line: string): void => void io.stderr.write(`${line}\n`);
    for (const { name, uscc, until } of report.added)
      say(`+ ${name}　${uscc ?? '无代码'}　至 ${until}`);
    for (const { name } of report.known) say(`= ${name}　在册，未改动`);
    for (const { name, endsOn } of report.ended)
      say(`× ${name}　已于 ${endsOn ?? ''} 终止，未登记`);
    for (const { name } of report.vanished) say(`？ ${name}　在册而名单上没有，请核对是否仍持牌`);
    for (const fault of report.faults) say(`✗ ${fault}`);
    say(outcomeOf(report));
    return report.faults.length > 0 ? 1 : 0;
  },
};

const outcomeOf = (report: Awaited<ReturnType<typeof importLicensed>>): string => {
  if (!report.written) return report.added.length === 0 ? '没有新增' : '未写入（--dry-run）';
  const kept = report.backup === null ? '' : `，原文件存为 ${report.backup}`;
  return `新增 ${report.added.length} 条${kept}；正在运行的系统几秒后生效`;
};

function wishOf(args: readonly string[]): LicensedImport & { readonly dir: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kind: { type: 'string', default: '' },
      owner: { type: 'string', default: '' },
      source: { type: 'string', default: '' },
      until: { type: 'string', default: '' },
      from: { type: 'string' },
      reason: { type: 'string', default: '在监管部门公布的持牌名录上' },
      suppresses: { type: 'string', default: 'all' },
      sheet: { type: 'string' },
      config: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Invalid('请给出一个名录文件');
  const { kind, owner, source, until, from, reason, suppresses, sheet } = values;
  if (!isKind(kind)) throw new Invalid(`--kind 应为 ${Object.keys(LICENCE_KINDS).join('、')} 之一`);
  for (const [name, text] of Object.entries({ owner, source, until }))
    if (text.trim() === '') throw new Invalid(`请写明 --${name}`);
  const codes = suppresses === 'all' ? suppresses : suppresses.split(',').map((c) => c.trim());
  const listing = { kind, owner, source, until, from, reason, suppresses: codes } as const;
  return {
    ...listing,
    file,
    sheet,
    dryRun: values['dry-run'],
    dir: values.config ?? readEnvironment().configDir,
  };
}

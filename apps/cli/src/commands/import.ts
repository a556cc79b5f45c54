import { parseArgs } from 'node:util';
import { importBookOf, planImport, runImport, type ImportPlan } from '@risk/assembly';
import { feedName } from '@risk/domain';
import { Invalid } from '@risk/kit';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { withHouse } from '../with-house.js';

const MOST_ISSUES = 200;
const SHOWN_EVERY = 5_000;

/** Imports files, after showing how they will be read. */
export const importCommand: Command = {
  summary: '导入 CSV、XLSX 或 JSONL 文件',
  help: `用法: risk import [--preset 预设名|auto] [--source 来源名] [--sheet 工作表] [--dry-run] 文件…

先显示找到的列对照，再逐批导入：好的行入库，坏的行按行号和列名列出，并进入死信（可重放）。
再次导入同一文件无害。文件类型按内容识别：CSV（UTF-8 或 GB18030）、XLSX、JSONL、JSON 数组。

  --preset   列对照；auto（默认）按表头自动选择。每行都是 {source, sourceId, payload…} 的 JSONL 不需要
  --source   数据来源（config/sources.yaml）；默认取使用该预设的来源
  --dry-run  只显示列对照和前几行的问题，不导入

标准输出每个文件一个 JSON；有行被拒收时退出码为 1。`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        preset: { type: 'string' },
        source: { type: 'string' },
        sheet: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    });
    if (positionals.length === 0) throw new Invalid('请给出要导入的文件');
    const { preset, source, sheet } = values;
    return withHouse<ExitCode>(io, async (house) => {
      let code: ExitCode = 0;
      for (const file of positionals) {
        const book = importBookOf(house);
        const wish = { file, preset: preset === 'auto' ? undefined : preset, source, sheet };
        const plan = await planImport(book, wish);
        showPlan(plan, io);
        if (values['dry-run'] === true) continue;
        if ((await importOne(book, plan, io)) === 1) code = 1;
      }
      return code;
    });
  },
};

async function importOne(
  book: ReturnType<typeof importBookOf>,
  plan: ImportPlan,
  io: CommandIo,
): Promise<ExitCode> {
  const begun = performance.now();
  let shown = 0;
  let issues = 0;
  const result = await runImport(book, plan, {
    onRows: (rows) => {
      if (rows - shown < SHOWN_EVERY) return;
      shown = rows;
      io.stderr.write(`已读 ${rows} 行……\n`);
    },
    onIssue: (sentence) => {
      issues += 1;
      if (issues <= MOST_ISSUES) io.stderr.write(`  ${sentence}\n`);
    },
  });
  const seconds = (performance.now() - begun) / 1000;
  io.stdout.write(
    `${JSON.stringify({ file: plan.file, ...result, issues, seconds: Number(seconds.toFixed(2)) })}\n`,
  );
  if (issues > MOST_ISSUES) io.stderr.write(`  ……共 ${issues} 处，其余见死信\n`);
  if (!result.kept) {
    io.stderr.write(`已送入 Kafka ${result.queued} 条，由流水线处理\n`);
    return 0;
  }
  const { received, stored, duplicate, deadLettered, raised, upgraded } = result;
  io.stderr.write(
    `收到 ${received} 条：入库 ${stored}，重复 ${duplicate}，拒收 ${deadLettered}；新预警 ${raised} 件，升级 ${upgraded} 件；用时 ${seconds.toFixed(1)} 秒\n`,
  );
  return deadLettered > 0 ? 1 : 0;
}

function showPlan({ file, source, preset, match, preview }: ImportPlan, io: CommandIo): void {
  const say = (line: string): void => void io.stderr.write(`${line}\n`);
  say(`文件 ${file}`);
  if (!preset || !source || !match) {
    say('每行是完整的信封（source、sourceId、payload），直接导入');
    return;
  }
  say(
    `按预设“${preset.name}”（${preset.title}）导入${feedName(source.feed)}，来源“${source.name}”，相符程度 ${(match.score * 100).toFixed(0)}%`,
  );
  for (const { header, to } of match.mapped) say(`  ${header} → ${to}`);
  if (match.unmapped.length > 0) say(`  原样保留：${match.unmapped.join('、')}`);
  for (const fault of preview.faults)
    if (fault.kind === 'fault')
      fault.issues.forEach((i) => {
        say(`  ${i.message}`);
      });
}

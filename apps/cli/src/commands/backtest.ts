import { parseArgs } from 'node:util';
import type { JudgingFiles } from '@risk/assembly';
import { Invalid } from '@risk/kit';
import { loadBook, loadLexicon } from '@risk/settings';
import { ProgressBar } from '../../../standalone/src/progress-bar.js';
import type { Command, ExitCode } from '../command.js';
import { periodOf } from '../period.js';
import { backtestLines, sayBacktest } from '../say-backtest.js';
import { withHouse } from '../with-house.js';
import { writeLine } from '../write-line.js';

/** `risk backtest`: what other rules would have changed, told before anybody publishes them. */
export const backtestCommand: Command = {
  summary: '用已存的记录比较现行规则和另一套规则',
  help: `用法: risk backtest --rules 目录 [--lexicon 配置目录] [--from 日期] [--to 日期]

把已入库的记录按两套版本各评一遍：现行版本，和 --rules 目录里的规则（可以是 config/rules 那样的
规则目录，也可以是 config 那样含 rules/ 与 scoring.yaml 的目录）。--lexicon 另换 config 那样的目录里的词库。
主体按“自 --from 起平台才开始运行”逐日重放，给出谁会新增预警、谁不再预警、等级怎样变动、
首次预警早晚，以及每条规则触发多少条记录。日期为 yyyy-mm-dd，省略即不限。不改动任何数据。
标准输出每行一个 JSON（summary、entity、code）；进度和表格在标准错误。`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        rules: { type: 'string' },
        lexicon: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
      },
    });
    const candidate = await candidateOf(values.rules, values.lexicon);
    return withHouse<ExitCode>(io, async (house) => {
      const period = periodOf(values.from, values.to, house.clock.now());
      const bar = new ProgressBar(io.stderr);
      const report = await house.backtest(candidate, period, (done, of, what) => {
        bar.show(done, of, what);
      });
      bar.end();
      for (const line of backtestLines(report)) await writeLine(io.stdout, line);
      io.stderr.write(`${sayBacktest(report).join('\n')}\n`);
      return 0;
    });
  },
};

async function candidateOf(
  rules: string | undefined,
  lexicon: string | undefined,
): Promise<Partial<JudgingFiles>> {
  if (rules === undefined && lexicon === undefined)
    throw new Invalid('请用 --rules 或 --lexicon 给出要比较的目录');
  const book = rules === undefined ? null : await loadBook(rules);
  return {
    ...(book && { rules: book.rules }),
    ...(book?.scoring && { scoring: book.scoring }),
    ...(lexicon !== undefined && { lexicon: await loadLexicon(lexicon) }),
  };
}

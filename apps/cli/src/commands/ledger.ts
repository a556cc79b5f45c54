import { parseArgs } from 'node:util';
import { ledgerSheet } from '@risk/cases';
import { Invalid } from '@risk/kit';
import type { Command, ExitCode } from '../command.js';
import { withHouse } from '../with-house.js';
import { writeLine } from '../write-line.js';

/** `risk ledger`: what units were told, and what they did. */
export const ledgerCommand: Command = {
  summary: '各单位履职台账',
  help: `用法: risk ledger --from yyyy-mm-dd [--to yyyy-mm-dd] [--unit 单位代码] [--samples]

期间内各单位收到的预警、按时和逾期签收、按时和逾期反馈、查实、排除、逾期未办；按应办事项产生之日计。
期限为本地默认，非法定。默认不计样例。
标准输出每个单位一行 JSON，标准错误是给人看的表（制表符分隔，可贴入电子表格）。`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        unit: { type: 'string' },
        samples: { type: 'boolean', default: false },
      },
    });
    const { from, to = null, unit = null, samples } = values;
    if (from === undefined) throw new Invalid('请用 --from 写明起始日');
    return withHouse<ExitCode>(io, async (house) => {
      const ledger = await house.desk.ledger({ from, to, unit, samples });
      for (const line of ledger.lines) await writeLine(io.stdout, line);
      const { columns, rows, notes } = ledgerSheet(ledger);
      const table = [columns, ...rows].map((row) => row.join('\t'));
      io.stderr.write(`${[...table, ...notes].join('\n')}\n`);
      return 0;
    });
  },
};

import { parseArgs } from 'node:util';
import { readTierRequest } from '@risk/cases';
import { tierColour } from '@risk/domain';
import { Invalid } from '@risk/kit';
import type { Command, ExitCode } from '../command.js';
import { DECIDED_BY, onlyEntity, seenOf } from '../decided-by.js';
import { withHouse } from '../with-house.js';

/** Sets a person's tier on an entity, or withdraws it. */
export const tierCommand: Command = {
  summary: '人工定级或撤回',
  help: `用法: risk tier <主体编号 | 统一社会信用代码 | 全称> --set red|orange|yellow|blue|none|withdraw --by 姓名 --because 理由 [--seen 编号]

人工等级与模型等级并列，以人工为准；模型只提示不同，不会改动人工等级。withdraw 撤回，恢复模型等级。
每次决定都留存，不能修改或删除。

  --by       谁决定
  --because  理由
  --seen     您看到的最近一次人工决定的编号；已有决定而没有写，或其间有人又决定过，会说明谁、何时、
             什么、为什么，并拒绝（退出码 1），核对后照提示再试

标准输出一行 JSON：这次决定，含当时的模型等级、指数和版本。`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        set: { type: 'string' },
        ...DECIDED_BY,
      },
      allowPositionals: true,
    });
    const entity = onlyEntity(positionals);
    const { set: tier, by, because } = values;
    if (tier === undefined) throw new Invalid('请用 --set 写明等级，或 --set withdraw 撤回');
    const wanted = readTierRequest(entity, { tier, by, because, seen: seenOf(values.seen) });
    return withHouse<ExitCode>(io, async (house) => {
      const decision = await house.cases.decideTier(wanted);
      const { id, to, from, modelTier } = decision;
      const now = to === null ? '已撤回人工等级' : `人工：${tierColour(to)}`;
      const before = from === null ? '' : `（此前 ${tierColour(from)}）`;
      io.stdout.write(`${JSON.stringify(decision)}\n`);
      io.stderr.write(`决定 ${id}　模型：${tierColour(modelTier)}　${now}${before}\n`);
      return 0;
    });
  },
};

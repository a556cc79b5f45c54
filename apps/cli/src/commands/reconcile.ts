import { parseArgs } from 'node:util';
import { feedName } from '@risk/domain';
import { chinaDay, days, Invalid, isCalendarDay } from '@risk/kit';
import type { Command, ExitCode } from '../command.js';
import { withHouse } from '../with-house.js';

const WEEK = days(7);

/** Checks the daily identity of every source. */
export const reconcileCommand: Command = {
  summary: '核对每日账目',
  help: `用法: risk reconcile [--since yyyy-mm-dd]

逐日逐来源核对：接收 ＝ 入库 ＋ 重复 ＋ 死信，并与库中实有记录对照。默认查最近七天。
标准输出每行一个 JSON；有不平的账时退出码为 1。`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { since: { type: 'string' } } });
    if (values.since !== undefined && !isCalendarDay(values.since)) {
      throw new Invalid('--since 应为 yyyy-mm-dd');
    }
    return withHouse<ExitCode>(io, async (house) => {
      const since = values.since ?? chinaDay(new Date(house.clock.now().getTime() - WEEK));
      const lines = await house.reconcile.run(since);
      for (const line of lines) io.stdout.write(`${JSON.stringify(line)}\n`);
      for (const { day, source, feed, because, holds } of lines) {
        io.stderr.write(`${holds ? '✓' : '✗'} ${day} ${source}（${feedName(feed)}）${because}\n`);
      }
      return lines.every((line) => line.holds) ? 0 : 1;
    });
  },
};

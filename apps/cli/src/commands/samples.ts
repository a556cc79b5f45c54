import { loadSamples } from '@risk/assembly';
import { Invalid } from '@risk/kit';
import type { Command, ExitCode } from '../command.js';
import { withHouse } from '../with-house.js';

/** Loads the sample feeds, or takes every trace of them away. */
export const samplesCommand: Command = {
  summary: '载入或清除样例数据',
  help: `用法: risk samples remove | load

remove  清除全部样例：记录、主体、预警、通知和账目；真实记录提到的主体保留，指数重新计算。
load    按日期重新播放样例（单位、人员均为虚构）；重复载入无害。`,
  async run([verb], io) {
    if (verb !== 'remove' && verb !== 'load') {
      throw new Invalid('请写明 remove 或 load，用 risk samples --help 查看用法');
    }
    return withHouse<ExitCode>(io, async (house) => {
      if (verb === 'remove') {
        const removed = await house.removeSamples();
        io.stdout.write(`${JSON.stringify(removed)}\n`);
        io.stderr.write(
          `已清除样例：记录 ${removed.records} 条，主体 ${removed.entities} 个，预警 ${removed.alerts} 件，死信 ${removed.deadLetters} 条\n`,
        );
        return 0;
      }
      const { refusals: _refusals, ...report } = await loadSamples(house, (done, of) => {
        if (done % 1000 < 50) io.stderr.write(`\r${done}/${of}`);
      });
      io.stdout.write(`${JSON.stringify(report)}\n`);
      return 0;
    });
  },
};

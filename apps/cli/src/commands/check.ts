import { parseArgs } from 'node:util';
import { compileEngines, failedExamples, lexiconRemarks } from '@risk/assembly';
import { Invalid, RiskError, SystemClock } from '@risk/kit';
import { loadConfig } from '@risk/settings';
import type { Command } from '../command.js';

/** Checks a configuration folder with the very code that runs at the start. */
export const checkCommand: Command = {
  summary: '检查配置目录',
  help: `用法: risk check [目录]    默认 ./config

用启动时的同一套检查读取词库、规则、评分、持牌登记、单位、区划、分送、来源和模型，并运行规则自带的例子。
有问题时逐条列出文件、位置和原因，退出码为 1。
词库能用、但有重复、被涵盖或自相矛盾的词条，规则能用、但条件永远成立，持牌登记到期前后三十天，逐条提示（remarks），不影响退出码。`,
  async run(args, io) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [dir = './config', ...others] = positionals;
    if (others.length > 0) throw new Invalid(`一次只检查一个目录，不认识：${others.join(' ')}`);
    try {
      const config = await loadConfig(dir);
      const { versions, sizes, judging } = compileEngines(config);
      const failed = failedExamples(config);
      const remarks = [
        ...lexiconRemarks(config, judging),
        ...judging.rules.remarks,
        ...judging.licensed.remarks(new SystemClock().now()),
      ];
      const ok = failed.length === 0;
      io.stdout.write(`${JSON.stringify({ ok, versions, sizes, failed, remarks })}\n`);
      for (const remark of remarks) io.stderr.write(`！${remark}\n`);
      for (const example of failed) io.stderr.write(`✗ ${example}\n`);
      io.stderr.write(ok ? '配置可用\n' : `有 ${failed.length} 个例子与预期不符\n`);
      return ok ? 0 : 1;
    } catch (error) {
      if (!(error instanceof RiskError)) throw error;
      io.stdout.write(`${JSON.stringify({ ok: false, problems: error.message.split('\n') })}\n`);
      io.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
};

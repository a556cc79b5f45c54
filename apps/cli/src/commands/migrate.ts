import { reachDatabase, PinoLog } from '@risk/assembly';
import { readEnvironment } from '@risk/settings';
import { Database, migrate } from '@risk/store';
import type { Command } from '../command.js';

/** Brings the tables up to date. */
export const migrateCommand: Command = {
  summary: '建立或升级数据库表',
  help: `用法: risk migrate

把数据库表升级到当前版本；几个进程同时执行也只升级一次。标准输出列出本次执行的升级。`,
  async run(_args, io) {
    const reached = await reachDatabase(readEnvironment(), (line) => io.stderr.write(`${line}\n`));
    const database = await Database.open({ url: reached.url, poolSize: 2 });
    try {
      const applied = await migrate(database, new PinoLog('risk-cli', 'warn'));
      io.stdout.write(`${JSON.stringify({ applied })}\n`);
      io.stderr.write(
        applied.length === 0 ? '数据库已是最新\n' : `已执行 ${applied.length} 个升级\n`,
      );
      return 0;
    } finally {
      await database.close();
      await reached.release();
    }
  },
};

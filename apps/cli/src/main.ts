import 'reflect-metadata';
import { RiskError } from '@risk/kit';
import { COMMANDS } from './commands.js';
import { wrongCall } from './wrong-call.js';
import type { CommandIo, ExitCode } from './command.js';

const io: CommandIo = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr };

/** A reader that closes early (`| head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await run(process.argv.slice(2));

async function run([name, ...args]: string[]): Promise<ExitCode> {
  const entry = COMMANDS.find((c) => c.name === name);
  if (!entry) return tellOfCommands(name);
  const command = await entry.load();
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(`${command.help.trim()}\n`);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    return tellOfFailure(error);
  }
}

function tellOfCommands(name: string | undefined): ExitCode {
  const asked = name === undefined || name === 'help' || name === '--help' || name === '-h';
  const list = COMMANDS.map((c) => `  ${c.name.padEnd(16)}${c.summary}`).join('\n');
  const text = `用法: risk <命令> [参数]\n\n${list}\n\nrisk <命令> --help 查看该命令的参数。\n`;
  if (asked) io.stdout.write(text);
  else io.stderr.write(`没有“${name}”这个命令。\n\n${text}`);
  return asked ? 0 : 2;
}

/** A wrong call is said in one line; anything unforeseen keeps its stack. */
function tellOfFailure(error: unknown): ExitCode {
  const wrong = wrongCall(error);
  if (wrong !== null) {
    io.stderr.write(`${wrong}\n`);
    return 2;
  }
  if (error instanceof RiskError) {
    io.stderr.write(`${error.message}\n`);
    return error.kind === 'invalid' ? 2 : 1;
  }
  io.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  return 1;
}

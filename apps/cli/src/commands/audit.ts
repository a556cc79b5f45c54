import { createWriteStream, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import {
  checkpointText,
  readCheckpoint,
  readCheckpoints,
  type AuditEvent,
  type AuditHead,
} from '@risk/access';
import { AUDIT_FORMATS, exportAudit, type AuditFormat, type House } from '@risk/assembly';
import { Invalid, seconds } from '@risk/kit';
import { ProgressBar } from '../../../standalone/src/progress-bar.js';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { MANY, TEXT } from '../decided-by.js';
import { periodOf } from '../period.js';
import { withHouse } from '../with-house.js';
import { writeLine } from '../write-line.js';

type Deed = (house: House, io: CommandIo) => Promise<ExitCode>;

/** Every verb, which reads its arguments before a database is opened; one line to add one. */
const VERBS: Readonly<Record<string, (args: readonly string[]) => Deed>> = {
  verify,
  export: exported,
  checkpoint,
};

/** `risk audit`: verifies the audit trail, writes it out, keeps its head. */
export const auditCommand: Command = {
  summary: '审计账：核验、导出、留检查点',
  help: `用法: risk audit verify [--checkpoint 行数:哈希]… [--checkpoint-file 文件]
      risk audit export [--from yyyy-mm-dd] [--to yyyy-mm-dd] [--format ${AUDIT_FORMATS.join('|')}] --out 文件
      risk audit checkpoint

verify      逐行核验整本账，平台可以照常运行：内容被改、缺行、前后不接、次序不对、重复、与末尾记录或检查点不符，
            逐条说出第几行。每个毛病一行 JSON（标准输出）和一句话（标准错误），最后一行是结论。
            平台自己留在库内和数据目录 audit/checkpoints.log 里的检查点总会用到；--checkpoint（可以写多次）
            和 --checkpoint-file（一行一个）给出另存在别处的检查点。
            没有库外检查点查不出：连末尾记录一起截短、从某行起全部改写重算哈希、退回旧备份。
            最后一个检查点之后的改写和伪造，什么检查点也查不出：请常留、另存。
export      按时间先后写出期间内的行，栏目用中文；缺省为 jsonl。XLSX 一份最多十万行，单元格不会被当作公式。
            谁导出了哪一段也记在账上。
checkpoint  留一个检查点，打印“行数:哈希 时刻”。请抄到平台之外：打印、邮寄给审计人员、另一台机器。

退出码：0 完好；1 有毛病；2 用法不对。`,
  async run([verb = '', ...args], io) {
    const read = VERBS[verb];
    if (!read)
      throw new Invalid(
        `请写明 ${Object.keys(VERBS).join('、')} 之一，用 risk audit --help 查看用法`,
      );
    const deed = read(args);
    return withHouse(io, (house) => deed(house, io));
  },
};

function verify(args: readonly string[]): Deed {
  const options = { checkpoint: MANY, 'checkpoint-file': TEXT } as const;
  const { values } = parseArgs({ args: [...args], options });
  const given = [
    ...values.checkpoint.map((text) => readCheckpoint(text, '--checkpoint')),
    ...checkpointsIn(values['checkpoint-file']),
  ];
  return (house, io) => verified(house, given, io);
}

function checkpointsIn(path: string | undefined): AuditHead[] {
  if (path === undefined) return [];
  const found = readCheckpoints(contentOf(path), path);
  if (found.length === 0) throw new Invalid(`--checkpoint-file ${path} 里没有检查点`);
  return found;
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Invalid(`读不了 --checkpoint-file：${(error as Error).message}`);
  }
}

const QUIET = seconds(2);

async function verified(
  house: House,
  given: readonly AuditHead[],
  io: CommandIo,
): Promise<ExitCode> {
  const { verify: verifying, outside } = house.audit;
  const checkpoints = [...given, ...(await outside.all())];
  const bar = new ProgressBar(io.stderr);
  const begun = house.clock.now().getTime();
  const verdict = await verifying.run({
    checkpoints,
    onFault: (fault) => {
      bar.end();
      io.stdout.write(`${JSON.stringify(fault)}\n`);
      io.stderr.write(`${fault.words}\n`);
    },
    onProgress: (done, of) => {
      if (house.clock.now().getTime() - begun > QUIET) bar.show(done, of, '核验审计账');
    },
  });
  bar.end();
  await writeLine(io.stdout, { ...verdict, checkpoints: checkpoints.length });
  io.stderr.write(`${conclusionOf(verdict.size, verdict.faults, checkpoints.length)}\n`);
  return verdict.faults === 0 ? 0 : 1;
}

function conclusionOf(size: number, faults: number, checkpoints: number): string {
  if (faults > 0) return `共 ${size} 行，发现 ${faults} 处毛病`;
  if (checkpoints > 0) return `共 ${size} 行，完好，与 ${checkpoints} 个库外检查点相符`;
  return `共 ${size} 行，完好。没有库外检查点：整体改写、截短或退回旧备份查不出来`;
}

function exported(args: readonly string[]): Deed {
  const options = {
    ...{ from: TEXT, to: TEXT, out: TEXT },
    format: { type: 'string', default: 'jsonl' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { from, to, out } = values;
  if (out === undefined) throw new Invalid('请用 --out 写明写到哪个文件');
  const format = formatOf(values.format);
  // A wrong call is refused before a database is opened.
  periodOf(from, to, new Date(8.64e15));
  return async (house, io) => {
    const period = periodOf(from, to, house.clock.now());
    const rows = await tracked(house, { format, from: from ?? null, to: to ?? null }, () =>
      writtenTo(out, house, { format, ...period }),
    );
    await writeLine(io.stdout, { out, format, rows });
    io.stderr.write(`写出 ${rows} 行到 ${out}\n`);
    return 0;
  };
}

function formatOf(text: string): AuditFormat {
  const format = AUDIT_FORMATS.find((one) => one === text);
  if (!format) throw new Invalid(`--format “${text}”应为 ${AUDIT_FORMATS.join('、')}`);
  return format;
}

/** Nothing leaves the trail that the trail does not know of. */
async function tracked(
  house: House,
  detail: AuditEvent['detail'],
  work: () => Promise<number>,
): Promise<number> {
  const tell = async (outcome: AuditEvent['outcome'], more: Partial<AuditEvent>) => {
    const nobody = { accountId: null, roles: [], subject: null, from: null, refersTo: null };
    const event = { ...nobody, who: 'risk-cli', action: 'audit.export', detail, ...more };
    const [seq] = await house.audit.record.run([{ ...event, at: house.clock.now(), outcome }]);
    return seq ?? null;
  };
  const refersTo = await tell('begun', {});
  try {
    const rows = await work();
    await tell('done', { refersTo, detail: { ...detail, rows } });
    return rows;
  } catch (error) {
    await tell('failed', { refersTo });
    throw error;
  }
}

/** Whole or not at all: a half-written file never bears the name that was asked for. */
async function writtenTo(
  out: string,
  { audit, clock }: House,
  wish: { readonly format: AuditFormat; readonly from: Date; readonly to: Date },
): Promise<number> {
  let rows = 0;
  const onEnd = (lines: number): Promise<void> => {
    rows = lines;
    return Promise.resolve();
  };
  const pieces = exportAudit(audit.trail, { ...wish, madeAt: clock.now(), onEnd });
  const half = `${out}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(half));
    await rename(half, out);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  return rows;
}

function checkpoint(args: readonly string[]): Deed {
  parseArgs({ args: [...args], options: {} });
  return async (house, io) => {
    const kept = await house.audit.trail.keepCheckpoint(house.clock.now());
    io.stdout.write(`${checkpointText(kept)}\n`);
    io.stderr.write('请把这一行抄到平台之外；以后用 risk audit verify --checkpoint 核对\n');
    return 0;
  };
}

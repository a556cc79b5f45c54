import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { House } from '@risk/assembly';
import { MOST_ATTACHED_BYTES, readAttachment, rowIdOf } from '@risk/cases';
import { chinaTime, Invalid, NotFound } from '@risk/kit';
import type { Command, CommandIo } from '../command.js';
import { DECIDED_BY, TEXT } from '../decided-by.js';
import { saveFile } from '../save-file.js';
import { runVerb, type Verbs } from '../verbs.js';
import { writeLine } from '../write-line.js';

/** Every verb; one line to add one. */
const VERBS: Verbs = { add, list, get };

/** `risk attach`: files beside alerts. */
export const attachCommand: Command = {
  summary: '预警的附件：添加、列出、取出',
  help: `用法: risk attach add 预警编号 文件 [--name 文件名] --by 姓名 --because 来源和用途
      risk attach list 预警编号
      risk attach get 附件编号 [--out 文件]

add   收 pdf、docx、xlsx、png、jpg、jpeg、zip、txt，不超过 20 MB（本地默认，非法定）；内容须与扩展名相符。
      密封保存，留 SHA-256 和 SM3；同一预警的同一文件只存一份；不能修改或删除。
get   取出的与交来的逐字节相同，取出前核对 SHA-256。
标准输出每行一个 JSON。`,
  run: (args, io) => runVerb(VERBS, 'attach', args, io),
};

function add(args: readonly string[]) {
  const options = { name: TEXT, by: DECIDED_BY.by, because: DECIDED_BY.because } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [alert, file] = positionals;
  const alertId = rowIdOf('预警', alert);
  if (file === undefined) throw new Invalid('请给出要添加的文件');
  const { by, because, name = basename(file) } = values;
  const wanted = readAttachment(alertId, { name, by, because }, bytesOf(file));
  return async (house: House, io: CommandIo) => {
    const kept = await house.letters.attach(wanted);
    await writeLine(io.stdout, kept);
    io.stderr.write(`附件 ${kept.id}　${name}　${kept.size} 字节　SHA-256 ${kept.sha256}\n`);
  };
}

/** A file that is too big is not read at all. */
function bytesOf(file: string): Buffer {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Invalid(`没有文件 ${file}`);
  if (stat.size > MOST_ATTACHED_BYTES)
    throw new Invalid(`${file} 超过 20 MB（本地默认，非法定），没有读取`);
  return readFileSync(file);
}

function list(args: readonly string[]) {
  const alertId = rowIdOf('预警', args[0]);
  return async (house: House, io: CommandIo) => {
    const files = await house.attachments.listOf(alertId);
    for (const file of files) {
      await writeLine(io.stdout, file);
      const { id, name, size, by, at, because } = file;
      io.stderr.write(`附件 ${id}　${name}　${size} 字节　${by} ${chinaTime(at)}：${because}\n`);
    }
    io.stderr.write(`共 ${files.length} 个附件\n`);
  };
}

function get(args: readonly string[]) {
  const options = { out: TEXT } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const id = rowIdOf('附件', positionals[0]);
  return async (house: House, io: CommandIo) => {
    const file = await house.attachments.open(id);
    if (!file) throw new NotFound(`没有附件 ${id}`);
    const { bytes, size, sha256, sm3, name } = file;
    const out = values.out ?? name;
    await saveFile(out, bytes);
    await writeLine(io.stdout, { out, name, size, sha256, sm3 });
  };
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { House } from '@risk/assembly';
import { readCredit } from '@risk/cases';
import { chinaTime, Invalid } from '@risk/kit';
import type { Command, CommandIo } from '../command.js';
import { DECIDED_BY, TEXT } from '../decided-by.js';
import { factsFrom } from '../facts-file.js';
import { runVerb, type Verbs } from '../verbs.js';
import { writeLine } from '../write-line.js';

const LISTED = 200;

/** Every verb; one line to add one. */
const VERBS: Verbs = { export: exported, list };

/** `risk credit`: penalties for the public credit platform. */
export const creditCommand: Command = {
  summary: '信用记录：把行政处罚报送信用郴州',
  help: `用法: risk credit export --facts 文件.json [--out 目录] --by 签发人 --because 理由
      risk credit list

export  只报送核查结论为查实或行政处理、并有行政处罚决定的（《防范和处置非法集资条例》第三十三条）；
        写出 XLSX 和 CSV（双公示行政处罚的栏目），没人告诉的栏目空着并列出；谁、何时、报送了谁、文件的哈希都留存不改。
--facts 按主体编号或统一社会信用代码给出处罚决定：
        {"penalties": {"12": {"number": "郴金罚〔2026〕1号", "decidedOn": "2026-11-20", "organ": "…", "fine": 50000}}}
        其余可写的项：organUscc、violation、facts、basis、category、content、confiscated、licence、validUntil、
        publicUntil、kind、representative、again；外层还可写 unit、unitUscc（数据来源单位）。
标准输出每行一个 JSON。`,
  run: (args, io) => runVerb(VERBS, 'credit', args, io),
};

function exported(args: readonly string[]) {
  const options = {
    facts: TEXT,
    out: { type: 'string', default: '.' },
    by: DECIDED_BY.by,
    because: DECIDED_BY.because,
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  if (values.facts === undefined) throw new Invalid('请用 --facts 给出处罚决定的 JSON 文件');
  const wanted = readCredit(factsFrom(values.facts), values);
  return async (house: House, io: CommandIo) => {
    // Before anything is kept as sent: a folder that cannot be made must not cost an export.
    await mkdir(values.out, { recursive: true });
    const made = await house.letters.exportCredit(wanted);
    for (const { name, bytes } of made.files) await writeFile(join(values.out, name), bytes);
    const { toFillIn, withoutPenalty } = made;
    await writeLine(io.stdout, { ...made.export, toFillIn, withoutPenalty });
    io.stderr.write(`报送 ${made.export.id}　${made.export.cases.length} 件　写入 ${values.out}\n`);
    for (const { row, name, columns } of toFillIn)
      io.stderr.write(`   第 ${row} 行 ${name}　待人工填写：${columns.join('、')}\n`);
    for (const { entityId, name } of withoutPenalty)
      io.stderr.write(`   未报送：${name}（主体 ${entityId}）有核查结论，没有给出处罚决定\n`);
  };
}

function list(args: readonly string[]) {
  parseArgs({ args: [...args], options: {} });
  return async (house: House, io: CommandIo) => {
    for (const one of await house.letters.creditExports(LISTED)) {
      await writeLine(io.stdout, one);
      const names = one.cases.map(({ name, number }) => `${name}（${number}）`).join('、');
      io.stderr.write(
        `报送 ${one.id}　${chinaTime(one.at)}　${one.by}：${one.because}　${names}\n`,
      );
    }
  };
}

import { parseArgs } from 'node:util';
import type { Document, House } from '@risk/assembly';
import {
  DRAFT_CODES,
  LETTERS,
  readDraft,
  readSigning,
  rowIdOf,
  type DraftCode,
  type SignedLetter,
} from '@risk/cases';
import type { Command, CommandIo } from '../command.js';
import { DECIDED_BY, TEXT } from '../decided-by.js';
import { factsFrom } from '../facts-file.js';
import { saveDraft } from '../save-draft.js';
import { saveFile } from '../save-file.js';
import { runVerb, type Verbs } from '../verbs.js';
import { writeLine } from '../write-line.js';

const DRAFTS: Verbs = Object.fromEntries(DRAFT_CODES.map((code) => [code, drafting(code)]));

/** Every verb; a letter is one by its code. */
const VERBS: Verbs = { ...DRAFTS, sign, list, open };

/** `risk letter`: statutory letters about an alert. */
export const letterCommand: Command = {
  summary: '法定文书：起草、签发、列出、取出',
  help: `用法: risk letter 文书 预警编号 [--facts 文件.json] [--to 单位] [--out 文件.docx]
      risk letter sign 文书 预警编号 [--number 文号] [--on 日期] [--facts 文件.json] [--to 单位] [--out 文件.docx]
                  --by 签发人 --because 理由
      risk letter list 预警编号
      risk letter open 文书编号 [--out 文件.docx]

文书：
${DRAFT_CODES.map((code) => `  ${code.padEnd(22)}${LETTERS[code].title}　${LETTERS[code].article}`).join('\n')}

平台知道的（主体、登记、核查、认定）自动写入；只有人知道的写在 --facts 的 JSON 里，没有写的留空“＿＿＿＿”。
草稿没有文号；签发须写明文号（六角括号，如 郴金办函〔2026〕1号）、姓名和理由，函件不得留空，签发的留存不改。
责令停止须先经核查查实（条例第二十三条）。含有举报人信息的不能写出。
--to     主送单位：units.yaml 的代码或名称
--facts  各文书可写的项见 docs/schemas/openapi.json：suspensionFacts、warningFacts、stopFacts、verificationFacts
标准输出每行一个 JSON。`,
  run: (args, io) => runVerb(VERBS, 'letter', args, io),
};

const DRAFT_OPTIONS = { facts: TEXT, to: TEXT, out: TEXT } as const;

function drafting(code: DraftCode) {
  return (args: readonly string[]) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: DRAFT_OPTIONS,
      allowPositionals: true,
    });
    const wanted = readDraft(rowIdOf('预警', positionals[0]), code, factsOf(values));
    return async (house: House, io: CommandIo) =>
      saveDraft(await house.letters.draft(wanted), values.out, io);
  };
}

function sign(args: readonly string[]) {
  const options = {
    ...DRAFT_OPTIONS,
    number: TEXT,
    on: TEXT,
    by: DECIDED_BY.by,
    because: DECIDED_BY.because,
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [code = '', alert] = positionals;
  const { number, on, by, because } = values;
  const body = { number, on, by, because, facts: factsOf(values) };
  const wanted = readSigning(rowIdOf('预警', alert), code, body);
  return async (house: House, io: CommandIo) =>
    save(await house.letters.sign(wanted), values.out, io);
}

function list(args: readonly string[]) {
  const alertId = rowIdOf('预警', args[0]);
  return async (house: House, io: CommandIo) => {
    const letters = await house.letters.ofAlert(alertId);
    for (const letter of letters) await tell(letter, io);
    io.stderr.write(`共签发 ${letters.length} 份\n`);
  };
}

function open(args: readonly string[]) {
  const options = { out: TEXT } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const id = rowIdOf('文书', positionals[0]);
  return async (house: House, io: CommandIo) => save(await house.letters.open(id), values.out, io);
}

/** `--to` is one of the facts, written where it is quickly changed. */
function factsOf({ facts, to }: { facts?: string | undefined; to?: string | undefined }) {
  return { ...factsFrom(facts), ...(to === undefined ? {} : { to }) };
}

async function save(
  { bytes, name, ...letter }: SignedLetter & Document,
  wanted: string | undefined,
  io: CommandIo,
): Promise<void> {
  const out = wanted ?? name;
  await saveFile(out, bytes);
  await tell(letter, io, { out });
}

async function tell(letter: SignedLetter, io: CommandIo, more: object = {}): Promise<void> {
  const { id, number, title, on, by, because } = letter;
  await writeLine(io.stdout, { ...letter, ...more });
  io.stderr.write(`文书 ${id}　${number ?? '不编文号'}　《${title}》　${on}　${by}：${because}\n`);
}

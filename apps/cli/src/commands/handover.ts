import { parseArgs } from 'node:util';
import type { House } from '@risk/assembly';
import {
  answerName,
  answerOf,
  readHandOver,
  readHandOverDraft,
  readReceipt,
  rowIdOf,
  type HandOver,
  type Package,
} from '@risk/cases';
import { chinaTime } from '@risk/kit';
import type { Command, CommandIo } from '../command.js';
import { DECIDED_BY, MANY, seenOf, TEXT } from '../decided-by.js';
import { numberOf } from '../number-option.js';
import { saveFile } from '../save-file.js';
import { runVerb, type Verbs } from '../verbs.js';
import { writeLine } from '../write-line.js';

const LISTED = 1000;

/** Every verb; one line to add one. */
const VERBS: Verbs = { make, draft, receipt, list, show, package: packed };

/** `risk handover`: to public security and back. */
export const handoverCommand: Command = {
  summary: '移送公安机关和回执',
  help: `用法: risk handover make 预警编号 --number 文号 --unit 移送单位 [--to gaj] --officer 姓名 --officer 姓名 --approver 主要负责人
                         [--amount 元] [--people 人数] [--losses 元] [--aggravated convicted|penalised|influence]…
                         [--without 附件编号]…
                         --by 姓名 --because 理由 --seen 步骤
      risk handover draft 预警编号 （同上，不写 --number、--seen） [--out 文件]
      risk handover receipt 移送编号 --answer filed|declined|material [--number 文号] --received 日期 --by 姓名 --because 理由 [--seen 编号]
      risk handover list
      risk handover show 移送编号
      risk handover package 移送编号 --out 文件

任何阶段都可以移送：行政认定不是刑事追究的必经程序（《防范和处置非法集资条例》第二十三条）。移送须两人经办、主要
负责人批准（《行政执法机关移送涉嫌犯罪案件的规定》第五条）。移送函以 --number 的文号签发；
draft 只看草稿，不留存。金额和人数不写则取投诉所称，注明未经核实。
举报人不在移送材料之内，只有人数；能读出文字的附件里有举报人信息的不能移送，用 --without 留下。回执：filed 立案  declined 不予立案（预警退回核查）  material 补充材料。
标准输出每行一个 JSON。`,
  run: (args, io) => runVerb(VERBS, 'handover', args, io),
};

const CASE = {
  ...{ unit: TEXT, to: TEXT, officer: MANY, approver: TEXT },
  ...{ amount: TEXT, people: TEXT, losses: TEXT, aggravated: MANY, without: MANY },
} as const;

function make(args: readonly string[]) {
  const options = { ...CASE, number: TEXT, ...DECIDED_BY } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { seen, ...said } = values;
  const body = { ...caseOf(said), seen: seenOf(seen) };
  const wanted = readHandOver(rowIdOf('预警', positionals[0]), body);
  return async (house: House, io: CommandIo) => tell(await house.desk.handOvers.make(wanted), io);
}

function draft(args: readonly string[]) {
  const options = { ...CASE, by: TEXT, because: TEXT, out: TEXT } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { out, ...said } = values;
  const wanted = readHandOverDraft(rowIdOf('预警', positionals[0]), caseOf(said));
  return async (house: House, io: CommandIo) =>
    savePackage(await house.desk.handOvers.draft(wanted), out, io);
}

interface SaidFigures {
  readonly officer?: string[];
  readonly amount?: string;
  readonly people?: string;
  readonly losses?: string;
}

const caseOf = <Said extends SaidFigures>({ officer, amount, people, losses, ...rest }: Said) => ({
  ...rest,
  officers: officer,
  amount: numberOf('--amount', amount),
  people: numberOf('--people', people),
  losses: numberOf('--losses', losses),
});

function receipt(args: readonly string[]) {
  const options = {
    answer: TEXT,
    number: TEXT,
    received: TEXT,
    ...DECIDED_BY,
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { received: receivedOn, seen, ...rest } = values;
  const body = { ...rest, receivedOn, seen: seenOf(seen) };
  const wanted = readReceipt(rowIdOf('移送', positionals[0]), body);
  return async (house: House, io: CommandIo) =>
    tell(await house.desk.handOvers.receipt(wanted), io);
}

function list() {
  return async (house: House, io: CommandIo) => {
    const all = await house.desk.handOvers.list(LISTED);
    for (const one of all) await tell(one, io);
    io.stderr.write(`共 ${all.length} 次移送\n`);
  };
}

function show(args: readonly string[]) {
  const id = rowIdOf('移送', args[0]);
  return async (house: House, io: CommandIo) => tell(await house.desk.handOvers.find(id), io);
}

function packed(args: readonly string[]) {
  const options = { out: TEXT } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const id = rowIdOf('移送', positionals[0]);
  return async (house: House, io: CommandIo) =>
    savePackage(await house.desk.handOvers.package(id), values.out, io);
}

async function savePackage(
  { name, bytes, sha256, sm3 }: Package,
  file: string | undefined,
  io: CommandIo,
): Promise<void> {
  const out = file ?? name;
  await saveFile(out, bytes);
  await writeLine(io.stdout, { out, size: bytes.byteLength, sha256, sm3 });
}

async function tell(handOver: HandOver, io: CommandIo): Promise<void> {
  const { id, alertId, facts, dueAt } = handOver;
  const answer = answerOf(handOver);
  await writeLine(io.stdout, handOver);
  const state = answer
    ? `${answerName(answer.answer)}${answer.number === null ? '' : `（${answer.number}）`}`
    : `尚无回执，应于 ${chinaTime(dueAt)} 前回执`;
  io.stderr.write(
    `移送 ${id}　预警 ${alertId}　${facts.entity.name}　${chinaTime(facts.at)} ${facts.from.name} → ${facts.to.name}${facts.number ? `　${facts.number}` : ''}　${state}\n`,
  );
  const reached = facts.thresholds.filter((row) => row.reached === true);
  for (const { crime, grade, article } of reached)
    io.stderr.write(`   所知已达：${crime}　${grade}（解释${article}）线索数据，未经核实\n`);
}

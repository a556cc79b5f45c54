import { parseArgs } from 'node:util';
import {
  checklistOf,
  findingName,
  readConclusion,
  readNote,
  readVerification,
  rowIdOf,
  sayEntry,
  type Verification,
} from '@risk/cases';
import { elementName, outcomeName } from '@risk/domain';
import { chinaTime } from '@risk/kit';
import type { House } from '@risk/assembly';
import type { Command, CommandIo } from '../command.js';
import { DECIDED_BY, MANY, seenOf, TEXT } from '../decided-by.js';
import { numberOf } from '../number-option.js';
import { runVerb, type Verbs } from '../verbs.js';
import { writeLine } from '../write-line.js';

/** Every verb; one line to add one. */
const VERBS: Verbs = { 'open-verification': open, note, conclude, show };

/** `risk case`: verification of an alert by two officers. */
export const caseCommand: Command = {
  summary: '核查任务：提出、记录、结案',
  help: `用法: risk case open-verification 预警编号 --unit 单位代码 --officer 姓名 --officer 姓名 --by 姓名 --because 理由 --seen 步骤
      risk case note 任务编号 --kind visit|interview|documents|account|other --officer 姓名 … --at 时间
                     --result 结果 [--approver 主要负责人] [--evidence 引用]… [--corrects 编号] --by 姓名 --because 事由 [--seen 编号]
      risk case note 任务编号 --kind element --element illegality|inducement|sociality --finding met|not-met|unclear
                     [--evidence 引用]… [--corrects 编号] --by 姓名 --because 理由 [--seen 编号]
      risk case conclude 任务编号 --verdict confirmed|refuted|insufficient|administrative [--scheme 类型] [--exposed 日期]
                     [--losses 元] [--people 人数] --by 姓名 --because 理由 --seen 步骤 [--seen-entry 编号] [--seen-outcome 编号]
      risk case show 任务编号

核查人员不少于两人（《防范和处置非法集资条例》第二十一条）；查询账户（account）须写明批准的主要负责人。
查实须非法性、利诱性、社会性都具备并各有证据；排除须至少一性不具备。结案同时记录核查结论，预警随即跟上。
--evidence   attachment:编号、record:编号 或 entry:编号
--at         带时区，如 2026-11-27T09:30:00+08:00
--seen       您看到的预警步骤的编号；note 的是最近一条核查记录的编号
记录只追加，不修改；更正另写一条（--corrects）。标准输出每行一个 JSON。`,
  run: (args, io) => runVerb(VERBS, 'case', args, io),
};

function open(args: readonly string[]) {
  const options = { unit: TEXT, officer: MANY, ...DECIDED_BY } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { officer: officers, seen, ...rest } = values;
  const body = { ...rest, officers, seen: seenOf(seen) };
  const wanted = readVerification(rowIdOf('预警', positionals[0]), body);
  return async (house: House, io: CommandIo) =>
    tell(await house.desk.verifications.open(wanted), io);
}

function note(args: readonly string[]) {
  const options = {
    kind: TEXT,
    at: TEXT,
    result: TEXT,
    element: TEXT,
    finding: TEXT,
    approver: TEXT,
    officer: MANY,
    evidence: MANY,
    corrects: TEXT,
    ...DECIDED_BY,
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { officer: officers, at: happenedAt, seen, ...rest } = values;
  const { approver, result, element, finding, ...common } = rest;
  const body =
    values.kind === 'element' ? { element, finding } : { officers, happenedAt, result, approver };
  const wanted = readNote(rowIdOf('核查任务', positionals[0]), {
    ...common,
    ...body,
    seen: seenOf(seen),
  });
  return async (house: House, io: CommandIo) => {
    const entry = await house.desk.verifications.note(wanted);
    await writeLine(io.stdout, entry);
    io.stderr.write(`核查记录 ${entry.id}　${sayEntry(entry)}\n`);
  };
}

function conclude(args: readonly string[]) {
  const options = {
    verdict: TEXT,
    scheme: TEXT,
    exposed: TEXT,
    losses: TEXT,
    people: TEXT,
    'seen-entry': TEXT,
    'seen-outcome': TEXT,
    ...DECIDED_BY,
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { verdict, scheme, exposed: exposedOn, by, because } = values;
  const wanted = readConclusion(rowIdOf('核查任务', positionals[0]), {
    ...{ verdict, scheme, exposedOn, by, because },
    losses: numberOf('--losses', values.losses),
    people: numberOf('--people', values.people),
    seen: seenOf(values.seen),
    seenEntry: seenOf(values['seen-entry']),
    seenOutcome: seenOf(values['seen-outcome']),
  });
  return async (house: House, io: CommandIo) => {
    const { outcome, verification } = await house.desk.verifications.conclude(wanted);
    await tell(verification, io);
    io.stderr.write(`结论 ${outcome.id}　${outcomeName(outcome.verdict)}\n`);
  };
}

function show(args: readonly string[]) {
  const id = rowIdOf('核查任务', args[0]);
  return async (house: House, io: CommandIo) => tell(await house.desk.verifications.find(id), io);
}

async function tell(verification: Verification, io: CommandIo): Promise<void> {
  const { id, alertId, officers, entries } = verification;
  const checklist = checklistOf(verification);
  await writeLine(io.stdout, { ...verification, checklist });
  const elements = checklist.map((c) => `${elementName(c.element)}${findingName(c.finding)}`);
  io.stderr.write(
    `核查任务 ${id}　预警 ${alertId}　核查人员 ${officers.join('、')}　${elements.join('，')}\n`,
  );
  for (const entry of entries) {
    const corrects = entry.corrects === null ? '' : `（更正 ${entry.corrects}）`;
    io.stderr.write(
      `   ${entry.id}　${chinaTime(entry.at)}　${sayEntry(entry)}${corrects}　${entry.by}：${entry.because}\n`,
    );
  }
}

import { parseArgs } from 'node:util';
import type { House } from '@risk/assembly';
import {
  agendaKindName,
  readDecision,
  readMeeting,
  readMeetingPaper,
  readTaskReport,
  rowIdOf,
  type Meeting,
  type MeetingPaperCode,
} from '@risk/cases';
import { chinaDay, Invalid } from '@risk/kit';
import type { Command, CommandIo } from '../command.js';
import { DECIDED_BY, MANY, seenOf, TEXT } from '../decided-by.js';
import { factsFrom } from '../facts-file.js';
import { numberOf } from '../number-option.js';
import { saveDraft } from '../save-draft.js';
import { runVerb, type Verbs } from '../verbs.js';
import { writeLine } from '../write-line.js';

const LISTED = 100;

/** Every verb; one line to add one. */
const VERBS: Verbs = {
  prepare,
  decide,
  finish,
  show,
  list,
  agenda: paper('agenda'),
  minutes: paper('minutes'),
};

/** `risk meeting`: the joint meeting works as one body. */
export const meetingCommand: Command = {
  summary: '联席会议：议题、决定、任务',
  help: `用法: risk meeting prepare --on 日期 --chair 召集人 [--unit 单位代码]… [--samples] --by 姓名 --because 理由
      risk meeting decide 会议编号 [--item 议题序号] --decision 决定 [--task 单位代码:期限:任务]… --by 姓名 --because 理由 [--seen 编号]
      risk meeting finish 任务编号 --by 姓名 --because 完成情况
      risk meeting show 会议编号
      risk meeting list
      risk meeting agenda|minutes 会议编号 [--facts 文件.json] [--out 文件.docx]

prepare  由未办结的红色预警、管辖争议、逾期未办和未回执的移送生成议题，并存下当时的情况
decide   记录决定；--task 如 scj:2026-12-10:查处广告，成为该单位的应办事项，到期提醒、逾期升级
agenda、minutes  写出议程、纪要的草稿（DOCX）；时间、地点、缺席单位、审议情况等只有人知道的写在 --facts 里
标准输出每行一个 JSON。`,
  run: (args, io) => runVerb(VERBS, 'meeting', args, io),
};

function prepare(args: readonly string[]) {
  const options = {
    on: TEXT,
    chair: TEXT,
    unit: MANY,
    samples: { type: 'boolean', default: false },
    by: DECIDED_BY.by,
    because: DECIDED_BY.because,
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { on: heldOn, unit: units, ...rest } = values;
  const wanted = readMeeting({ heldOn, units, ...rest });
  return async (house: House, io: CommandIo) =>
    tell(await house.desk.meetings.prepare(wanted), house, io);
}

function decide(args: readonly string[]) {
  const options = {
    item: TEXT,
    decision: TEXT,
    task: MANY,
    ...DECIDED_BY,
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { task, seen, item, ...rest } = values;
  const wanted = readDecision(rowIdOf('会议', positionals[0]), {
    ...{ ...rest, seen: seenOf(seen), item: numberOf('--item', item) },
    tasks: task.map(taskOf),
  });
  return async (house: House, io: CommandIo) =>
    tell(await house.desk.meetings.decide(wanted), house, io);
}

/** `scj:2026-12-10:查处广告` */
function taskOf(text: string) {
  const [, unit, dueOn, what] = /^([^:]+):(\d{4}-\d{2}-\d{2}):(.+)$/su.exec(text) ?? [];
  if (unit === undefined) throw new Invalid(`--task “${text}”应为 单位代码:yyyy-mm-dd:任务`);
  return { unit, dueOn, what };
}

function finish(args: readonly string[]) {
  const options = { by: DECIDED_BY.by, because: DECIDED_BY.because } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const wanted = readTaskReport(rowIdOf('任务', positionals[0]), { ...values });
  return async (house: House, io: CommandIo) =>
    tell(await house.desk.meetings.finish(wanted), house, io);
}

function show(args: readonly string[]) {
  const id = rowIdOf('会议', args[0]);
  return async (house: House, io: CommandIo) => tell(await house.desk.meetings.find(id), house, io);
}

function list() {
  return async (house: House, io: CommandIo) => {
    for (const line of await house.desk.meetings.list(LISTED)) {
      const { id, heldOn, title, items, tasks, tasksDone } = line;
      await writeLine(io.stdout, line);
      io.stderr.write(
        `会议 ${id}　${heldOn}　${title}　议题 ${items} 个　任务 ${tasks} 项，完成 ${tasksDone} 项\n`,
      );
    }
  };
}

function paper(code: MeetingPaperCode) {
  return (args: readonly string[]) => {
    const options = { facts: TEXT, out: TEXT } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const id = rowIdOf('会议', positionals[0]);
    const wanted = readMeetingPaper(id, code, factsFrom(values.facts));
    return async (house: House, io: CommandIo) =>
      saveDraft(await house.letters.meetingPaper(wanted), values.out, io);
  };
}

async function tell(meeting: Meeting, house: House, io: CommandIo): Promise<void> {
  const { id, heldOn, title, chair, agenda, decisions } = meeting;
  await writeLine(io.stdout, meeting);
  io.stderr.write(`会议 ${id}　${heldOn}　${title}　召集人 ${chair}　议题 ${agenda.length} 个\n`);
  for (const { no, kind, subject, because } of agenda)
    io.stderr.write(`   ${no}　${agendaKindName(kind)}　${subject}：${because}\n`);
  for (const { id: number, item, decision, tasks } of decisions) {
    io.stderr.write(`   决定 ${number}${item === null ? '' : `（议题 ${item}）`}　${decision}\n`);
    for (const { id: task, unit, what, dueAt, done } of tasks)
      io.stderr.write(
        `      任务 ${task}　${house.desk.unitName(unit)}　${what}　${chinaDay(dueAt)} 前　${done ? `${chinaDay(done.at)} 完成` : '未完成'}\n`,
      );
  }
}

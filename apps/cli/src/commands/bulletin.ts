import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { House } from '@risk/assembly';
import {
  PERSON_STEPS,
  readArchiveQuestion,
  readCorrection,
  readPreview,
  readReason,
  readSpecial,
  readStepWish,
  type Bulletin,
  type FileLine,
  type PersonStep,
  type PressedFile,
} from '@risk/bulletins';
import { rowIdOf } from '@risk/cases';
import { BULLETIN_KINDS, bulletinName, bulletinStateName, type BulletinKind } from '@risk/domain';
import { chinaTime, Invalid } from '@risk/kit';
import type { Command, CommandIo } from '../command.js';
import { DECIDED_BY, seenOf, TEXT } from '../decided-by.js';
import { saveFile } from '../save-file.js';
import { runVerb, type Verbs } from '../verbs.js';
import { writeLine } from '../write-line.js';

const PREVIEWS: Verbs = Object.fromEntries(BULLETIN_KINDS.map((kind) => [kind, previewing(kind)]));

/** Every step by the verb that people use for it. */
const STEP_VERBS: Readonly<Record<PersonStep, string>> = {
  reviewed: 'review',
  returned: 'return',
  signed: 'sign',
  withdrawn: 'withdraw',
};
const STEPS: Verbs = Object.fromEntries(
  PERSON_STEPS.map((step) => [STEP_VERBS[step], stepping(step)]),
);

/** Every verb; a bulletin is one by its kind. */
const VERBS: Verbs = {
  ...PREVIEWS,
  ...STEPS,
  due,
  order,
  correct,
  recompose,
  list,
  show,
  file,
};

/** `risk bulletin`: daily, weekly, monthly, quarterly and special reports. */
export const bulletinCommand: Command = {
  summary: '简报：日报、周报、月报、季报、专报',
  help: `用法: risk bulletin daily|weekly|monthly|quarterly [--as-of 时刻] [--edition 版] [--out 目录]
      risk bulletin special 主体编号 [--as-of 时刻] [--out 目录]
      risk bulletin order 主体编号 --by 姓名 --because 理由
      risk bulletin due
      risk bulletin list [--kind 种类] [--edition 版] [--state 状态] [--words 字]
      risk bulletin show 简报编号
      risk bulletin file 简报编号 文件名 [--out 文件]
      risk bulletin review|return|sign|withdraw 简报编号 --by 姓名 --because 理由 --seen 步骤
      risk bulletin correct|recompose 简报编号 --by 姓名 --because 理由

头两行只编制、写到目录里，不留存、不发送；同一时刻编出的文件逐字节相同，已留存的同一期会注明是否一致。
--as-of    北京时间，如 2026-11-28T08:30；日报在两期之间的时刻编出的是“截至”版；缺省为现在
--edition  city（缺省）、region:区划代码、unit:单位代码
--out      缺省为当前目录
order 编制并留存一份专报（按 bulletins.yaml 先审后发）；due 立即编制到期的各期（平台每分钟自己做一次）。
审核 review 和签发 sign 须由不同的人办理；有一部分没编成的不能审核、签发。
标准输出每行一个 JSON。`,
  run: (args, io) => runVerb(VERBS, 'bulletin', args, io),
};

function previewing(kind: BulletinKind) {
  return (args: readonly string[]) => {
    const options = { 'as-of': TEXT, edition: { ...TEXT, default: 'city' }, out: TEXT } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const entityId = kind === 'special' ? rowIdOf('主体', positionals[0]) : null;
    const form = { kind, asOf: values['as-of'] ?? null, edition: values.edition, entityId };
    // A wrong call is refused before a database is opened.
    readPreview(form, new Date(8.64e15));
    return (house: House, io: CommandIo) => preview(house, form, values.out ?? '.', io);
  };
}

async function preview(
  house: House,
  form: Parameters<typeof readPreview>[0],
  out: string,
  io: CommandIo,
): Promise<void> {
  const { title, content, files, kept } = await house.bulletins.preview(
    readPreview(form, house.clock.now()),
  );
  await mkdir(out, { recursive: true });
  for (const one of files) await writeFile(join(out, one.name), one.bytes);
  const { broken, isQuiet } = content.composition;
  const printed = files.map(({ bytes: _bytes, ...line }) => line);
  await writeLine(io.stdout, { title, isQuiet, broken, kept: kept?.id ?? null, files: printed });
  io.stderr.write(`《${title}》写入 ${out}，共 ${files.length} 个文件，没有留存、没有发送\n`);
  for (const { section, why } of broken) io.stderr.write(`   未能生成：${section}（${why}）\n`);
  if (kept) io.stderr.write(`   与留存的简报 ${kept.id} ${agreement(files, kept.files)}\n`);
}

function agreement(made: readonly PressedFile[], kept: readonly FileLine[]): string {
  const known = new Map(kept.map(({ name, sha256 }) => [name, sha256]));
  const same = made.length === kept.length && made.every((f) => known.get(f.name) === f.sha256);
  return same ? '逐字节相同' : '不同（数据、配置或版面此后有变）';
}

function order(args: readonly string[]) {
  const { by, because, positionals } = signedArgs(args);
  const wish = readSpecial({ entityId: rowIdOf('主体', positionals[0]), by, because });
  return async (house: House, io: CommandIo) => tell(await house.bulletins.special(wish), io);
}

function due() {
  return async (house: House, io: CommandIo) => {
    const made = await house.bulletins.composeDue();
    for (const one of made) await tell(one, io);
    io.stderr.write(`编制了 ${made.length} 期\n`);
  };
}

function list(args: readonly string[]) {
  const options = { kind: TEXT, edition: TEXT, state: TEXT, words: TEXT } as const;
  const { values } = parseArgs({ args: [...args], options });
  const question = readArchiveQuestion(values);
  return async (house: House, io: CommandIo) => {
    const found = await house.bulletins.list(question);
    for (const one of found) await tell(one, io);
    io.stderr.write(`共 ${found.length} 期\n`);
  };
}

function show(args: readonly string[]) {
  const id = rowIdOf('简报', args[0]);
  return async (house: House, io: CommandIo) => {
    const { content: _content, ...bulletin } = await house.bulletins.find(id);
    await writeLine(io.stdout, { ...bulletin, readers: await house.bulletins.readers(id) });
    for (const { id: step, kind, by, because, at } of bulletin.steps)
      io.stderr.write(`${step}　${chinaTime(at)}　${by}　${kind}：${because}\n`);
  };
}

function file(args: readonly string[]) {
  const options = { out: TEXT } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [bulletin, name] = positionals;
  const id = rowIdOf('简报', bulletin);
  if (name === undefined) throw new Invalid('请写明文件名，用 risk bulletin show 查看');
  return async (house: House, io: CommandIo) => {
    const { bytes, ...line } = await house.bulletins.file(id, name);
    const out = values.out ?? name;
    await saveFile(out, bytes);
    await writeLine(io.stdout, { out, ...line });
  };
}

function stepping(kind: PersonStep) {
  return (args: readonly string[]) => {
    const { by, because, seen, positionals } = signedArgs(args);
    const wish = readStepWish(rowIdOf('简报', positionals[0]), { kind, by, because, seen });
    return async (house: House, io: CommandIo) => {
      await house.bulletins.step(wish);
      await tell(await house.bulletins.find(wish.id), io);
    };
  };
}

function correct(args: readonly string[]) {
  const { by, because, positionals } = signedArgs(args);
  const wish = readCorrection(rowIdOf('简报', positionals[0]), { by, because });
  return async (house: House, io: CommandIo) => tell(await house.bulletins.correct(wish), io);
}

function recompose(args: readonly string[]) {
  const { by, because, positionals } = signedArgs(args);
  const id = rowIdOf('简报', positionals[0]);
  const reason = readReason({ by, because });
  return async (house: House, io: CommandIo) => {
    await house.bulletins.again(id, reason.by, reason.because);
    await tell(await house.bulletins.find(id), io);
  };
}

function signedArgs(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: DECIDED_BY,
    allowPositionals: true,
  });
  return { by: values.by, because: values.because, seen: seenOf(values.seen), positionals };
}

async function tell(bulletin: Bulletin, io: CommandIo): Promise<void> {
  const { id, kind, slot, scope, samples, revision, number, year, title, span, state } = bulletin;
  const { corrects, broken, isQuiet, composedAt, issuedAt } = bulletin;
  await writeLine(io.stdout, {
    ...{ id, kind, slot, scope, samples, revision, number, year, title, span, state },
    ...{ corrects, broken, isQuiet, composedAt, issuedAt },
  });
  const issue = number === null ? '' : `第${number}期　`;
  const mark = revision > 0 ? '（更正）' : '';
  io.stderr.write(
    `简报 ${id}　${bulletinName(kind)}　${issue}${title}${mark}　${scope}　${bulletinStateName(state)}${broken.length > 0 ? '（不完整）' : ''}\n`,
  );
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { House } from '@risk/assembly';
import {
  stageName,
  stageOf,
  stepName,
  type DraftWish,
  type Edition,
  type EditionStep,
  type StepKind,
} from '@risk/editions';
import { chinaTime, Invalid, NotFound } from '@risk/kit';
import { loadBook, loadLexicon, plainFile } from '@risk/settings';
import { ProgressBar } from '../../../standalone/src/progress-bar.js';
import type { Command, CommandIo, ExitCode } from '../command.js';
import { periodOf } from '../period.js';
import { sayBacktest } from '../say-backtest.js';
import { withHouse } from '../with-house.js';
import { writeLine } from '../write-line.js';

const OPTIONS = {
  rules: { type: 'string' },
  lexicon: { type: 'string' },
  title: { type: 'string' },
  by: { type: 'string', default: '' },
  because: { type: 'string', default: '' },
  from: { type: 'string' },
  to: { type: 'string' },
  urgent: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof valuesOf>['values'];
const valuesOf = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

type Verb = (house: House, id: string, values: Values, io: CommandIo) => Promise<void>;

/** Every verb; one line to add one. */
const VERBS: Readonly<Record<string, Verb>> = {
  list: async (house, _id, _values, io) => {
    for (const edition of await house.editions.store.list()) await show(edition, io);
  },
  show: async (house, id, _values, io) => show(await found(house, id), io, true),
  draft: async (house, _id, { rules, lexicon, title, by, because }, io) => {
    if (rules === undefined) throw new Invalid('请用 --rules 给出规则目录');
    const book = await bookIn(rules, lexicon);
    if (book.lexicon === null && existsSync(join(rules, 'lexicon')))
      io.stderr.write(`注意：${rules} 里的词库没有起草进去；一起起草请写 --lexicon ${rules}\n`);
    await show(await house.editions.draft.run({ book, title: title ?? '', by, because }), io);
  },
  backtest: backtest,
  shadow: step('shadowed'),
  publish: step('published'),
  rollback: step('rolled-back'),
  withdraw: step('withdrawn'),
  shadowed: async (house, id, _values, io) => {
    await found(house, id);
    const progress = await house.editions.shadow.progress(id);
    const differences = await house.editions.shadow.differences(id);
    for (const line of differences) await writeLine(io.stdout, line);
    io.stderr.write(
      progress
        ? `影子运行已看记录 ${progress.records} 条、主体 ${progress.entities} 个，等级不同或指数相差 5 分以上 ${differences.length} 个\n`
        : '影子运行还没有看到新记录\n',
    );
  },
};

/** `risk edition`: the life of a version of rules and scoring. */
export const editionCommand: Command = {
  summary: '规则版本：起草、回测、影子运行、发布、退回',
  help: `用法: risk edition list
      risk edition show 编号
      risk edition draft --rules 目录 [--lexicon 配置目录] --title 名称 --by 姓名 --because 理由
      risk edition backtest 编号 --by 姓名 --because 理由 [--from 日期] [--to 日期]
      risk edition shadow 编号 --by 姓名 --because 理由
      risk edition shadowed 编号          影子运行至今与现行版本等级不同或指数相差 5 分以上的主体
      risk edition publish 编号 --by 另一人 --because 理由 [--urgent]
      risk edition rollback 编号 --by 姓名 --because 理由
      risk edition withdraw 编号 --by 姓名 --because 理由

起草时沿用现行的词库；--lexicon 把 config 那样的目录里的词库一起写进草稿，随它发布和退回。
规则须能编译，规则旁的例子须全部如其所说；发布须已回测、影子运行满一天（--urgent 注明紧急可免），
且发布人不是起草人。发布和退回立即在运行中的各进程生效，不需要重启；每一步只追加，不修改。
标准输出每行一个 JSON。`,
  async run([verb = '', ...args], io) {
    const run = VERBS[verb];
    if (!run)
      throw new Invalid(
        `请写明 ${Object.keys(VERBS).join('、')} 之一，用 risk edition --help 查看用法`,
      );
    const { values, positionals } = valuesOf(args);
    const [id = ''] = positionals;
    if (id === '' && verb !== 'list' && verb !== 'draft') throw new Invalid('请给出版本编号');
    return withHouse<ExitCode>(io, async (house) => {
      await run(house, id, values, io);
      return 0;
    });
  },
};

/** What a folder proposes; its words only where somebody asks for them. */
export async function bookIn(
  rules: string,
  lexicon: string | undefined,
): Promise<DraftWish['book']> {
  const proposed = await loadBook(rules);
  return {
    rules: proposed.rules.map(plainFile),
    scoring: proposed.scoring && plainFile(proposed.scoring),
    lexicon: lexicon === undefined ? null : (await loadLexicon(lexicon)).map(plainFile),
  };
}

function step(kind: StepKind): Verb {
  return async (house, editionId, { by, because, urgent }, io) =>
    show(await house.editions.advance.run({ editionId, kind, by, because, urgent }), io);
}

async function backtest(
  house: House,
  editionId: string,
  values: Values,
  io: CommandIo,
): Promise<void> {
  const { by, because, from, to } = values;
  const bar = new ProgressBar(io.stderr);
  const period = periodOf(from, to, house.clock.now());
  const onProgress = (done: number, of: number, what: string): void => {
    bar.show(done, of, what);
  };
  const wish = { editionId, by, because, period, onProgress };
  const { edition, report } = await house.editions.backtest.run(wish);
  bar.end();
  io.stderr.write(`${sayBacktest(report).join('\n')}\n`);
  await show(edition, io);
}

async function found(house: House, id: string): Promise<Edition> {
  const edition = await house.editions.store.find(id);
  if (!edition) throw new NotFound(`没有版本 ${id}`);
  return edition;
}

/** One step in a line; what went out without the shadow time says so. */
export const sayStep = ({ kind, by, because, at, detail }: EditionStep): string =>
  `${chinaTime(at)}　${stepName(kind)}${detail?.['urgent'] === true ? '（紧急）' : ''}　${by}：${because}`;

async function show(edition: Edition, io: CommandIo, whole = false): Promise<void> {
  const { id, title, draftedBy, rules, scoring, steps } = edition;
  await writeLine(io.stdout, { ...edition, stage: stageOf(edition) });
  io.stderr.write(
    `${id}　${stageName(stageOf(edition))}　${title}　起草 ${draftedBy}　规则 ${rules}　评分 ${scoring}\n`,
  );
  if (!whole) return;
  for (const step of steps) io.stderr.write(`   ${sayStep(step)}\n`);
}

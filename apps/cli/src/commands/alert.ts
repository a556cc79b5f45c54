import { parseArgs } from 'node:util';
import {
  readMergeRequest,
  readStepRequest,
  readUnmergeRequest,
  stepTitle,
  type StepKind,
} from '@risk/alerting';
import type { House } from '@risk/assembly';
import { dutyName, stageName, tierName } from '@risk/domain';
import { chinaTime, Invalid, NotFound } from '@risk/kit';
import type { Command, CommandIo } from '../command.js';
import { sayLife } from '../say-life.js';
import { runVerb, type Deed, type Verbs } from '../verbs.js';
import { writeLine } from '../write-line.js';

const LISTED = 200;

/** The steps by the word that is typed; one line to add one. */
const STEPS: Readonly<Record<string, StepKind>> = {
  acknowledge: 'acknowledged',
  verify: 'verifying',
  answer: 'answered',
  follow: 'followed',
  note: 'noted',
  dispute: 'disputed',
  pause: 'paused',
  resume: 'resumed',
  assign: 'assigned',
  entrust: 'entrusted',
  refute: 'refuted',
  close: 'closed',
  reopen: 'reopened',
};

const OPTIONS = {
  by: { type: 'string', default: '' },
  because: { type: 'string', default: '' },
  unit: { type: 'string' },
  to: { type: 'string' },
  person: { type: 'string' },
  into: { type: 'string' },
  seen: { type: 'string' },
  limit: { type: 'string' },
} as const;

type Given = ReturnType<typeof given>['values'];
const given = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

type Act = (house: House, id: string, values: Given, io: CommandIo) => Promise<void>;

const ACTS: Readonly<Record<string, Act>> = {
  list: async (house, _id, { limit }, io) => {
    for (const alert of await house.overview.alerts(limitOf(limit), 0)) {
      await writeLine(io.stdout, alert);
      const tier = tierName(alert.personTier ?? alert.tier);
      io.stderr.write(
        `${alert.id}　${tier}　${stageName(alert.stage)}　${alert.entityName}${alert.sample ? '［样例］' : ''}\n`,
      );
    }
  },
  show,
  duties: async (house, _id, { unit, limit }, io) => {
    const lines = await house.alerts.book.standing(unit ?? null, limitOf(limit));
    for (const line of lines) {
      await writeLine(io.stdout, line);
      const late = line.dueAt <= house.clock.now() ? '逾期' : '';
      const about = line.entityName ?? line.subject;
      io.stderr.write(
        `${line.unit}　${dutyName(line.kind)}${late}　${chinaTime(line.dueAt)} 前　预警 ${line.alertId ?? '—'}　${about}${line.pausedAt ? '（已暂停计时）' : ''}\n`,
      );
    }
    io.stderr.write(`共 ${lines.length} 件（时限为本地默认，非法定）\n`);
  },
  inbox: async (house, _id, { unit, limit }, io) => {
    if (unit === undefined) throw new Invalid('请用 --unit 写明单位代码');
    for (const line of await house.alerts.book.inbox(unit, null, limitOf(limit))) {
      await writeLine(io.stdout, line);
      io.stderr.write(
        `${line.id}　${chinaTime(line.at)}　${line.readAt ? '已读' : '未读'}　${line.subject ?? ''}\n`,
      );
    }
  },
  merge: async (house, id, { by, because, unit, seen, into }, io) => {
    await house.alerts.merge(readMergeRequest(id, { into, unit, by, because, seen }));
    await show(house, id, {} as Given, io);
  },
  unmerge: async (house, id, { by, because, unit, seen }, io) => {
    await house.alerts.unmerge(readUnmergeRequest(id, { unit, by, because, seen }));
    await show(house, id, {} as Given, io);
  },
  ...Object.fromEntries(Object.entries(STEPS).map(([word, kind]) => [word, step(kind)])),
};

/** `risk alert`: what stands, what people do with it, and who owes what. */
export const alertCommand: Command = {
  summary: '预警的处置：签收、核查、反馈、改派、排除、办结、合并',
  help: `用法: risk alert list | show 编号 | duties [--unit 单位] | inbox --unit 单位
      risk alert ${Object.keys(STEPS).join(' | ')} 编号 --unit 单位 --by 姓名 --because 理由 [--seen 编号] [--to 单位] [--person 姓名]
      risk alert merge 编号 --into 编号 --unit 单位 --by 姓名 --because 理由 --seen 编号
      risk alert unmerge 编号 --unit 单位 --by 姓名 --because 理由 --seen 编号

${Object.entries(STEPS)
  .map(([word, kind]) => `  ${word.padEnd(12)}${stepTitle(kind)}`)
  .join('\n')}

--seen  您看到的最近一条经过的编号（risk alert show 里有）；作决定的步骤必须写，其间别人有过决定则拒绝（退出码 1）。
--person  由本单位谁经办；不写即不再指定经办人。
查实由核查任务得出（risk case），移送公安由移送材料进行（risk handover）。
每一步都留存，不能修改或删除。标准输出每行一个 JSON；时限为本地默认，非法定。`,
  run: (args, io) => runVerb(VERBS, 'alert', args, io),
};

const VERBS: Verbs = Object.fromEntries(
  Object.entries(ACTS).map(([word, act]) => [word, (args) => deedOf(word, act, args)]),
);

function deedOf(word: string, act: Act, args: readonly string[]): Deed {
  const { values, positionals } = given(args);
  const [id = ''] = positionals;
  const needsId = !['list', 'duties', 'inbox'].includes(word);
  if (needsId && !/^\d{1,18}$/.test(id)) throw new Invalid('请给出预警编号');
  return (house, io) => act(house, id, values, io);
}

function step(kind: StepKind): Act {
  return async (house, id, { by, because, unit, seen, to, person }, io) => {
    const toUnit = to === undefined ? {} : { toUnit: to };
    const toPerson = kind === 'entrusted' ? { toPerson: person ?? null } : {};
    const request = readStepRequest(id, { kind, unit, by, because, seen, ...toUnit, ...toPerson });
    const taken = await house.alerts.take(request);
    await writeLine(io.stdout, taken);
    io.stderr.write(`预警 ${id}　${stepTitle(kind)}　现为${stageName(taken.stage)}\n`);
  };
}

async function show(house: House, id: string, _values: Given, io: CommandIo): Promise<void> {
  const alert = await house.overview.alert(id);
  if (!alert) throw new NotFound(`没有预警 ${id}`);
  const life = await house.alerts.book.lifeOf(id);
  await writeLine(io.stdout, { ...alert, ...life });
  io.stderr.write(`${sayLife(alert, life, house.clock.now()).join('\n')}\n`);
}

function limitOf(text: string | undefined): number {
  const limit = Number(text ?? LISTED);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new Invalid('--limit 应为 1 到 1000 的整数');
}

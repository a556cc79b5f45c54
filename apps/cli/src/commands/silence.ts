import { parseArgs } from 'node:util';
import { readSigned, readSilenceRequest } from '@risk/alerting';
import type { House } from '@risk/assembly';
import { chinaTime, Invalid } from '@risk/kit';
import type { Command, CommandIo } from '../command.js';
import { runVerb, type Deed, type Verbs } from '../verbs.js';
import { writeLine } from '../write-line.js';

const LISTED = 500;

const OPTIONS = {
  entity: { type: 'string' },
  scheme: { type: 'string' },
  region: { type: 'string' },
  code: { type: 'string' },
  tier: { type: 'string', multiple: true },
  until: { type: 'string' },
  by: { type: 'string', default: '' },
  because: { type: 'string', default: '' },
} as const;

type Given = ReturnType<typeof given>['values'];
const given = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

type Act = (house: House, id: string, values: Given, io: CommandIo) => Promise<void>;

const SILENCE: Readonly<Record<string, Act>> = {
  list: async (house, _id, _values, io) => {
    for (const one of await house.alerts.book.silences(LISTED)) {
      await writeLine(io.stdout, one);
      const state = one.endedAt ? `${one.endedBy ?? ''}提前结束` : `至 ${chinaTime(one.endsAt)}`;
      io.stderr.write(`${one.id}　${one.owner}　${state}　压着 ${one.held} 件　${one.because}\n`);
    }
  },
  add: async (house, _id, values, io) => {
    const { entity, scheme, region, code, tier: tiers = ['blue'], until, by, because } = values;
    const what = { entity, scheme, region, code, tiers, until, by, because };
    const id = await house.alerts.silence(readSilenceRequest(what));
    await writeLine(io.stdout, { id });
    io.stderr.write(`静默 ${id} 已设；到期自动恢复，其间的预警届时补发\n`);
  },
  end: async (house, id, { by, because }, io) => {
    await house.alerts.endSilence({ id, ...readSigned({ by, because }) });
    io.stderr.write(`静默 ${id} 已结束，压着的预警即将发送\n`);
  },
};

const FLOOD: Readonly<Record<string, Act>> = {
  list: async (house, _id, _values, io) => {
    for (const one of await house.alerts.book.floods(LISTED)) {
      await writeLine(io.stdout, one);
      const decided = one.released === true ? '已发送' : '不发送';
      const state = one.endedAt ? `${one.endedBy ?? ''}决定${decided}` : '待决定';
      io.stderr.write(
        `${one.id}　${one.code}　${chinaTime(one.openedAt)} 起　压着 ${one.held} 件　${state}\n`,
      );
    }
  },
  release: decide(true),
  drop: decide(false),
};

function decide(released: boolean): Act {
  return async (house, id, { by, because }, io) => {
    await house.alerts.endFlood({ id, released, ...readSigned({ by, because }) });
    io.stderr.write(`${id}　${released ? '已放行，即将发送' : '已决定不发送'}\n`);
  };
}

/** `risk silence`: nobody is told of some alerts for a while. */
export const silenceCommand = commandOf(
  'silence',
  SILENCE,
  '静默：在一段时间里不为某些预警打扰单位',
  `用法: risk silence list
      risk silence add [--entity 主体编号] [--scheme 类型] [--region 区划] [--code 代码] [--tier 等级]… --until 时间 --by 姓名 --because 理由
      risk silence end 编号 --by 姓名 --because 理由

写明的条件须全部符合；--tier 可多次，默认只有 blue；--until 写 ISO 8601（2026-12-01T18:00:00+08:00），最长 90 天。
预警照常生成，只是不通知；静默结束时按当时的情况补发，不会丢。`,
);

/** `risk flood`: what is held back because a new rule raised too many. */
export const floodCommand = commandOf(
  'flood',
  FLOOD,
  '新规则引发过多而暂停发送的预警：放行或不发',
  `用法: risk flood list
      risk flood release 编号 --by 姓名 --because 理由
      risk flood drop 编号 --by 姓名 --because 理由

启用不久的规则一小时内引发的预警超过限额（config/handling.yaml 的 flood）时，预警照常生成，但不通知单位，由人核对后决定。`,
);

function commandOf(
  name: string,
  acts: Readonly<Record<string, Act>>,
  summary: string,
  help: string,
): Command {
  const verbs: Verbs = Object.fromEntries(
    Object.entries(acts).map(([word, act]) => [word, (args) => deedOf(word, act, args)]),
  );
  return { summary, help, run: (args, io) => runVerb(verbs, name, args, io) };
}

function deedOf(word: string, act: Act, args: readonly string[]): Deed {
  const { values, positionals } = given(args);
  const [id = ''] = positionals;
  if (word !== 'list' && word !== 'add' && !/^\d{1,18}$/.test(id)) throw new Invalid('请给出编号');
  return (house, io) => act(house, id, values, io);
}

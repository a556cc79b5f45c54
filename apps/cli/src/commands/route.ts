import { parseArgs } from 'node:util';
import {
  ELEMENTS,
  FEEDS,
  SCHEMES,
  TIERS,
  type Feed,
  type LegalElement,
  type Scheme,
  type Tier,
} from '@risk/domain';
import { Invalid, RiskError, SystemClock, type Clock } from '@risk/kit';
import { MEDIA, type RouteQuestion, type RoutingTree } from '@risk/routing';
import type { Command } from '../command.js';
import { describeRoute } from '../describe-route.js';
import { loadRouting } from '../load-routing.js';
import { wrongCall } from '../wrong-call.js';

const OPTIONS = {
  scheme: { type: 'string' },
  tier: { type: 'string' },
  region: { type: 'string' },
  address: { type: 'string' },
  'business-address': { type: 'string' },
  feed: { type: 'string', multiple: true },
  medium: { type: 'string', multiple: true },
  element: { type: 'string', multiple: true },
  name: { type: 'string' },
  amount: { type: 'string' },
  people: { type: 'string' },
  code: { type: 'string', multiple: true },
  flight: { type: 'boolean' },
  aggravated: { type: 'boolean' },
  at: { type: 'string' },
  config: { type: 'string', default: './config' },
} as const;

const HELP = `用法: risk route --scheme 类型 --tier 等级 [--region 区划代码] [--address 登记住所] …

打印一件事在分送表（routing.yaml）里走过的路、送给谁、为什么、何时签收和答复、逾期逐级通知谁，以及是否同步公安。
不连数据库，不发送。after 是须先认定的单位；waits 为 true 时全部工作等认定，答复时限从认定起算。

  --scheme            类型: ${SCHEMES.join(' ')}
  --tier              等级: ${TIERS.join(' ')}
  --region            登记地区划代码，六位以上，多出的截去
  --address           登记住所；没有区划代码时从中认出属地，并认出园区
  --business-address  实际经营地址
  --feed              证据来源，可多次: ${FEEDS.join(' ')}
  --medium            广告媒介，可多次: ${MEDIA.join(' ')}
  --element           已具备的要件，可多次: ${ELEMENTS.join(' ')}
  --name              主体名称，用来认行业
  --amount --people   投诉涉及的金额（元）和人数
  --code              已有信号的编码，可多次；routing.yaml 的 signs 认出其中的逃匿和减半情节
  --flight            有失联跑路迹象
  --aggravated        有减半标准的情节（曾因非法集资受刑事追究、二年内受过行政处罚等）
  --at                从何时起算期限（ISO 8601），默认现在
  --config            配置目录，默认 ./config

期限和升级是本地默认，非法定。`;

type Given = ReturnType<typeof given>;
const given = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS }).values;

/** `risk route`: the path of a case through the routing tree, and why. */
export const routeCommand: Command = {
  summary: '看一件事送给哪些单位、为什么、多久答复',
  help: HELP,
  run(args, { stdout, stderr }) {
    try {
      const { answer, idle } = route(given(args), new SystemClock());
      stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
      if (idle.length > 0)
        stderr.write(`不是逃匿或减半情节的编码，不影响分送：${idle.join('、')}\n`);
      return Promise.resolve(0);
    } catch (error) {
      const wrong = error instanceof RiskError ? error.message : wrongCall(error);
      if (wrong === null) throw error;
      stderr.write(`${wrong}\n`);
      return Promise.resolve(2);
    }
  },
};

function route(values: Given, clock: Clock) {
  const question = questionOf(values);
  const from = values.at === undefined ? clock.now() : moment(values.at);
  const routing = loadRouting(values.config);
  const answer = describeRoute(question, from, routing);
  return { answer, idle: idleCodes(values.code ?? [], routing.tree) };
}

/** Codes that no branch asks for; one may be a misspelt sign. */
const idleCodes = (codes: readonly string[], { signs }: RoutingTree): string[] =>
  codes.filter((code) => !Object.values(signs).some((known) => known.includes(code)));

function questionOf(values: Given): RouteQuestion {
  return {
    scheme: oneOf<Scheme>('scheme', values.scheme ?? '', SCHEMES),
    tier: oneOf<Tier>('tier', values.tier ?? '', TIERS),
    regionCode: values.region,
    address: values.address,
    businessAddress: values['business-address'],
    feeds: values.feed?.map((feed) => oneOf<Feed>('feed', feed, FEEDS)),
    media: values.medium?.map((one) => oneOf('medium', one, MEDIA)),
    elements: values.element?.map((one) => oneOf<LegalElement>('element', one, ELEMENTS)),
    name: values.name,
    amount: numberOf('amount', values.amount),
    people: numberOf('people', values.people),
    codes: values.code,
    flight: values.flight,
    aggravated: values.aggravated,
  };
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw new Invalid(`--${option} "${text}" 应为: ${allowed.join(' ')}`);
  return found;
}

function numberOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Invalid(`--${option} "${text}" 不是数`);
  return value;
}

function moment(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new Invalid(`--at "${text}" 不是 ISO 8601 时间`);
  return at;
}

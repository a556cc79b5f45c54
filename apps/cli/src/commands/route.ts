import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  ELEMENTS,
  FEEDS,
  SCHEMES,
  TIERS,
  schemeName,
  tierName,
  type Feed,
  type LegalElement,
  type Scheme,
  type Tier,
} from '@risk/domain';
import { Invalid, RiskError, SystemClock, type Clock } from '@risk/kit';
import {
  allowanceText,
  compileRegions,
  compileRouting,
  compileUnits,
  explainDue,
  findRoute,
  scheduleSteps,
  type Deadline,
  type RouteQuestion,
  type RoutingTree,
} from '@risk/routing';
import { parse } from 'yaml';
import type { Command } from '../command.js';

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
  flight: { type: 'boolean' },
  at: { type: 'string' },
  config: { type: 'string', default: './config' },
} as const;

const HELP = `用法: risk route --scheme 类型 --tier 等级 [--region 区划代码] [--address 登记住所] …

打印一件事在分送表（routing.yaml）里走过的路、送给谁、为什么、何时答复。不连数据库，不发送。

  --scheme            类型: ${SCHEMES.join(' ')}
  --tier              等级: ${TIERS.join(' ')}
  --region            登记地区划代码，六位以上，多出的截去
  --address           登记住所；没有区划代码时从中认出属地，并认出园区
  --business-address  实际经营地址
  --feed              证据来源，可多次: ${FEEDS.join(' ')}
  --medium            广告媒介，可多次: outdoor tv paper web wechat app sms leaflet video
  --element           已具备的要件，可多次: ${ELEMENTS.join(' ')}
  --name              主体名称，用来认行业
  --amount --people   投诉涉及的金额（元）和人数
  --flight            有失联跑路迹象
  --at                从何时起算期限（ISO 8601），默认现在
  --config            配置目录，默认 ./config

期限是本地默认，非法定。`;

type Given = ReturnType<typeof given>;
const given = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS }).values;

/** `risk route`: the path of a case through the routing tree, and why. */
export const routeCommand: Command = {
  summary: '看一件事送给哪些单位、为什么、多久答复',
  help: HELP,
  run(args, { stdout, stderr }) {
    try {
      const answer = route(given(args), new SystemClock());
      stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
      return Promise.resolve(0);
    } catch (error) {
      if (!(error instanceof RiskError || isWrongCall(error))) throw error;
      stderr.write(`${error.message}\n`);
      return Promise.resolve(2);
    }
  },
};

const isWrongCall = (error: unknown): error is Error =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  String(error.code).startsWith('ERR_PARSE_ARGS');

function route(values: Given, clock: Clock) {
  const question = questionOf(values);
  const from = values.at === undefined ? clock.now() : moment(values.at);
  const tree = readTree(values.config);
  const found = findRoute(tree, question);
  const { registered, business, zones, outside, because } = found.territory;
  return {
    scheme: question.scheme,
    schemeName: schemeName(question.scheme),
    tier: question.tier,
    tierName: tierName(question.tier),
    territory: {
      registered: registered?.name ?? null,
      business: business?.name ?? null,
      zones: zones.map((zone) => zone.name),
      outside,
      because,
    },
    path: found.path,
    steps: scheduleSteps(found, from, tree),
    deadline: found.deadline && deadlineText(found.deadline, from, tree),
  };
}

function deadlineText({ acknowledge, answer, basis }: Deadline, from: Date, tree: RoutingTree) {
  return {
    acknowledge: `${allowanceText(acknowledge)}内签收：${explainDue(from, acknowledge, tree.calendar)}`,
    answer: `${allowanceText(answer)}内答复：${explainDue(from, answer, tree.calendar)}`,
    basis,
  };
}

function readTree(folder: string): RoutingTree {
  const read = (name: string): unknown => parse(readText(join(folder, `${name}.yaml`)));
  const units = compileUnits(read('units'));
  return compileRouting(read('routing'), units, compileRegions(read('regions')));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Invalid(`读不到配置文件 ${file}`, { file }, { cause });
  }
}

function questionOf(values: Given): RouteQuestion {
  return {
    scheme: oneOf<Scheme>('scheme', values.scheme ?? '', SCHEMES),
    tier: oneOf<Tier>('tier', values.tier ?? '', TIERS),
    regionCode: values.region,
    address: values.address,
    businessAddress: values['business-address'],
    feeds: values.feed?.map((feed) => oneOf<Feed>('feed', feed, FEEDS)),
    media: values.medium,
    elements: values.element?.map((one) => oneOf<LegalElement>('element', one, ELEMENTS)),
    name: values.name,
    amount: numberOf('amount', values.amount),
    people: numberOf('people', values.people),
    flight: values.flight,
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

import { days } from '@risk/kit';
import type { RegistrationChange, RegistrationPayload } from '@risk/domain';
import type { Draft, Scene } from './draft.js';
import { someFirm, type Firm } from './firm.js';
import { feedDay, momentIn } from './moments.js';
import { someName } from './people.js';
import { someAddress, someCounty } from './places.js';
import type { Random } from './random.js';

type Event = NonNullable<RegistrationPayload['event']>;

/** Out of a hundred events in an ordinary register. */
const EVENTS: readonly Event[] = (
  [
    ['establish', 52],
    ['change', 24],
    ['annual-report', 14],
    ['abnormal', 4],
    ['cancel', 5],
    ['penalty', 1],
  ] as const
).flatMap(([event, share]) => Array.from({ length: share }, () => event));

/** What the register says of a firm, whatever the event. */
export function registered(firm: Firm, establishedOn: string) {
  return {
    name: firm.name,
    uscc: firm.uscc,
    legalRepresentative: firm.boss,
    registeredCapital: firm.capital,
    establishedOn,
    address: firm.address,
    regionCode: firm.county.code,
    industry: { code: firm.trade.industry, edition: '2017' },
    businessScope: firm.scope,
    phones: [firm.phone],
    sample: true as const,
  };
}

function someChange(firm: Firm, on: string, random: Random): RegistrationChange {
  const kinds: readonly (() => RegistrationChange)[] = [
    () => ({ field: '住所', before: someAddress(firm.county, random), after: firm.address, on }),
    () => ({ field: '法定代表人', before: someName(random), after: firm.boss, on }),
    () => ({
      field: '注册资本',
      before: `${firm.capital / 20_000}万元`,
      after: `${firm.capital / 10_000}万元`,
      on,
    }),
    () => ({ field: '经营范围', before: firm.trade.scope[0] ?? '', after: firm.scope, on }),
  ];
  return random.pick(kinds)();
}

function details(
  event: Event,
  firm: Firm,
  at: number,
  random: Random,
): Partial<RegistrationPayload> {
  const on = feedDay(at);
  switch (event) {
    case 'establish':
      return { shareholders: shareholders(firm, random) };
    case 'change':
      return { changes: [someChange(firm, on, random)] };
    case 'annual-report':
      return {
        paidInCapital: Math.round(firm.capital * random.pick([0.3, 0.5, 0.8, 1])),
        reportYear: on.slice(0, 4),
      };
    case 'abnormal':
      return {
        reason: random.pick([
          '未按规定报送年度报告',
          '通过登记的住所无法联系',
          '未按期公示即时信息',
        ]),
      };
    case 'penalty':
      return {
        reason: random.pick([
          '销售超过保质期的食品',
          '未按规定明码标价',
          '未取得许可从事食品经营',
          '广告用语不规范',
        ]),
      };
    case 'cancel':
      return { reason: random.pick(['决议解散', '经营不善', '合并', '个人原因不再经营']) };
  }
}

function shareholders(firm: Firm, random: Random) {
  if (firm.trade.register === '92' || random.chance(0.5))
    return [{ name: firm.boss, kind: '自然人', share: 100 }];
  const share = random.pick([51, 60, 70, 80, 90]);
  return [
    { name: firm.boss, kind: '自然人', share },
    { name: someName(random), kind: '自然人', share: 100 - share },
  ];
}

/** Events in the lives of ordinary firms, one firm an event. */
export function ordinaryRegistrations(count: number, scene: Scene): Draft[] {
  return Array.from({ length: count }, (_, at) => ordinaryEvent(`registration-${at}`, scene));
}

function ordinaryEvent(key: string, { window, random }: Scene): Draft {
  const firm = someFirm(someCounty(random), random);
  const event = random.pick(EVENTS);
  const at = momentIn(window, random);
  const age = event === 'establish' ? 0 : days(random.int(60, 3600));
  const payload = {
    event,
    ...registered(firm, feedDay(at - age)),
    ...details(event, firm, at, random),
  };
  return { feed: 'registration', at, key, related: [], payload };
}

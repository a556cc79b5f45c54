import type { ComplaintPayload } from '@risk/domain';
import { storySlots } from './cast.js';
import { CLOSINGS, OPENINGS } from './complaint-themes.js';
import type { Draft } from './draft.js';
import { spokenDate } from './moments.js';
import { say, type Slots } from './say.js';
import type { PleaStage, Telling } from './stages.js';
import { targetOf } from './target.js';

const CHANNELS: Readonly<Record<PleaStage, readonly NonNullable<ComplaintPayload['channel']>[]>> = {
  sighting: ['grid'],
  worry: ['12345', '12315', 'web', 'wechat', 'phone'],
  harm: ['12345', '12345', '110', 'letter', 'web', '12315'],
  gone: ['110', '12345', 'letter', '12345'],
};

/** The circle of those who know they are hit grows. */
const MOST_PEOPLE: Readonly<Record<PleaStage, number>> = {
  sighting: 60,
  worry: 40,
  harm: 120,
  gone: 260,
};

const TITLES: Readonly<Record<PleaStage, readonly string[]>> = {
  sighting: ['网格巡查情况', '线索报告：{alias}', '异常情况报送'],
  worry: ['咨询{alias}是否合法', '举报{alias}', '{alias}是不是骗人的'],
  harm: ['{alias}不退钱', '投诉{firm}', '要求处理{alias}', '{alias}拿不回钱'],
  gone: ['{alias}跑路了', '{alias}负责人失联', '请求立案侦查{alias}'],
};

/** One letter or report about a story. */
export function plead(stage: PleaStage, { cast, at, key, fresh, random }: Telling): Draft {
  const { sightings, worries, harms, gone } = cast.plot;
  const templates = { sighting: sightings, worry: worries, harm: harms, gone }[stage];
  const [opening, closing] = stage === 'sighting' ? [[''], ['']] : [OPENINGS, CLOSINGS];
  const date = () => spokenDate(at, -40, -2, random);
  const draw = () => storySlots(cast, date(), MOST_PEOPLE[stage], random);
  let slots = draw();
  const text = fresh(() => {
    slots = draw();
    return say(random.pick(opening) + random.pick(templates) + random.pick(closing), slots, random);
  });
  const payload = {
    channel: BANKS.test(text) && stage === 'sighting' ? 'bank' : random.pick(CHANNELS[stage]),
    title: say(random.pick(TITLES[stage]), slots, random),
    text,
    ...(random.chance(0.82) ? { targets: [targetOf(cast, random)] } : {}),
    ...stakes(text, slots),
    regionCode: cast.county.code,
    ...(stage === 'sighting' ? {} : { reporter: random.pick(cast.victims) }),
    ...(stage === 'worry' && random.chance(0.15) ? { secret: true } : {}),
    sample: true,
  } as const;
  return { feed: 'complaint', at, key, related: [], payload };
}

const BANKS = /^(我行|某.{0,3}银行)/;

/** The sum and the people that a letter names, as the hotline's form would hold them. */
function stakes(text: string, { loss = '', crowd = '', dozens = '' }: Slots) {
  const people = [crowd, dozens].find((count) =>
    new RegExp(`(?<!\\d)${count}余?[人户名位]`).test(text),
  );
  return {
    ...(text.includes(loss) ? { amount: yuanOf(loss) } : {}),
    ...(people === undefined ? {} : { people: Number(people) }),
  };
}

const yuanOf = (sum: string): number =>
  Math.round(Number.parseFloat(sum) * (sum.endsWith('万元') ? 10_000 : 1));

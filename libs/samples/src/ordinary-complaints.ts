import type { ComplaintPayload } from '@risk/domain';
import { CLOSINGS, OPENINGS } from './complaint-themes.js';
import { NEIGHBOURHOOD_THEMES } from './neighbourhood-themes.js';
import { QUARREL_THEMES } from './quarrel-themes.js';
import type { Draft, Scene } from './draft.js';
import { someFirm, type Firm } from './firm.js';
import { momentIn, spokenDate } from './moments.js';
import { someName, somePerson } from './people.js';
import { someCounty, someEstate, someRoad, townOf, type County } from './places.js';
import type { Random } from './random.js';
import { say, type Slots } from './say.js';
import { TRADES } from './trades.js';

type Channel = NonNullable<ComplaintPayload['channel']>;
const CHANNELS: readonly Channel[] = [
  '12345',
  '12345',
  '12345',
  '12345',
  '12315',
  '12315',
  'web',
  'letter',
  'wechat',
  'phone',
  'grid',
];

/** Slots that any complaint about daily life may use. */
export function dailySlots(county: County, random: Random): Slots {
  return {
    county: county.name,
    town: townOf(county, random),
    road: someRoad(random),
    estate: someEstate(random),
    name: someName(random),
    no: String(random.int(1, 380)),
    n: String(random.int(3, 90)),
    few: String(random.int(2, 9)),
    hour: String(random.int(18, 23)),
    floor: String(random.int(2, 28)),
    people: String(random.int(6, 86)),
  };
}

/** Sums as people name them: round when they are large. */
export function someSum([least, most]: readonly [number, number], random: Random): number {
  const raw = random.int(least, most);
  if (raw >= 10_000) return Math.round(raw / 500) * 500;
  return raw >= 1_000 ? Math.round(raw / 10) * 10 : raw;
}

const THEMES = [...NEIGHBOURHOOD_THEMES, ...QUARREL_THEMES];

/** Complaints of daily life; every thirtieth or so is brought up again by the same person. */
export function ordinaryComplaints(count: number, scene: Scene): Draft[] {
  const drafts: Draft[] = [];
  while (drafts.length < count) {
    const first = ordinaryComplaint(`complaint-${drafts.length}`, scene);
    drafts.push(first);
    if (scene.random.chance(0.03) && drafts.length < count) drafts.push(again(first, scene));
  }
  return drafts;
}

type Complaint = Extract<Draft, { feed: 'complaint' }>;

function ordinaryComplaint(key: string, { window, fresh, random }: Scene): Complaint {
  const county = someCounty(random);
  const theme = random.pick(THEMES);
  const firm = theme.about ? firmOfTrade(theme.about, county, random) : null;
  const at = momentIn(window, random);
  const sum = theme.sum ? someSum(theme.sum, random) : null;
  const slots = () => ({
    ...dailySlots(county, random),
    ...spokenDate(at, -40, -2, random),
    firm: firm?.name ?? '',
    sum: String(sum ?? ''),
  });
  const speak = () => random.pick(OPENINGS) + random.pick(theme.texts) + random.pick(CLOSINGS);
  const text = fresh(() => say(speak(), slots(), random));
  const payload = {
    channel: random.pick(CHANNELS),
    title: say(theme.title, slots(), random),
    text,
    ...(firm ? { targets: [targetOf(firm, random)] } : {}),
    ...(sum !== null && text.includes(String(sum)) ? { amount: sum } : {}),
    regionCode: county.code,
    reporter: somePerson(random),
    ...(random.chance(0.06) ? { secret: true } : {}),
    sample: true as const,
  };
  return { feed: 'complaint', at, key, related: [], payload };
}

function firmOfTrade(words: readonly string[], county: County, random: Random): Firm {
  const trade = random.pick(TRADES.filter(({ register }) => register === '91'));
  return someFirm(county, random, { ...trade, words, form: '有限公司' });
}

const targetOf = ({ name, uscc }: Firm, random: Random) => ({
  name,
  ...(random.chance(0.2) ? { uscc } : {}),
});

const AGAIN =
  '[再次反映|重复来电|第二次反映]：{text}[至今没有处理|上次答复说已转办，但没有人联系|问题依旧]，已过去{n}天。';

/** The same person writes again about the same matter. */
function again(first: Complaint, { window, fresh, random }: Scene): Complaint {
  const { payload, key } = first;
  const slots = () => ({ text: payload.text, n: String(random.int(3, 40)) });
  const text = fresh(() => say(AGAIN, slots(), random));
  const at = momentIn({ from: first.at, until: window.until }, random);
  return { ...first, at, key: `${key}-again`, related: [key], payload: { ...payload, text } };
}

import type { Slots } from './say.js';
import { say } from './say.js';
import { someFirm, type Firm } from './firm.js';
import { someLandline, someMobile, someName, somePerson, type Person } from './people.js';
import {
  COUNTIES,
  someAddress,
  someEstate,
  someRoad,
  someTower,
  townOf,
  type County,
} from './places.js';
import type { Plot } from './plot.js';
import type { Random } from './random.js';

/** Who plays in one story. */
export interface Cast {
  readonly id: string;
  readonly plot: Plot;
  readonly county: County;
  readonly brand: string;
  readonly firm: Firm | null;
  /** The name it was founded under, when it changed it. */
  readonly formerName: string | null;
  /** What becomes of it: a wider scope, then a straw man at another address. */
  readonly later: { readonly scope: string; readonly boss: string; readonly address: string };
  /** A second firm at the same phone, site and person. */
  readonly companion: Firm | null;
  readonly boss: string;
  readonly phone: string;
  readonly site: string;
  readonly app: string;
  readonly wechat: string;
  readonly rate: string;
  /** What people call it, apart from its full name. */
  readonly aliases: readonly string[];
  readonly victims: readonly Person[];
}

const FIRST = Array.from('泓臻鎏珺瀚煜禧鼎昇沣玺懋');
const SECOND = Array.from('稷珅鸾珏隽鋆霂宸羲璞銮峤');
const LETTERS = Array.from('abcdefghjkmnpqrtuwxyz');

const letters = (random: Random): string =>
  Array.from({ length: random.int(4, 6) }, () => random.pick(LETTERS)).join('');

/** Casts all stories: every county gets some, no two share a brand. */
export function castStories(plots: readonly Plot[], random: Random): Cast[] {
  const brands = random.shuffle(FIRST.flatMap((one) => SECOND.map((two) => one + two)));
  const counties = random.shuffle(COUNTIES);
  const parts = plots.flatMap((plot) => Array.from({ length: plot.stories }, () => plot));
  const casts: Cast[] = [];
  for (const [at, plot] of parts.entries()) {
    const id = `S${String(at + 1).padStart(2, '0')}`;
    const brand = brands[at] ?? plot.kind;
    const county = counties[at % counties.length] ?? random.pick(COUNTIES);
    const before = casts.at(-1);
    const serial = before?.plot === plot && at % 3 === 0 ? before : null;
    casts.push(castStory({ id, plot, brand, county, serial }, random.fork(id)));
  }
  return casts;
}

interface Part {
  readonly id: string;
  readonly plot: Plot;
  readonly brand: string;
  readonly county: County;
  /** The story before, when the same people start again under another name. */
  readonly serial: Cast | null;
}

function castStory({ id, plot, brand, county, serial }: Part, random: Random): Cast {
  const word = letters(random);
  const { boss, phone, site } = serial ?? contacts(word, random);
  const own = (firm: Firm): Firm => ({ ...firm, boss, phone });
  const firm = plot.trade && own(someFirm(county, random, plot.trade, brand));
  const companion = plot.companion && own(someFirm(county, random, plot.companion, brand));
  return {
    id,
    plot,
    county,
    brand,
    firm,
    formerName: firm && random.chance(0.4) ? formerName(firm, random) : null,
    later: {
      scope: [plot.drift, firm?.scope].filter(Boolean).join('；'),
      boss: someName(random),
      address: someAddress(county, random),
    },
    companion,
    boss,
    phone,
    site,
    app: `${brand}${random.pick(['通', '宝', '优选', '在线', '生活'])}`,
    wechat: `${word}${random.int(1000, 9999)}`,
    rate: random.pick(plot.rates),
    aliases: plot.aliases.map((alias) => say(alias, { brand }, random)),
    victims: Array.from({ length: random.int(9, 16) }, () => somePerson(random)),
  };
}

const contacts = (word: string, random: Random) => ({
  boss: someName(random),
  phone: random.chance(0.8) ? someMobile(random) : someLandline(random),
  site: `www.${word}${random.int(10, 999)}.example`,
});

function formerName(firm: Firm, random: Random): string {
  const [place = ''] = firm.name.split(firm.brand);
  return `${place}${firm.brand}${random.pick(['商贸', '信息咨询', '企业服务', '科技'])}${firm.trade.form}`;
}

/** How a letter or an advertisement happens to write the name. */
export function spelling({ firm, aliases, county }: Cast, random: Random): string {
  const alias = random.pick(aliases);
  const spoken = [
    alias,
    alias,
    `${alias}公司`,
    `郴州${alias}`,
    `“${alias}”`,
    `${county.name}${alias}`,
  ];
  if (!firm) return random.pick(spoken);
  const [place = ''] = firm.name.split(firm.brand);
  const written = [
    firm.name,
    firm.name.replace('有限公司', ''),
    firm.name.replace(place, ''),
    firm.name.replace(place, `${firm.brand}（${place}）`).replace(`）${firm.brand}`, '）'),
    `${firm.name}${random.pick(['郴州分公司', `${county.name}分公司`, '营业部'])}`,
  ];
  return random.pick(random.chance(0.5) ? spoken : written);
}

const KIN = [
  '我妈',
  '我爸',
  '我爷爷',
  '我奶奶',
  '我岳母',
  '我婆婆',
  '我舅舅',
  '我邻居',
  '我姑姑',
  '我大伯',
  '我同事',
  '我母亲',
  '我父亲',
];

/** Values for the slots of a plot's templates, drawn anew for each piece; the crowd grows to `most`. */
export function storySlots(cast: Cast, date: Slots, mostPeople: number, random: Random): Slots {
  const [least, most] = cast.plot.stake;
  const stake = least + random.next() ** 2 * (most - least);
  const crowd = random.int(8, mostPeople);
  return {
    brand: cast.brand,
    firm: cast.firm?.name ?? spelling(cast, random),
    alias: spelling(cast, random),
    boss: cast.boss,
    staff: `${random.pick(['王', '刘', '陈', '谢', '何', '罗', '唐', '肖'])}${random.pick(['经理', '老师', '总监', '顾问'])}`,
    phone: cast.phone,
    site: cast.site,
    app: cast.app,
    wechat: cast.wechat,
    rate: random.chance(0.7) ? cast.rate : random.pick(cast.plot.rates),
    loss: money(stake),
    total: tenThousands(stake * crowd * 0.6),
    crowd: String(crowd),
    dozens: String(Math.max(10, Math.round(crowd / 10) * 10)),
    kin: random.pick(KIN),
    age: String(random.int(61, 84)),
    few: String(random.int(2, 9)),
    n: String(random.int(5, 75)),
    no: String(random.int(3, 298)),
    ...date,
    floor: String(random.int(2, 24)),
    county: cast.county.name,
    town: townOf(cast.county, random),
    road: someRoad(random),
    estate: someEstate(random),
    tower: someTower(random),
  };
}

/** Small sums are named in yuan, larger ones in ten thousands. */
const money = (yuan: number): string =>
  yuan < 10_000 ? `${Math.round(yuan / 100) * 100}元` : `${tenThousands(yuan)}万元`;

const tenThousands = (yuan: number): string => {
  const amount = yuan / 10_000;
  return amount >= 10 ? String(Math.round(amount)) : amount.toFixed(1).replace('.0', '');
};

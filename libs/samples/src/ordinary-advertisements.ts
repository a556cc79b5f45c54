import { ADVERTISEMENT_THEMES } from './advertisement-themes.js';
import type { Draft, Scene } from './draft.js';
import { someBrand } from './firm.js';
import { feedDay, momentIn, spokenDate } from './moments.js';
import { dailySlots } from './ordinary-complaints.js';
import { someMobile } from './people.js';
import { someCounty } from './places.js';
import type { Random } from './random.js';
import { say } from './say.js';

/** Lawful advertisements of shops, schools, licensed institutions and offices. */
export function ordinaryAdvertisements(count: number, scene: Scene): Draft[] {
  return Array.from({ length: count }, (_, at) =>
    ordinaryAdvertisement(`advertisement-${at}`, scene),
  );
}

function ordinaryAdvertisement(key: string, { window, fresh, random }: Scene): Draft {
  const { who, media, texts } = random.pick(ADVERTISEMENT_THEMES);
  const county = someCounty(random);
  const at = momentIn(window, random);
  const slots = () => ({
    ...dailySlots(county, random),
    ...spokenDate(at, 1, 20, random),
    ...figures(random),
  });
  const brand = someBrand(random);
  const advertiser = say(random.pick(who), { ...slots(), brand }, random);
  const text = fresh(() => say(random.pick(texts), { ...slots(), brand }, random));
  const payload = {
    medium: random.pick(media),
    title: `${advertiser}${random.pick(['', '欢迎您', '公告', '最新活动'])}`,
    text,
    advertiser: { name: advertiser, ...(random.chance(0.4) ? { phone: someMobile(random) } : {}) },
    publishedOn: feedDay(at),
    regionCode: county.code,
    sample: true as const,
  };
  return { feed: 'advertisement', at, key, related: [], payload };
}

/** Figures of lawful finance: low rates, few years. */
const figures = (random: Random) => ({
  low: (random.int(120, 220) / 100).toFixed(2),
  high: (random.int(240, 420) / 100).toFixed(2),
  years: String(random.pick([1, 2, 3, 5])),
  no: String(random.int(19, 399)),
});

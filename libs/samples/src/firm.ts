import { someCreditCode } from './credit-code.js';
import { someLandline, someMobile, someName } from './people.js';
import { someAddress, type County } from './places.js';
import type { Random } from './random.js';
import { GENERAL_SCOPE, TRADES, type Trade } from './trades.js';

/** An invented firm as the register would hold it. */
export interface Firm {
  readonly name: string;
  readonly brand: string;
  readonly uscc: string;
  readonly county: County;
  readonly address: string;
  readonly boss: string;
  readonly phone: string;
  readonly trade: Trade;
  readonly scope: string;
  /** Registered capital, yuan. */
  readonly capital: number;
}

const FIRST = Array.from('沅榭澔稔榆岱湉楷苡璟昉砚槿沄栎旻珩湜鸢楹蓁洵瑀葳');
const SECOND = Array.from('禾岚川穗溪宁远舟棠庭桁屿樾澜笙垚朗淇洛芃晞禹茂和');

/** Two characters that are seldom seen together, so that no real firm is meant. */
export const someBrand = (random: Random): string => random.pick(FIRST) + random.pick(SECOND);

function placeOf(county: County, trade: Trade, random: Random): string {
  if (trade.register === '92' || trade.register === '93') return county.name;
  return random.pick(['郴州', '郴州市', '湖南', county.name, county.name.slice(0, -1)]);
}

export function firmName(brand: string, county: County, trade: Trade, random: Random): string {
  const place = placeOf(county, trade, random);
  return `${place}${brand}${random.pick(trade.words)}${trade.form}`;
}

/** A firm in a county; an ordinary one of some trade unless told otherwise. */
export function someFirm(
  county: County,
  random: Random,
  trade = random.pick(TRADES),
  brand = someBrand(random),
): Firm {
  const wanted = random.shuffle(trade.scope).slice(0, random.int(2, 4));
  const [least, most] = trade.capital;
  const step = most > 100 ? 50 : 1;
  return {
    name: firmName(brand, county, trade, random),
    brand,
    uscc: someCreditCode(trade.register, county.code, random),
    county,
    address: someAddress(county, random),
    boss: someName(random),
    phone: random.chance(0.6) ? someMobile(random) : someLandline(random),
    trade,
    scope: `${wanted.join('；')}${random.pick(GENERAL_SCOPE)}`,
    capital: Math.max(step, Math.round(random.int(least, most) / step) * step) * 10_000,
  };
}

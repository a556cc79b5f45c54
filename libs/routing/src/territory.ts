import type { Region } from '@risk/domain';
import type { RegionRegister } from './regions.js';

/** What a record or an entity tells about where it belongs. */
export interface Whereabouts {
  readonly regionCode?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly businessAddress?: string | null | undefined;
  /** Codes of the counties that the evidence comes from, the most frequent first. */
  readonly heardFrom?: readonly string[] | undefined;
}

/** Where something belongs, and why. */
export interface Territory {
  /** County of the registered place: article 20 of the Regulation (State Council order 737). */
  readonly registered: Region | null;
  /** County of the place of business, which cooperates under the same article. */
  readonly business: Region | null;
  /** Zones that overlay either place. */
  readonly zones: readonly Region[];
  /** The registered place is known and lies outside the city. */
  readonly outside: boolean;
  readonly because: readonly string[];
}

interface Found {
  readonly region: Region | null;
  readonly outside: boolean;
  readonly because: string | null;
}

const NOTHING: Found = { region: null, outside: false, because: null };

/** Finds the counties and zones of a registered and a business place. */
export function territoryOf(where: Whereabouts, regions: RegionRegister): Territory {
  const registered = registeredPlace(where, regions);
  const business = byAddress(where.businessAddress, '经营地址', regions);
  const zones = zonesOf(where, [registered.region, business.region], regions);
  return {
    registered: registered.region,
    business: business.region,
    zones: zones.map(({ zone }) => zone),
    outside: registered.outside,
    because: [registered.because, business.because, ...zones.map((z) => z.because)].filter(
      (sentence) => sentence !== null,
    ),
  };
}

function registeredPlace(where: Whereabouts, regions: RegionRegister): Found {
  const coded = byCode(where.regionCode, regions);
  if (coded.region || coded.outside) return coded;
  const addressed = byAddress(where.address, '登记住所', regions);
  if (addressed.because !== null) return addressed;
  const heard = heardIn(where, regions);
  if (heard) return heard;
  return {
    ...NOTHING,
    because: coded.because ?? '登记地不明：没有区划代码，地址中也没有可辨认的地名',
  };
}

/** Where nobody knows a registered place, the county that most of the evidence comes from looks first. */
function heardIn({ heardFrom = [] }: Whereabouts, regions: RegionRegister): Found | null {
  for (const code of heardFrom) {
    const { region } = byCode(code, regions);
    if (region)
      return {
        region,
        outside: false,
        because: `登记地不明，线索多来自${region.name}，由其先行核查（本地默认）`,
      };
  }
  return null;
}

/** Codes come with 6, 9 or 12 digits; the first six are the county. */
function byCode(code: string | null | undefined, regions: RegionRegister): Found {
  const six = /^\d{6}/.exec(code?.trim() ?? '')?.[0];
  if (six === undefined) return NOTHING;
  const region = regions.counties.find((county) => county.code === six) ?? null;
  if (region) return { region, outside: false, because: `登记地${region.name}（区划代码${six}）` };
  if (six.startsWith(regions.city.code.slice(0, 4)))
    return { ...NOTHING, because: `区划代码${six}只到${regions.city.name}，不到县市区` };
  return { ...NOTHING, outside: true, because: `登记地区划代码${six}不在${regions.city.name}` };
}

function byAddress(
  address: string | null | undefined,
  what: string,
  regions: RegionRegister,
): Found {
  const text = address?.replace(/\s+/g, '') ?? '';
  if (text === '') return NOTHING;
  const other = otherCity(text, regions);
  if (other !== null)
    return { ...NOTHING, outside: true, because: `${what}在${other}，不在${regions.city.name}` };
  const mark = firstMark(text, regions.counties);
  if (!mark) return NOTHING;
  return {
    region: mark.region,
    outside: false,
    because: `${what}含“${mark.place}”，属${mark.region.name}`,
  };
}

/** The prefecture an address begins with, if it is not ours; county-level cities of ours do not count. */
function otherCity(text: string, regions: RegionRegister): string | null {
  const local = text.replace(/^(中国|中华人民共和国)?[^省市县区]{1,8}?(省|自治区)/, '');
  const city = /^[^县区镇乡村路街市州]{2,8}?(自治州|市)/.exec(local)?.[0];
  if (city === undefined || city === regions.city.name) return null;
  return regions.counties.some((county) => county.name === city) ? null : city;
}

/** A place name followed by this is the name of a road or a house, and roads bear the names of other counties. */
const ROAD = /^[东南西北中]?(路|大道|街(?!道)|巷|桥|大厦|宾馆|酒店)/;

/** The place that stands first; of two at one spot the longer, so 苏仙区 wins over 苏仙. */
function firstMark(text: string, regions: readonly Region[]) {
  const marks = regions.flatMap((region) =>
    [region.name, ...region.places].flatMap((place) => {
      const at = text.indexOf(place);
      if (at < 0 || ROAD.test(text.slice(at + place.length))) return [];
      return [{ region, place, at }];
    }),
  );
  marks.sort((a, b) => a.at - b.at || b.place.length - a.place.length);
  return marks[0] ?? null;
}

function zonesOf(
  { address, businessAddress }: Whereabouts,
  counties: readonly (Region | null)[],
  regions: RegionRegister,
) {
  const known = counties.flatMap((county) => (county ? [county.code] : []));
  return regions.zones.flatMap((zone) => {
    const fits = known.length === 0 || zone.within.some((code) => known.includes(code));
    const mark = firstMark(`${address ?? ''}\n${businessAddress ?? ''}`, [zone]);
    if (!fits || !mark) return [];
    return [{ zone, because: `地址含“${mark.place}”，在${zone.name}范围` }];
  });
}

import type { Region } from '@risk/domain';
import { PROVINCES, PROVINCE_ENDINGS } from './chinese-places.js';

/** A place that a firm's name may begin with. */
export interface Place {
  /** Short name: 郴州, 桂阳. */
  readonly name: string;
  readonly level: 'province' | 'city' | 'county' | 'zone';
  /** Six digits of GB/T 2260, as far as they are known. */
  readonly code: string | null;
  /** Short name of the place it lies in. */
  readonly parent: string | null;
}

interface Alias {
  readonly text: string;
  readonly place: Place;
}

/** Places compiled for look-up by their first two characters. */
export interface Places {
  readonly byHead: ReadonlyMap<string, readonly Alias[]>;
  readonly byName: ReadonlyMap<string, Place>;
  /** The names of cities whose code is known, by that. */
  readonly cities: ReadonlyMap<string, string>;
  /** Names that mark an address: counties, towns, streets; longest first. */
  readonly marks: readonly Alias[];
}

/** A place found at an offset of a text. */
interface PlaceHit {
  readonly place: Place;
  readonly end: number;
}

const LEVEL_ENDINGS: Readonly<Record<Place['level'], readonly string[]>> = {
  province: PROVINCE_ENDINGS,
  city: ['市', '地区', '州'],
  county: ['县', '区', '市'],
  zone: [],
};

function builtIn(): Place[] {
  return PROVINCES.flatMap(([code, name, cities]): Place[] => [
    { name, level: 'province', code: `${code}0000`, parent: null },
    ...cities
      .split(' ')
      .filter((city) => city !== '')
      .map((city): Place => ({ name: city, level: 'city', code: null, parent: name })),
  ]);
}

const shortName = (name: string): string =>
  name.length > 2 ? name.replace(/(?:自治州|自治县|[省市县区])$/, '') : name;

/** A zone has no code of its own in GB/T 2260: what lies in it is registered in its first county. */
function configured(region: Region, all: readonly Region[]): Place {
  const code = codeOf(region);
  const city = all.find((r) => r.kind === 'city' && r.code.slice(0, 4) === code?.slice(0, 4));
  const province = PROVINCES.find(([head]) => code?.startsWith(head));
  const parent = region.kind === 'city' ? province?.[1] : city && shortName(city.name);
  const name = region.kind === 'zone' ? region.name : shortName(region.name);
  return { name, level: region.kind, code, parent: parent ?? null };
}

const codeOf = (region: Region): string | null =>
  region.kind === 'zone' ? (region.within[0] ?? null) : region.code;

function aliasesOf(place: Place): Alias[] {
  const full = LEVEL_ENDINGS[place.level].map((ending) => ({ text: place.name + ending, place }));
  return [...full, { text: place.name, place }];
}

function byHeadOf(aliases: readonly Alias[]): Map<string, Alias[]> {
  const heads = new Map<string, Alias[]>();
  for (const alias of [...aliases].sort((a, b) => b.text.length - a.text.length)) {
    const head = alias.text.slice(0, 2);
    heads.set(head, [...(heads.get(head) ?? []), alias]);
  }
  return heads;
}

/** Compiles the built-in provinces and cities with the regions of the configuration. */
export function placesFrom(regions: readonly Region[] = []): Places {
  const own = regions.map((region) => configured(region, regions));
  const byName = new Map([...builtIn(), ...own].map((place) => [place.name, place]));
  const aliases = [...byName.values()].flatMap(aliasesOf);
  const cities = [...byName.values()].flatMap(({ level, code, name }) =>
    level === 'city' && code !== null ? [[code, name] as const] : [],
  );
  return {
    byName,
    cities: new Map(cities),
    byHead: byHeadOf(aliases),
    marks: marksOf(regions, own),
  };
}

function marksOf(regions: readonly Region[], own: readonly Place[]): Alias[] {
  const marks = own.flatMap((place, i) =>
    [regions[i]?.name ?? '', ...(regions[i]?.places ?? [])]
      .filter((text) => text.length > 1)
      .map((text) => ({ text, place })),
  );
  const depth = { county: 0, zone: 1, city: 2, province: 3 };
  return marks.sort(
    (a, b) => depth[a.place.level] - depth[b.place.level] || b.text.length - a.text.length,
  );
}

/** The place that stands at an offset of a text, the longest way of writing it first. */
export function placeAt(text: string, at: number, places: Places): PlaceHit | null {
  const aliases = places.byHead.get(text.slice(at, at + 2));
  const alias = aliases?.find(({ text: name }) => text.startsWith(name, at));
  return alias ? { place: alias.place, end: at + alias.text.length } : null;
}

/** Whether a text is the name of a place and nothing more. */
export const isPlace = (text: string, places: Places): boolean =>
  placeAt(text, 0, places)?.end === text.length;

/** The region code of an address, counties before zones before cities; null when no configured place stands in it. */
export function regionOfAddress(address: string | undefined, places: Places): string | null {
  if (address === undefined || address === '') return null;
  return places.marks.find(({ text }) => address.includes(text))?.place.code ?? null;
}

/** Whether one place lies in the other (or is the same). */
export function isWithin(inner: string, outer: string, places: Places): boolean {
  for (let at: string | null = inner; at !== null; at = places.byName.get(at)?.parent ?? null) {
    if (at === outer) return true;
  }
  return false;
}

import { refuse, repeated, shaped, type ConfigProblem } from '@risk/kit';
import type { Region } from '@risk/domain';
import { z } from 'zod';

const sixDigits = z.string().regex(/^\d{6}$/, '应为六位行政区划代码（GB/T 2260）');
const tile = z.tuple([z.int().min(1).max(20), z.int().min(1).max(20)]);
const places = z.array(z.string().min(2, '地名至少两个字')).min(1);

/** The shape of config/regions.yaml. */
export const regionsSchema = z.strictObject({
  city: z.strictObject({ code: sixDigits, name: z.string().min(1) }),
  counties: z
    .array(
      z.strictObject({ code: sixDigits, name: z.string().min(1), tile: tile.optional(), places }),
    )
    .min(1),
  zones: z.array(
    z.strictObject({
      code: z.string().regex(/^Z-[a-z0-9-]+$/, '园区没有国标代码，自编代码以 Z- 开头'),
      name: z.string().min(1),
      within: z.array(z.string()).min(1),
      places,
      basis: z.string().min(1),
    }),
  ),
});

type RegionsData = z.output<typeof regionsSchema>;

/** The city, its counties, and the zones that overlay them. */
export interface RegionRegister {
  readonly city: Region;
  readonly counties: readonly Region[];
  readonly zones: readonly Region[];
}

const FILE = 'regions.yaml';

/** Turns the content of regions.yaml into a register, or refuses it with every problem named. */
export function compileRegions(data: unknown): RegionRegister {
  const read = shaped(FILE, regionsSchema, data);
  refuse(FILE, [
    ...badCodes(read),
    ...sharedPlaces(read),
    ...sharedTiles(read),
    ...strayZones(read),
  ]);
  return {
    city: { ...read.city, kind: 'city', within: [], places: [read.city.name] },
    counties: read.counties.map(({ tile: place, ...county }) => ({
      ...county,
      kind: 'county',
      within: [],
      ...(place && { tile: place }),
    })),
    zones: read.zones.map(({ code, name, within, places: marks }) => ({
      code,
      name,
      kind: 'zone',
      within,
      places: marks,
    })),
  };
}

function badCodes({ city, counties, zones }: RegionsData): ConfigProblem[] {
  const abroad = counties.flatMap((county, at) =>
    county.code.startsWith(city.code.slice(0, 4))
      ? []
      : [
          {
            path: ['counties', at, 'code'],
            message: `"${county.code}" 不在${city.name}（${city.code}）之内`,
          },
        ],
  );
  return [
    ...abroad,
    ...repeated(
      counties.map((county) => county.code),
      (at) => ['counties', at, 'code'],
    ),
    ...repeated(
      zones.map((zone) => zone.code),
      (at) => ['zones', at, 'code'],
    ),
  ];
}

/** A place name of two counties cannot tell them apart. */
function sharedPlaces({ counties }: RegionsData): ConfigProblem[] {
  const owners = new Map<string, string>();
  return counties.flatMap((county, at) =>
    county.places.flatMap((place, which) => {
      const owner = owners.get(place);
      owners.set(place, county.name);
      if (owner === undefined) return [];
      return [
        { path: ['counties', at, 'places', which], message: `地名 "${place}" 已属于${owner}` },
      ];
    }),
  );
}

/** Two counties cannot stand in one place of the map. */
function sharedTiles({ counties }: RegionsData): ConfigProblem[] {
  return repeated(
    counties.map((county, at) => county.tile?.join(',') ?? `none ${String(at)}`),
    (at) => ['counties', at, 'tile'],
  );
}

function strayZones({ counties, zones }: RegionsData): ConfigProblem[] {
  const known = new Set(counties.map((county) => county.code));
  return zones.flatMap((zone, at) =>
    zone.within.flatMap((code, which) =>
      known.has(code)
        ? []
        : [{ path: ['zones', at, 'within', which], message: `"${code}" 不是已登记的县市区` }],
    ),
  );
}

/** Finds a city, county or zone by its code. */
export function regionOf(register: RegionRegister, code: string): Region | null {
  const all = [register.city, ...register.counties, ...register.zones];
  return all.find((region) => region.code === code) ?? null;
}

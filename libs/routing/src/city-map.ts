import { refuse, shaped, type ConfigProblem } from '@risk/kit';
import { z } from 'zod';
import { regionOf, type RegionRegister } from './regions.js';

/** Degrees east and north. */
type Point = readonly [number, number];

/** A county with its outline: rings of points, of which a later one may lie within an earlier as a hole. */
export interface MapShape {
  readonly code: string;
  readonly rings: readonly (readonly Point[])[];
}

/** The city's own map; one without shapes is drawn schematically. */
export interface CityMap {
  readonly shapes: readonly MapShape[];
}

const point = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number());
const ring = z.array(point).min(4);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);
const code = z.union([z.string(), z.number()]).transform(String);

/** The shape of config/map.geojson: GeoJSON (RFC 7946), each feature with the code of a county. */
const mapSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      properties: z.object({ code: code.optional(), adcode: code.optional() }),
      geometry,
    }),
  ),
});

const FILE = 'map.geojson';

/** Turns a map into shapes, or refuses it with every problem named. */
export function compileMap(content: unknown, regions: RegionRegister): CityMap {
  const { features } = shaped(FILE, mapSchema, content);
  refuse(
    FILE,
    features.flatMap(({ properties }, at) => strangeCode(properties, at, regions)),
  );
  return {
    shapes: features.map(({ properties, geometry: drawn }) => ({
      code: codeOf(properties),
      rings: (drawn.type === 'Polygon' ? drawn.coordinates : drawn.coordinates.flat()).map((one) =>
        one.map(([east, north]) => [east, north] as const),
      ),
    })),
  };
}

interface Properties {
  readonly code?: string | undefined;
  readonly adcode?: string | undefined;
}

const codeOf = (properties: Properties): string => properties.code ?? properties.adcode ?? '';

function strangeCode(
  properties: Properties,
  at: number,
  regions: RegionRegister,
): readonly ConfigProblem[] {
  const given = codeOf(properties);
  if (regionOf(regions, given)) return [];
  const message = `"${given}" 不是 regions.yaml 里的区域代码（properties.code 或 adcode）`;
  return [{ path: ['features', at, 'properties'], message }];
}

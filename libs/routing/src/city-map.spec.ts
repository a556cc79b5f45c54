import { describe, expect, it } from '@jest/globals';
import { compileMap } from './city-map.js';
import { compileRegions } from './regions.js';

const REGIONS = compileRegions({
  city: { code: '431000', name: '郴州市' },
  counties: [{ code: '431002', name: '北湖区', places: ['北湖区'] }],
  zones: [],
});
const SQUARE = [
  [113, 25.5],
  [113.2, 25.5, 180],
  [113.2, 25.8],
  [113, 25.5],
];
const feature = (
  properties: object,
  geometry: object = { type: 'Polygon', coordinates: [SQUARE] },
) => ({
  ...{ type: 'Feature', properties, geometry },
});
const mapOf = (...features: object[]) => ({ type: 'FeatureCollection', features });
const read = (content: unknown) => compileMap(content, REGIONS);

describe('the map of a city', () => {
  it('may have no shapes', () => {
    expect(read(mapOf())).toEqual({ shapes: [] });
  });

  it('has shapes by the codes of counties, heights left out', () => {
    const map = read(mapOf(feature({ adcode: 431002, name: '北湖区' })));
    expect(map.shapes).toEqual([
      { code: '431002', rings: [SQUARE.map(([east, north]) => [east, north])] },
    ]);
  });

  it('takes counties of several parts', () => {
    const parts = { type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE, SQUARE]] };
    expect(read(mapOf(feature({ code: '431002' }, parts))).shapes[0]?.rings).toHaveLength(3);
  });

  it.each([
    [
      'a county that is none',
      feature({ code: '431099' }),
      '"431099" 不是 regions.yaml 里的区域代码',
    ],
    ['a county without a code', feature({ name: '北湖区' }), '不是 regions.yaml 里的区域代码'],
    ['a point', feature({ code: '431002' }, { type: 'Point', coordinates: [1, 2] }), 'geometry'],
    [
      'metres in place of degrees',
      feature({ code: '431002' }, { type: 'Polygon', coordinates: [[[4e6, 2e6]]] }),
      'coordinates',
    ],
  ])('refuses %s', (_what, one, said) => {
    expect(() => read(mapOf(one))).toThrow(said);
  });
});

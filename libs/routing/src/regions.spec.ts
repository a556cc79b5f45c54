import { describe, expect, it } from '@jest/globals';
import { compileRegions, regionOf } from './regions.js';
import { smallRegions } from './testing/small-city.js';

const [east, west] = smallRegions.counties;
const [park] = smallRegions.zones;

describe('regions.yaml', () => {
  const register = compileRegions(smallRegions);

  it.each([
    ['990000', '小城市', 'city'],
    ['990002', '西县', 'county'],
    ['Z-park', '小城园区', 'zone'],
  ])('knows %s as %s, a %s', (code, name, kind) => {
    expect(regionOf(register, code)).toMatchObject({ name, kind });
  });

  it('does not know what it does not list', () => {
    expect(regionOf(register, '430000')).toBeNull();
  });

  it.each([
    [
      'a county of another city',
      { ...smallRegions, counties: [{ ...east, code: '430002' }, west] },
      'counties[0].code: "430002" 不在小城市（990000）之内',
    ],
    [
      'a code twice',
      { ...smallRegions, counties: [east, { ...west, code: '990001' }] },
      'counties[1].code: "990001" 重复',
    ],
    [
      'a code that is not six digits',
      { ...smallRegions, counties: [{ ...east, code: '9900' }, west] },
      'counties[0].code: 应为六位行政区划代码（GB/T 2260）',
    ],
    [
      'a place of two counties',
      { ...smallRegions, counties: [east, { ...west, places: ['西山镇', '东山镇'] }] },
      'counties[1].places[1]: 地名 "东山镇" 已属于东县',
    ],
    [
      'a zone in an unknown county',
      { ...smallRegions, zones: [{ ...park, within: ['990003'] }] },
      'zones[0].within[0]: "990003" 不是已登记的县市区',
    ],
    [
      'a zone that poses as a county',
      { ...smallRegions, zones: [{ ...park, code: '990009' }] },
      'zones[0].code: 园区没有国标代码',
    ],
  ])('is refused for %s', (_, data, expected) => {
    expect(() => compileRegions(data)).toThrow(`regions.yaml › ${expected}`);
  });
});

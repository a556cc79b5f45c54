import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileRegions } from './regions.js';
import { territoryOf, type Whereabouts } from './territory.js';
import { smallRegions } from './testing/small-city.js';

const regions = compileRegions(smallRegions);
const find = (where: Whereabouts) => {
  const { registered, business, zones, outside } = territoryOf(where, regions);
  return {
    registered: registered?.name ?? null,
    business: business?.name ?? null,
    zones: zones.map((zone) => zone.name),
    outside,
  };
};
const nowhere = { registered: null, business: null, zones: [], outside: false };

describe('the registered place decides (article 20 of the Regulation)', () => {
  it.each<[string, Whereabouts, object]>([
    ['by six digits', { regionCode: '990001' }, { registered: '东县' }],
    ['by twelve digits, cut', { regionCode: '990001001007' }, { registered: '东县' }],
    [
      'by the address when the code stops at the city',
      { regionCode: '990000', address: '小城市西县1号' },
      { registered: '西县' },
    ],
    [
      'by the address when the code is missing',
      { address: '某省小城市东县东河村' },
      { registered: '东县' },
    ],
    ['by a township alone', { address: '小城市西山镇3组' }, { registered: '西县' }],
    [
      'by the code against the address',
      { regionCode: '990001', address: '西县1号' },
      { registered: '东县' },
    ],
    ['by the first place of an address', { address: '西县东山镇大道1号' }, { registered: '西县' }],
    ['with spaces in it', { address: '小城市 西 县 1号' }, { registered: '西县' }],
    ['not by a road that bears a place’s name', { address: '小城市东河路1号' }, {}],
    ['not by a building', { address: '小城市东河大厦2楼' }, {}],
    ['not at all without anything', {}, {}],
    ['not by a broken code', { regionCode: '99' }, {}],
  ])('%s', (_, where, expected) => {
    expect(find(where)).toMatchObject({ ...nowhere, ...expected, zones: expect.any(Array) });
  });

  it.each<[string, Whereabouts]>([
    ['a code of another city', { regionCode: '430102' }],
    ['an address in another city', { address: '他省大都市东县1号' }],
    ['an autonomous prefecture', { address: '他省远山自治州东县1号' }],
  ])('%s lies outside', (_, where) => {
    expect(find(where)).toMatchObject({ registered: null, outside: true });
  });
});

describe('the place of business stands beside it', () => {
  it('is found from its own address', () => {
    expect(find({ regionCode: '990001', businessAddress: '西县2号' })).toMatchObject({
      registered: '东县',
      business: '西县',
    });
  });

  it('elsewhere is not ours, and does not make the case an outside one', () => {
    expect(find({ regionCode: '990001', businessAddress: '他省大都市3号' })).toMatchObject({
      registered: '东县',
      business: null,
      outside: false,
    });
  });
});

describe('zones overlay counties', () => {
  it.each<[string, Whereabouts, string[]]>([
    ['by the registered address', { regionCode: '990001', address: '东山镇1号' }, ['小城园区']],
    [
      'by the business address',
      { regionCode: '990002', businessAddress: '东县东山镇' },
      ['小城园区'],
    ],
    ['by the zone’s own name', { address: '小城园区1号楼' }, ['小城园区']],
    ['not in a county it does not lie in', { regionCode: '990002', address: '东山镇1号' }, []],
    ['not elsewhere in its county', { regionCode: '990001', address: '东县东河' }, []],
  ])('%s', (_, where, zones) => {
    expect(find(where).zones).toEqual(zones);
  });
});

it('says why, in Chinese, for whatever it found or did not find', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('小城市东西县山镇河路他省0123')) });
  fc.assert(
    fc.property(text, text, text, (regionCode, address, businessAddress) => {
      const found = territoryOf({ regionCode, address, businessAddress }, regions);
      expect(found.because.length).toBeGreaterThanOrEqual(1);
      expect(found.registered !== null && found.outside).toBe(false);
    }),
  );
});

it('looks first where the evidence comes from when nobody knows the registered place', () => {
  const heardFrom = ['110101', '990002', '990001'];
  expect(territoryOf({ heardFrom }, regions)).toMatchObject({
    registered: { code: '990002' },
    because: [expect.stringContaining('线索多来自')],
  });
  expect(territoryOf({ heardFrom, regionCode: '990001' }, regions).registered?.code).toBe('990001');
  expect(territoryOf({ heardFrom, regionCode: '110101' }, regions)).toMatchObject({
    registered: null,
    outside: true,
  });
});

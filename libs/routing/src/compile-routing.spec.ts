import { describe, expect, it } from '@jest/globals';
import { compileRegions } from './regions.js';
import { compileRouting } from './compile-routing.js';
import {
  smallChannels,
  smallRegions,
  smallRouting,
  smallTree,
  smallUnits,
} from './testing/small-city.js';
import { compileUnits } from './units.js';

const route = (change: object) => ({ routes: [{ name: '甲', because: '依据', ...change }] });

describe('routing.yaml is refused with the place of the mistake', () => {
  it.each([
    ['an unknown lead', route({ lead: 'x' }), 'routes[0].lead: "x" 不是已登记的单位'],
    [
      'an unknown unit among several',
      route({ assist: ['police', 'x'] }),
      'routes[0].assist[1]: "x" 不是已登记的单位',
    ],
    [
      'an unknown unit far below',
      route({ routes: [{ name: '乙', copy: 'x', because: '依据' }] }),
      'routes[0].routes[0].copy: "x" 不是已登记的单位',
    ],
    [
      'units without a reason',
      route({ lead: 'office', because: undefined }),
      'routes[0].because: 指定了单位就要写明依据',
    ],
    ['an unknown scheme', route({ match: { scheme: 'theft' } }), 'routes[0].match.scheme'],
    ['an unknown condition', route({ match: { moon: 'full' } }), 'routes[0].match: 不认识 moon'],
    [
      'an unknown region',
      route({ match: { region: '430000' } }),
      'routes[0].match.region: "430000" 不是已登记的区域',
    ],
    [
      'an unknown stand-in',
      { standIn: { unknown: 'x', outside: 'office' } },
      'standIn.unknown: "x" 不是已登记的单位',
    ],
    [
      'a branch behind one that takes all',
      { routes: [{ name: '甲' }, { name: '乙', match: { tier: 'red' } }] },
      'routes[1].match: 走不到：前面的“甲”已全部截走',
    ],
    [
      'a branch behind one that takes more',
      {
        routes: [
          { name: '甲', match: { tier: ['red', 'orange'] } },
          { name: '乙', match: { tier: 'red', scheme: 'other' } },
        ],
      },
      'routes[1].match: 走不到',
    ],
    [
      'a higher sum behind a lower one',
      {
        routes: [
          { name: '甲', match: { amountAtLeast: 10 } },
          { name: '乙', match: { amountAtLeast: 20 } },
        ],
      },
      'routes[1].match: 走不到',
    ],
    [
      'a branch that asks for another tier than the one above it',
      route({ match: { tier: 'red' }, routes: [{ name: '乙', match: { tier: 'blue' } }] }),
      'routes[0].routes[0].match: 走不到：与上级“甲”的条件矛盾',
    ],
    [
      'a county below another',
      route({ match: { region: '990001' }, routes: [{ name: '乙', match: { region: '990002' } }] }),
      'routes[0].routes[0].match: 走不到：与上级“甲”的条件矛盾',
    ],
    [
      'a county outside the city',
      route({ match: { outside: true }, routes: [{ name: '乙', match: { region: '990002' } }] }),
      'routes[0].routes[0].match: 走不到：与上级“甲”的条件矛盾',
    ],
    [
      'a tier that is no alert',
      route({ match: { tier: 'none' } }),
      'routes[0].match: 走不到：没有这样的预警',
    ],
    [
      'a branch behind two that take it together',
      {
        routes: [
          { name: '甲', match: { scheme: 'other' } },
          { name: '乙', match: { tier: ['red', 'orange'], scheme: 'illegal-lending' } },
          { name: '丙', match: { tier: 'blue' } },
          { name: '丁', match: { tier: 'red', scheme: ['other', 'illegal-lending'] } },
        ],
      },
      'routes[3].match: 走不到：前面的“甲”、“乙”已全部截走',
    ],
    [
      'a branch behind every tier',
      {
        routes: [
          { name: '甲', match: { tier: ['red', 'orange', 'yellow'] } },
          { name: '乙', match: { tier: 'blue' } },
          { name: '丙', match: { amountAtLeast: 5 } },
        ],
      },
      'routes[2].match: 走不到：前面的“甲”、“乙”已全部截走',
    ],
    [
      'a branch below one of which an earlier takes that part',
      {
        routes: [
          { name: '甲', match: { tier: 'red' } },
          { name: '乙', routes: [{ name: '丙', match: { tier: 'red' } }] },
        ],
      },
      'routes[1].routes[0].match: 走不到：上级放行的已被前面的分支截走',
    ],
    [
      'a branch that waits for a unit nobody knows',
      route({ assist: 'market', after: 'x' }),
      'routes[0].after: "x" 不是已登记的单位',
    ],
    [
      'a branch that waits for a finding nobody is asked for',
      route({ assist: 'market', after: 'civil' }),
      'routes[0].after: 上级分支的 assist 里没有 "civil"，会一直等下去',
    ],
    [
      'a unit that waits for itself',
      route({
        assist: 'civil',
        routes: [{ name: '乙', assist: 'civil', after: 'civil', because: '依据' }],
      }),
      'routes[0].routes[0].after: "civil" 不能等自己',
    ],
    ['a sign named twice', { signs: { flight: ['A', 'B', 'A'] } }, 'signs.flight[2]: "A" 重复'],
    ['a sign of another kind', { signs: { luck: ['A'] } }, 'signs: 不认识 luck'],
    [
      'no red deadline',
      { deadlines: { ...smallRouting.deadlines, red: undefined } },
      'deadlines.red',
    ],
    [
      'hours that overlap',
      {
        calendar: {
          ...smallRouting.calendar,
          hours: [
            { opens: '08:00', closes: '12:00' },
            { opens: '11:00', closes: '17:00' },
          ],
        },
      },
      'calendar.hours[1]: 上班时段应先后排列、互不重叠',
    ],
    [
      'an hour that is none',
      { calendar: { ...smallRouting.calendar, hours: [{ opens: '8', closes: '12:00' }] } },
      'calendar.hours[0].opens: 应写作 HH:MM',
    ],
  ])('%s', (_, change, expected) => {
    expect(() => smallTree(change)).toThrow(`routing.yaml › ${expected}`);
  });

  it('a county that no unit answers for', () => {
    const left = smallUnits.units.filter(({ code }) => code !== 'west');
    const withoutWest = compileUnits({ ...smallUnits, units: left }, smallChannels);
    expect(() => compileRouting(smallRouting, withoutWest, compileRegions(smallRegions))).toThrow(
      'routing.yaml › regions.990002: 西县没有属地单位（units.yaml）',
    );
  });

  it('a unit of a place that is in no register', () => {
    const [first, ...others] = smallUnits.units;
    const strayed = [{ ...first, region: '999999' }, ...others];
    const stray = compileUnits({ ...smallUnits, units: strayed }, smallChannels);
    expect(() => compileRouting(smallRouting, stray, compileRegions(smallRegions))).toThrow(
      'units[0].region: 金融办的区域 "999999" 未登记（units.yaml）',
    );
  });
});

it.each([
  ['a narrower branch first', [{ name: '甲', match: { tier: 'red' } }, { name: '乙' }]],
  [
    'a branch that continues',
    [
      { name: '甲', continue: true },
      { name: '乙', match: { tier: 'red' } },
    ],
  ],
  [
    'a lower sum behind a higher',
    [
      { name: '甲', match: { amountAtLeast: 20 } },
      { name: '乙', match: { amountAtLeast: 10 } },
    ],
  ],
  [
    'a zone beside a county that is taken',
    [
      { name: '甲', match: { region: ['990001', '990002'] } },
      { name: '乙', match: { region: 'Z-park' } },
    ],
  ],
  [
    'a branch behind those that need more',
    [
      { name: '甲', match: { tier: 'red', name: '医院' } },
      { name: '乙', match: { tier: 'red' } },
    ],
  ],
])('%s makes nothing unreachable', (_, routes) => {
  expect(smallTree({ routes }).root.routes).toHaveLength(2);
});

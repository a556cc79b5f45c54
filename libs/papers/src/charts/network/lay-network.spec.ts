import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { networkOf, roughly, wordsIn } from '../../testing/charts.js';
import { overlap, WIDTH, type Area } from '../drawing.js';
import { crossesArea, crossLines } from './crossing.js';
import { layNetwork } from './lay-network.js';
import { spread } from './place-knots.js';
import { anglesBetween } from './rings.js';
import { pushApart } from './push-apart.js';
import { bundlesOf } from './ties.js';

const textsOf = (chart: Parameters<typeof layNetwork>[0]) =>
  wordsIn(layNetwork(chart, roughly)).map(({ text }) => text);

/** Boxes of names have round corners, grounds under labels have none. */
const boxesOf = (near: number, far: number) =>
  layNetwork(networkOf(near, far), roughly).marks.filter(
    (mark) => mark.kind === 'box' && mark.round !== undefined,
  ) as readonly Area[];

describe('names', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [5, 0],
    [5, 6],
    [9, 10],
    [12, 12],
    [24, 0],
  ])(
    'of a centre, %i around it and %i behind them stand apart and within the picture',
    (near, far) => {
      const boxes = boxesOf(near, far);
      const { height } = layNetwork(networkOf(near, far), roughly);
      expect(boxes).toHaveLength(1 + near + far);
      boxes.forEach((box, i) => {
        expect(boxes.slice(i + 1).filter((other) => overlap(box, other))).toEqual([]);
        expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(WIDTH);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      });
    },
  );

  it('have that of the centre in the middle', () => {
    const [centre] = boxesOf(6, 3);
    expect(centre!.x + centre!.width / 2).toBeCloseTo(WIDTH / 2);
  });
});

describe('cords', () => {
  const knots = [
    { id: 'a', label: '甲' },
    { id: 'b', label: '乙' },
  ];

  it.each([
    [
      'of the same two are one',
      [
        ['a', 'b', '股东'],
        ['b', 'a', '夫妻'],
      ],
      ['股东、夫妻'],
    ],
    [
      'that say the same say it once',
      [
        ['a', 'b', '股东'],
        ['a', 'b', '股东'],
      ],
      ['股东'],
    ],
    ['to nobody are left out', [['a', 'x', '股东']], []],
    ['to oneself are left out', [['a', 'a', '股东']], []],
  ])('%s', (_, cords, labels) => {
    const bundles = bundlesOf({
      knots,
      cords: cords.map(([from = '', to = '', label = '']) => ({ from, to, label })),
    });
    expect(bundles.map(({ label }) => label)).toEqual(labels);
  });

  it('are all labelled', () => {
    const labels = textsOf(networkOf(4, 4)).filter(
      (text) => text === '股东' || text === '同一电话',
    );
    expect(labels).toHaveLength(4);
  });

  const [o, east, south] = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 0, y: 10 },
  ];
  const se = { x: 10, y: 10 };

  it.each([
    ['that cross', [o, se], [east, south], true],
    ['that only share an end', [o, se], [o, east], false],
    ['side by side', [o, east], [south, se], false],
  ])('%s are told', (_, [a, b], [c, d], cross) => {
    expect(crossLines(a!, b!, c!, d!)).toBe(cross);
  });

  it.each([
    ['through a box', { x: 4, y: 4, width: 2, height: 2 }, true],
    ['past its corner', { x: 6, y: 1, width: 2, height: 2 }, false],
    ['that end before it', { x: 12, y: 12, width: 2, height: 2 }, false],
  ])('%s are told', (_, box, through) => {
    expect(crossesArea(o, se, box)).toBe(through);
  });
});

describe('room', () => {
  it('goes to as many as it has places for, taken evenly', () => {
    expect(spread(['a', 'b', 'c', 'd'], 2)).toEqual(['b', 'd']);
    expect(spread(['a', 'b'], 3)).toEqual(['a', 'b']);
  });

  it.each([
    ['one a gap', [0, 2, 4], 3, [1, 3, 4 + (2 * Math.PI - 4) / 2]],
    ['more in a wide one', [0, 1], 2, [1 + (2 * Math.PI - 1) / 3, 1 + (2 * (2 * Math.PI - 1)) / 3]],
    ['none where there are none', [], 3, []],
  ])('outside is between those inside: %s', (_, inner, count, angles) => {
    const found = anglesBetween(inner, count);
    expect(found).toHaveLength(angles.length);
    found.forEach((angle, i) => expect(angle).toBeCloseTo(angles[i]!));
  });

  it('is made by whoever may move; nobody leaves the sheet', () => {
    const box = fc.record({
      x: fc.nat(100),
      y: fc.nat(100),
      width: fc.constant(10),
      height: fc.constant(6),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 8 }), (boxes) => {
        const fixed = { x: 60, y: 60, width: 20, height: 10, fixed: true };
        const moved = pushApart(
          [fixed, ...boxes.map((b) => ({ ...b, fixed: false }))],
          { width: 156, height: 140 },
          2,
        );
        expect(moved[0]).toEqual(fixed);
        for (const { x, y } of moved) expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('odd relations', () => {
  it.each([
    ['nobody', { ...networkOf(0, 0), knots: [] }, ['没有数据']],
    ['a centre without a name', { ...networkOf(0, 0), knots: [{ id: 'a', label: '' }] }, ['']],
  ])('of %s are drawn', (_, chart, texts) => {
    expect(textsOf(chart)).toEqual(texts);
  });

  it('of many more than a page holds are drawn too', () => {
    expect(boxesOf(60, 20)).toHaveLength(81);
  });
});

import { expect, it } from '@jest/globals';
import { drawnMap } from './outlines.js';

const square = (west: number, south: number, side: number) => [
  ...[[west, south] as const, [west + side, south] as const],
  ...[[west + side, south + side] as const, [west, south] as const],
];

it('draws a city flat, north above, as wide as the view', () => {
  const map = drawnMap({
    shapes: [
      { code: 'a', rings: [square(113, 25, 1)] },
      { code: 'b', rings: [square(114, 25, 1), square(114.2, 25.2, 0.1)] },
    ],
  });
  expect([map.width, map.outlines.map(({ code }) => code)]).toEqual([640, ['a', 'b']]);
  const [a, b] = map.outlines;
  expect(a!.path).toMatch(/^M8\.0 \d+\.\dL/);
  expect(b!.path.match(/M/g)).toHaveLength(2);
  expect(a!.x).toBeLessThan(b!.x);
  // One degree is as high as it is wide, but for the cosine of 25.5 degrees.
  expect((map.height - 16) / 312).toBeCloseTo(1 / Math.cos((25.5 * Math.PI) / 180), 1);
});

import { describe, expect, it } from '@jest/globals';
import { sliceByCharacter } from './slices.js';
import { charactersOf, Typeface } from './typeface.js';

const typeface = new Typeface('noto-sans-sc', 400);
const BOX = typeface.outlineOf('\u{20000}');

/** How high the single stroke of 一 is: that is how heavy a weight is. */
function heavinessOf(weight: number): number {
  const { strokes } = new Typeface('noto-sans-sc', weight).outlineOf('一');
  const heights = strokes.flatMap(({ args }) => args.filter((_, i) => i % 2 === 1));
  return Math.max(...heights) - Math.min(...heights);
}

describe('a character', () => {
  it.each(
    Array.from('北湖区苏仙桂阳宜章永兴嘉禾临武汝城东安仁资市郴州0123456789AZaz%（）、…—·℃㎡〇'),
  )('%s has an outline', (char) => {
    const outline = typeface.outlineOf(char);
    expect(outline.strokes.length).toBeGreaterThan(3);
    expect(outline).not.toBe(BOX);
  });

  it.each([
    ['beyond the first plane', '\u{20000}'],
    ['of pictures', '😀'],
    ['half a pair', '\ud800'],
    ['of control', '\u0007'],
  ])('%s is a box', (_, char) => {
    expect(typeface.outlineOf(char)).toEqual(BOX);
  });

  it.each([
    ['a blank', ' '],
    ['a wide blank', '\u3000'],
    ['a tab', '\t'],
  ])('that is %s leaves no ink and moves on', (_, char) => {
    const { advance, strokes } = typeface.outlineOf(char);
    expect(strokes).toEqual([]);
    expect(advance).toBeGreaterThan(100);
  });

  it('of Chinese is as wide as it is large', () => {
    expect(typeface.width('郴州', 10)).toBe(20);
  });
});

it('weights are printed as they were asked for', () => {
  expect(heavinessOf(400)).toBeGreaterThan(heavinessOf(100));
  expect(heavinessOf(900)).toBeGreaterThan(heavinessOf(400));
});

it('marks that nobody sees are not written', () => {
  expect(charactersOf('甲\u200b乙\u202e丙\ufe0f')).toEqual(['甲', '乙', '丙']);
});

it('all but a few of the characters of GB 2312 have outlines', () => {
  const lacking = charactersOfGb2312().filter((char) => typeface.outlineOf(char) === BOX);
  expect(lacking.length).toBeLessThanOrEqual(40);
});

function charactersOfGb2312(): readonly string[] {
  const decoder = new TextDecoder('gb18030');
  const rows = Array.from({ length: 72 }, (_, row) => row + 0xb0);
  const cells = Array.from({ length: 94 }, (_, cell) => cell + 0xa1);
  return rows
    .flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))))
    .filter((char) => /^\p{Script=Han}$/u.test(char));
}

it('a range of characters belongs to the first slice that names it', () => {
  const slices = sliceByCharacter({ '[1]': 'U+4e00-4e02,U+4e10', latin: 'U+4e02-4e03' });
  expect([...slices]).toEqual([
    [0x4e00, '1'],
    [0x4e01, '1'],
    [0x4e02, '1'],
    [0x4e10, '1'],
    [0x4e03, 'latin'],
  ]);
});

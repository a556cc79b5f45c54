import { expect, it } from '@jest/globals';
import { create, type Font } from 'fontkit';
import { sewFont } from './sew-font.js';
import { Typeface } from './typeface.js';

const CHARACTERS = Array.from('郴州，（）—0Ag㎡\u{20000} ');
const typeface = new Typeface('noto-serif-sc', 400);
const sewn = create(sewFont(CHARACTERS, typeface, 'House')) as Font;

it('a sewn font holds just these characters', () => {
  const sorted = CHARACTERS.map((char) => char.codePointAt(0)!).sort((a, b) => a - b);
  expect(sewn.characterSet).toEqual(sorted);
});

it.each(CHARACTERS)('%s is as wide and as large as in its typeface', (char) => {
  const { advance, strokes } = typeface.outlineOf(char);
  const glyph = sewn.glyphForCodePoint(char.codePointAt(0)!);
  const across = strokes.flatMap(({ args }) => args.filter((_, i) => i % 2 === 0));
  expect(glyph.advanceWidth).toBe(advance);
  if (across.length === 0) return;
  expect(glyph.cbox.minX).toBe(Math.min(...across));
  expect(glyph.cbox.maxX).toBe(Math.max(...across));
});

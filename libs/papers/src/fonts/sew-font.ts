import type { Outline, Stroke, Typeface } from './typeface.js';
import { sfntOf } from './woff2/unpack-woff2.js';

const ASCENT = 880;
const DESCENT = -120;
const ON_CURVE = 1;

/** A point of a contour as TrueType holds it. */
interface Node {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/**
 * One TrueType font of just these characters, in the weight of the typeface. A PDF would otherwise
 * hold a font for each of the slices that a text needs, and each in its lightest weight.
 */
export function sewFont(characters: readonly string[], typeface: Typeface, name: string): Buffer {
  const sorted = [...new Set(characters)].sort((a, b) => codePointOf(a) - codePointOf(b));
  const outlines = [EMPTY, ...sorted.map((char) => typeface.outlineOf(char))];
  const glyphs = outlines.map(glyphOf);
  return sfntOf([
    ['OS/2', os2()],
    ['cmap', cmap(sorted.map(codePointOf))],
    ['glyf', Buffer.concat(glyphs)],
    ['head', head()],
    ['hhea', hhea(glyphs.length)],
    ['hmtx', Buffer.concat(outlines.map(metrics))],
    ['loca', loca(glyphs)],
    ['maxp', maxp(glyphs.length)],
    ['name', names(name)],
    ['post', post()],
  ]);
}

const EMPTY: Outline = { advance: 500, strokes: [] };
const codePointOf = (char: string): number => char.codePointAt(0) ?? 0;

/** Numbers one after another, each of so many bytes. */
function packed(bytes: 2 | 4, ...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(bytes * values.length);
  const top = 2 ** (8 * bytes);
  values.forEach((value, i) => buffer.writeUIntBE(((value % top) + top) % top, bytes * i, bytes));
  return buffer;
}

/** Strokes as contours: a curve's handle and its end are two points. */
function contoursOf(strokes: readonly Stroke[]): readonly (readonly Node[])[] {
  const contours: Node[][] = [];
  for (const { command, args } of strokes) {
    const [x = 0, y = 0, endX = 0, endY = 0] = args;
    if (command === 'moveTo') contours.push([{ x, y, onCurve: true }]);
    if (command === 'lineTo') contours.at(-1)?.push({ x, y, onCurve: true });
    if (command === 'quadraticCurveTo')
      contours.at(-1)?.push({ x, y, onCurve: false }, { x: endX, y: endY, onCurve: true });
  }
  return contours.filter((contour) => contour.length > 1);
}

function glyphOf({ strokes }: Outline): Buffer {
  const contours = contoursOf(strokes);
  if (contours.length === 0) return Buffer.alloc(0);
  const nodes = contours.flat();
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  let end = -1;
  const ends = contours.map(({ length }) => (end += length));
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const glyph = Buffer.concat([
    packed(2, contours.length, ...box, ...ends, 0),
    Buffer.from(nodes.map(({ onCurve }) => (onCurve ? ON_CURVE : 0))),
    packed(2, ...steps(xs), ...steps(ys)),
  ]);
  return Buffer.concat([glyph, Buffer.alloc(-glyph.length & 3)]);
}

const steps = (values: readonly number[]): readonly number[] =>
  values.map((value, i) => value - (i === 0 ? 0 : (values[i - 1] ?? 0)));

function metrics({ advance, strokes }: Outline): Buffer {
  const xs = contoursOf(strokes).flatMap((contour) => contour.map(({ x }) => x));
  return packed(2, advance, xs.length === 0 ? 0 : Math.min(...xs));
}

function loca(glyphs: readonly Buffer[]): Buffer {
  let at = 0;
  return packed(4, 0, ...glyphs.map(({ length }) => (at += length)));
}

/** Format 12, a group a character: no range is worth finding among so few. */
function cmap(codePoints: readonly number[]): Buffer {
  const groups = codePoints.flatMap((codePoint, i) => [codePoint, codePoint, i + 1]);
  const table = Buffer.concat([
    packed(2, 12, 0),
    packed(4, 16 + 4 * groups.length, 0, codePoints.length, ...groups),
  ]);
  return Buffer.concat([packed(2, 0, 1, 3, 10), packed(4, 12), table]);
}

/** Version, checks, 1000 units an em, no dates, the box of all letters, places in four bytes. */
const head = (): Buffer =>
  Buffer.concat([
    packed(4, 0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    packed(2, 3, 1000),
    packed(4, 0, 0, 0, 0),
    packed(2, -500, -500, 2000, 1500, 0, 8, 2, 1, 0),
  ]);

const hhea = (count: number): Buffer =>
  Buffer.concat([
    packed(4, 0x00010000),
    packed(2, ASCENT, DESCENT, 0, 2000, 0, 0, 2000, 1, 0, 0, 0, 0, 0, 0, 0, count),
  ]);

const maxp = (count: number): Buffer =>
  Buffer.concat([
    packed(4, 0x00010000),
    packed(2, count, 2000, 200, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
  ]);

function names(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16();
  const records = [1, 4, 6].flatMap((id) => [3, 1, 0x409, id, text.length, 0]);
  return Buffer.concat([packed(2, 0, 3, 6 + 2 * records.length, ...records), text]);
}

const post = (): Buffer => packed(4, 0x00030000, 0, 0, 0, 0, 0, 0, 0);

/** Version 4; only ascent, descent and the right to embed (0) are ever read. */
const os2 = (): Buffer =>
  Buffer.concat([
    packed(2, 4, 1000, 400, 5, 0, ...new Array<number>(11).fill(0)),
    Buffer.alloc(10 + 16 + 4),
    packed(2, 64, 0, 0xffff, ASCENT, DESCENT, 0, ASCENT, -DESCENT),
    packed(4, 0, 0),
    packed(2, 500, 730, 0, 32, 0),
  ]);

import { ByteReader } from './byte-reader.js';
import { Triplets } from './triplets.js';

/** Outlines and where each begins, as TrueType holds them. */
export interface Outlines {
  readonly glyf: Buffer;
  readonly loca: Buffer;
}

/** The streams that WOFF2 takes outlines apart into. */
interface Streams {
  readonly contours: ByteReader;
  readonly points: ByteReader;
  readonly triplets: Triplets;
  readonly glyphs: ByteReader;
  readonly composites: ByteReader;
  readonly boxes: ByteReader;
}

/** Puts together again what WOFF2 took apart (WOFF2, 5.1); hints are left out, as only outlines are asked for. */
export function outlinesOf(transformed: Buffer): Outlines {
  const reader = new ByteReader(transformed);
  reader.uint32(); // nought, and options of which none concerns outlines
  const count = reader.uint16();
  reader.uint16(); // the format of the old loca; ours is always the long one
  const sizes = Array.from({ length: 7 }, () => reader.uint32());
  const [contours, points, flags, glyphs, composites, boxes] = sizes.map(
    (size) => new ByteReader(reader.take(size)),
  ) as [ByteReader, ByteReader, ByteReader, ByteReader, ByteReader, ByteReader];
  const hasBox = boxes.take(4 * Math.ceil(count / 32));
  const triplets = new Triplets(flags, glyphs);
  const streams = { contours, points, triplets, glyphs, composites, boxes };
  const explicit = (i: number): boolean => ((hasBox[i >> 3] ?? 0) & (128 >> (i & 7))) !== 0;
  return bound(Array.from({ length: count }, (_, i) => glyphOf(streams, explicit(i))));
}

function bound(glyphs: readonly Buffer[]): Outlines {
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  let at = 0;
  glyphs.forEach((glyph, i) => {
    loca.writeUInt32BE(at, 4 * i);
    at += glyph.length;
  });
  loca.writeUInt32BE(at, 4 * glyphs.length);
  return { glyf: Buffer.concat(glyphs), loca };
}

function glyphOf(streams: Streams, hasBox: boolean): Buffer {
  const contours = streams.contours.int16();
  if (contours === 0) return Buffer.alloc(0);
  return contours > 0 ? simple(streams, contours, hasBox) : composite(streams);
}

const BOX = { at: 2, end: 10 } as const;

/** Its contours, the box around it, where contours end, no hints, and for each point a flag, dx and dy. */
function simple(streams: Streams, contours: number, hasBox: boolean): Buffer {
  let last = -1;
  const ends = Array.from({ length: contours }, () => (last += streams.points.short255()));
  const flagsAt = BOX.end + 2 * contours + 2;
  const glyph = Buffer.alloc(flagsAt + 5 * (last + 1));
  glyph.writeInt16BE(contours, 0);
  ends.forEach((end, i) => glyph.writeUInt16BE(end, BOX.end + 2 * i));
  writePoints(glyph, flagsAt, last + 1, streams.triplets);
  streams.glyphs.short255(); // how many bytes of hints there were
  if (hasBox) streams.boxes.take(8).copy(glyph, BOX.at);
  return glyph;
}

/** Writes points and the box around them. */
function writePoints(glyph: Buffer, at: number, count: number, triplets: Triplets): void {
  let [x, y, left, bottom, right, top] = [0, 0, Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    triplets.next();
    glyph[at + i] = triplets.onCurve ? 1 : 0;
    glyph.writeInt16BE(triplets.dx, at + count + 2 * i);
    glyph.writeInt16BE(triplets.dy, at + 3 * count + 2 * i);
    x += triplets.dx;
    y += triplets.dy;
    left = Math.min(left, x);
    bottom = Math.min(bottom, y);
    right = Math.max(right, x);
    top = Math.max(top, y);
  }
  [left, bottom, right, top].forEach((edge, i) => glyph.writeInt16BE(edge, BOX.at + 2 * i));
}

const COMPONENT = { words: 1, scale: 8, more: 32, twoScales: 64, matrix: 128, hints: 256 } as const;

/** A glyph made of others is kept as it is, but for its hints. */
function composite({ composites, glyphs, boxes }: Streams): Buffer {
  const parts = [Buffer.of(255, 255), boxes.take(8)];
  let flags: number = COMPONENT.more;
  let hints = 0;
  while (flags & COMPONENT.more) {
    flags = composites.uint16();
    hints |= flags & COMPONENT.hints;
    const kept = flags & ~COMPONENT.hints;
    parts.push(Buffer.of(kept >> 8, kept & 255), composites.take(2 + placeSize(flags)));
  }
  if (hints) glyphs.short255();
  return Buffer.concat(parts);
}

function placeSize(flags: number): number {
  const shift = flags & COMPONENT.words ? 4 : 2;
  if (flags & COMPONENT.matrix) return shift + 8;
  if (flags & COMPONENT.twoScales) return shift + 4;
  return flags & COMPONENT.scale ? shift + 2 : shift;
}

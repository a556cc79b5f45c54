import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { ByteReader } from './byte-reader.js';
import { unpackWoff2 } from './unpack-woff2.js';

const fileOf = (slice: string): Buffer => {
  const name = `@fontsource-variable/noto-sans-sc/files/noto-sans-sc-${slice}-wght-normal.woff2`;
  return readFileSync(createRequire(import.meta.url).resolve(name));
};

describe('a slice', () => {
  // fontkit reads WOFF2 too, in the lightest weight: there both must agree to the point.
  it.each(['4', '32', '86', '119', 'latin', 'vietnamese'])(
    '%s has the outlines that fontkit finds',
    (slice) => {
      const file = fileOf(slice);
      const [ours, theirs] = [unpackWoff2(file), file].map((bytes) => create(bytes) as Font);
      expect(ours!.characterSet).toEqual(theirs!.characterSet);
      for (const codePoint of theirs!.characterSet) {
        const [our, their] = [ours!, theirs!].map((font) => font.glyphForCodePoint(codePoint));
        expect(our!.path.toSVG()).toBe(their!.path.toSVG());
        expect(our!.advanceWidth).toBe(their!.advanceWidth);
      }
    },
  );
});

describe('a number', () => {
  it.each([
    ['of one byte', [0x3f], 63],
    ['of two bytes', [0x81, 0x01], 129],
    ['of three bytes', [0x84, 0x80, 0x00], 65536],
  ])('of base 128 %s', (_, bytes, value) => {
    expect(new ByteReader(Buffer.from(bytes)).base128()).toBe(value);
  });

  it.each([
    ['small', [252], 252],
    ['a little larger', [255, 1], 254],
    ['larger still', [254, 0], 506],
    ['in full', [253, 2, 0], 512],
  ])('that is %s', (_, bytes, value) => {
    expect(new ByteReader(Buffer.from(bytes)).short255()).toBe(value);
  });
});

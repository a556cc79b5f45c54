import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { unpackWoff2 } from './woff2/unpack-woff2.js';

/** A family of the fontsource packages that we bring along. */
export type Family = 'noto-sans-sc' | 'noto-serif-sc';

/** A family comes cut into a hundred files by character; this opens the ones that are asked for. */
export class Slices {
  private readonly opened = new Map<string, Font>();
  private readonly folder: string;
  private readonly sliceOf: ReadonlyMap<number, string>;

  constructor(
    private readonly family: Family,
    private readonly weight: number,
  ) {
    const require = createRequire(import.meta.url);
    this.folder = join(require.resolve(`@fontsource-variable/${family}/unicode.json`), '..');
    const text = readFileSync(join(this.folder, 'unicode.json'), 'utf8');
    this.sliceOf = sliceByCharacter(JSON.parse(text) as Readonly<Record<string, string>>);
  }

  /** The file that holds a character, or null when the family lacks it. */
  fontOf(codePoint: number): Font | null {
    const slice = this.sliceOf.get(codePoint);
    if (slice === undefined) return null;
    const font = this.opened.get(slice) ?? this.open(slice);
    return font.hasGlyphForCodePoint(codePoint) ? font : null;
  }

  private open(slice: string): Font {
    const file = join(this.folder, 'files', `${this.family}-${slice}-wght-normal.woff2`);
    const variable = create(unpackWoff2(readFileSync(file))) as Font;
    // Left alone, a variable font is as light as it can be.
    const font = variable.getVariation({ wght: this.weight });
    this.opened.set(slice, font);
    return font;
  }
}

/** `{"[7]": "U+4e00-4e05,U+4e10"}` as the slice of each character; the first that names it has it. */
export function sliceByCharacter(
  ranges: Readonly<Record<string, string>>,
): ReadonlyMap<number, string> {
  const slices = new Map<number, string>();
  for (const [name, list] of Object.entries(ranges))
    for (const codePoint of list.split(',').flatMap(codePointsOf))
      if (!slices.has(codePoint)) slices.set(codePoint, name.replace(/[[\]]/g, ''));
  return slices;
}

function codePointsOf(range: string): readonly number[] {
  const [first = 0, last = first] = range
    .replace('U+', '')
    .split('-')
    .map((digits) => parseInt(digits, 16));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

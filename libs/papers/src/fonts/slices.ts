import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { unpackWoff2 } from './woff2/unpack-woff2.js';

/** A family of the fontsource packages that we bring along. */
export type Family = 'noto-sans-sc' | 'noto-serif-sc';

const families = new Map<Family, Slices>();

/** The slices of a family, the same for all its weights: unpacking them is what takes long. */
export function slicesOf(family: Family): Slices {
  const known = families.get(family) ?? new Slices(family);
  families.set(family, known);
  return known;
}

/** A slice that was opened, and the weights that were cut from it. */
interface Opened {
  readonly variable: Font;
  readonly weights: Map<number, Font>;
}

/** A family comes cut into a hundred files by character; this opens the ones that are asked for. */
export class Slices {
  private readonly opened = new Map<string, Opened>();
  private readonly folder: string;
  private readonly sliceOf: ReadonlyMap<number, string>;

  constructor(private readonly family: Family) {
    const require = createRequire(import.meta.url);
    this.folder = join(require.resolve(`@fontsource-variable/${family}/unicode.json`), '..');
    const text = readFileSync(join(this.folder, 'unicode.json'), 'utf8');
    this.sliceOf = sliceByCharacter(JSON.parse(text) as Readonly<Record<string, string>>);
  }

  /** The file that holds a character, in this weight; null when the family lacks it. */
  fontOf(codePoint: number, weight: number): Font | null {
    const slice = this.sliceOf.get(codePoint);
    if (slice === undefined) return null;
    const font = this.weighing(this.opened.get(slice) ?? this.open(slice), weight);
    return font.hasGlyphForCodePoint(codePoint) ? font : null;
  }

  private open(slice: string): Opened {
    const file = join(this.folder, 'files', `${this.family}-${slice}-wght-normal.woff2`);
    const variable = create(unpackWoff2(readFileSync(file))) as Font;
    const opened = { variable, weights: new Map<number, Font>() };
    this.opened.set(slice, opened);
    return opened;
  }

  private weighing({ variable, weights }: Opened, weight: number): Font {
    // Left alone, a variable font is as light as it can be.
    const font = weights.get(weight) ?? variable.getVariation({ wght: weight });
    weights.set(weight, font);
    return font;
  }
}

/** `{"[7]": "U+4e00-4e05,U+4e10"}` as the slice of each character; the first that names it has it. */
export function sliceByCharacter(
  ranges: Readonly<Record<string, string>>,
): ReadonlyMap<number, string> {
  const slices = new Map<number, string>();
  for (const [name, list] of Object.entries(ranges))
    for (const range of list.split(',')) claim(slices, boundsOf(range), name.replace(/[[\]]/g, ''));
  return slices;
}

function claim(slices: Map<number, string>, [first, last]: Bounds, slice: string): void {
  for (let codePoint = first; codePoint <= last; codePoint++)
    if (!slices.has(codePoint)) slices.set(codePoint, slice);
}

type Bounds = readonly [number, number];

function boundsOf(range: string): Bounds {
  const dash = range.indexOf('-');
  const first = parseInt(range.slice('U+'.length), 16);
  return [first, dash < 0 ? first : parseInt(range.slice(dash + 1), 16)];
}

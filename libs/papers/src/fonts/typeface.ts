import { slicesOf, type Family, type Slices } from './slices.js';

/** A stroke of an outline; coordinates in thousandths of the size, the y axis pointing up. */
export interface Stroke {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
}

/** What a character looks like and how far it moves the pen, in thousandths of its size. */
export interface Outline {
  readonly advance: number;
  readonly strokes: readonly Stroke[];
}

/** Blanks move the pen and leave no ink. */
const isBlank = (char: string): boolean => /^\s$/u.test(char);

/** Marks that no reader sees: joiners, direction marks, variation selectors. */
const UNSEEN = /[\p{Cf}\ufe00-\ufe0f]/gu;

/** One family in one weight: gives outlines, so nothing depends on the fonts of a machine. */
export class Typeface {
  private readonly outlines = new Map<string, Outline>();
  private readonly slices: Slices;

  constructor(
    family: Family,
    private readonly weight: number,
  ) {
    this.slices = slicesOf(family);
  }

  /** The outlines of a text in its order; a character that the family lacks is an empty box. */
  outlinesOf(text: string): readonly Outline[] {
    return charactersOf(text).map((char) => this.outlineOf(char));
  }

  /** How wide a text stands when written at this size. */
  width(text: string, size: number): number {
    const thousandths = this.outlinesOf(text).reduce((sum, { advance }) => sum + advance, 0);
    return (thousandths * size) / 1000;
  }

  outlineOf(char: string): Outline {
    const known = this.outlines.get(char);
    if (known) return known;
    const outline = this.read(char);
    this.outlines.set(char, outline);
    return outline;
  }

  private read(char: string): Outline {
    const codePoint = char.codePointAt(0) ?? 0;
    const font = this.slices.fontOf(codePoint, this.weight);
    if (!font) return isBlank(char) ? BLANK : BOX;
    const glyph = font.glyphForCodePoint(codePoint);
    const strokes = glyph.path.commands.map(({ command, args }) => ({
      command,
      args: args.map(Math.round),
    }));
    return { advance: Math.round(glyph.advanceWidth), strokes };
  }
}

const opened = new Map<string, Typeface>();

/** The typeface of a family in a weight, opened once: charts and PDF write in the same. */
export function openTypeface(family: Family, weight: number): Typeface {
  const name = `${family} ${weight}`;
  const known = opened.get(name) ?? new Typeface(family, weight);
  opened.set(name, known);
  return known;
}

/** The characters of a text that take part in writing. */
export const charactersOf = (text: string): readonly string[] =>
  Array.from(text.replace(UNSEEN, ''));

const BLANK: Outline = { advance: 500, strokes: [] };

const rectangle = (corners: readonly (readonly [number, number])[]): readonly Stroke[] => [
  ...corners.map((args, i) => ({
    command: i === 0 ? ('moveTo' as const) : ('lineTo' as const),
    args,
  })),
  { command: 'closePath', args: [] },
];

/** What stands for a character that the family lacks: a frame, drawn as two rectangles that turn against each other. */
const BOX: Outline = {
  advance: 1000,
  strokes: [
    ...rectangle([
      [80, -80],
      [80, 840],
      [920, 840],
      [920, -80],
    ]),
    ...rectangle([
      [140, -20],
      [860, -20],
      [860, 780],
      [140, 780],
    ]),
  ],
};

import { openTypeface, type Typeface } from '../fonts/typeface.js';
import { breakLines, type Line } from './break-lines.js';
import type { Ink, Piece } from './piece.js';
import { FACES, LINE, SHEET, type FaceName, type Style } from './sheet.js';

/** How a paragraph stands; indents are in points. */
export interface Paragraph {
  readonly align?: 'left' | 'both' | 'centre' | 'right';
  /** Of all lines, and of the first one beyond that. */
  readonly left?: number;
  readonly first?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  readonly pitch?: number;
  /** The width to fill, when it is not the whole type area. */
  readonly width?: number;
}

/** The typeface of a face, opened when it is first written in. */
export function typefaceOf(face: FaceName): Typeface {
  const { family, weight } = FACES[face];
  return openTypeface(family, weight);
}

export function advanceIn({ face, size, spacing }: Style): (char: string) => number {
  const typeface = typefaceOf(face);
  return (char) => typeface.width(char, size) + spacing;
}

/** Text as pieces, one a line; the writer's own breaks begin new paragraphs. */
export function setText(text: string, style: Style, paragraph: Paragraph = {}): readonly Piece[] {
  return text.split(/\r\n|[\n\r]/u).flatMap((one) => setParagraph(one, style, paragraph));
}

function setParagraph(text: string, style: Style, paragraph: Paragraph): readonly Piece[] {
  const { left = 0, first = 0, right = 0, width = SHEET.typeWidth, pitch = LINE } = paragraph;
  const rest = width - left - right;
  const lines = breakLines(text, { first: rest - first, rest }, advanceIn(style));
  return lines.map((line, i) => {
    const indent = left + (i === 0 ? first : 0);
    const ink = setLine(line, style, paragraph.align ?? 'left', indent, width - indent - right);
    const y = (pitch - style.size) / 2 + style.size * 0.88;
    return {
      height: pitch,
      keepNext: paragraph.keepNext ?? false,
      ink: ink.map((one) => ({ ...one, y })),
    };
  });
}

type Written = Extract<Ink, { kind: 'text' }>;

function setLine(
  { text, width, isLast }: Line,
  style: Style,
  align: NonNullable<Paragraph['align']>,
  indent: number,
  room: number,
): readonly Written[] {
  if (text.trim() === '') return [];
  const slack = room - width + style.spacing;
  const ink = { kind: 'text', x: indent, y: 0, text, style } as const;
  if (align === 'centre') return [{ ...ink, x: indent + Math.max(slack / 2, 0) }];
  if (align === 'right') return [{ ...ink, x: indent + slack }];
  if (align === 'left' || isLast) return [ink];
  const gaps = Array.from(text).length - 1;
  // A line that hangs over keeps its own width: its last character is half blank.
  const more = gaps > 0 ? Math.max(slack, 0) / gaps : 0;
  return [{ ...ink, style: { ...style, spacing: style.spacing + more } }];
}

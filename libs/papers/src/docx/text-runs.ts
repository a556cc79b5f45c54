import { Paragraph, TextRun, type IParagraphOptions, type Tab } from 'docx';
import { printable } from '../printable.js';
import { FONT, LINE, SIZE } from './layout.js';

/** One typeface for Chinese and Latin alike. */
const typeface = (name: string) => ({ ascii: name, eastAsia: name, hAnsi: name, cs: name });

export interface Face {
  readonly font?: string;
  readonly size?: number;
}

/** A stretch of text in a face; size three of 仿宋 unless said otherwise. */
export function run(text: string, { font = FONT.body, size = SIZE.three }: Face = {}): TextRun {
  return new TextRun({ text: printable(text), font: typeface(font), size });
}

/** A run of several pieces: a field, as the page number is one, or texts parted by tabs. */
export const piecesRun = (
  pieces: readonly (string | Tab)[],
  { font = FONT.body, size = SIZE.three }: Face = {},
) =>
  new TextRun({
    children: pieces.map((piece) => (typeof piece === 'string' ? printable(piece) : piece)),
    font: typeface(font),
    size,
  });

/** A line of a fixed pitch, so that 22 of them fill a page. */
export const pitch = { line: LINE, lineRule: 'exact' } as const;

/** Text as paragraphs: one for each line that the writer broke. */
export function paragraphs(
  text: string,
  face: Face = {},
  options: IParagraphOptions = {},
): Paragraph[] {
  return text
    .split(/\r\n|[\n\r]/u)
    .map((line) => new Paragraph({ spacing: pitch, ...options, children: [run(line, face)] }));
}

export const blankLine = (): Paragraph => new Paragraph({ spacing: pitch });

/** A gap of 6 pt. */
export const air = (): Paragraph =>
  new Paragraph({ keepNext: true, spacing: { line: 120, lineRule: 'exact' } });

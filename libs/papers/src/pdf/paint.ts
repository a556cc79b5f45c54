import { assertNever } from '@risk/kit';
import type { Drawing, Mark, Pen, Words } from '../charts/drawing.js';
import type { Ink, Placed } from './piece.js';
import { SHEET, type Style } from './sheet.js';
import { typefaceOf } from './type-setter.js';
import { writable } from './writable.js';

/** A PDF that is being printed. */
export type Document = PDFKit.PDFDocument;

/** Prints what was set on one page. */
export function paintPage(document: Document, page: readonly Placed[]): void {
  for (const { piece, top } of page)
    for (const ink of piece.ink) paintInk(document, ink, SHEET.left, SHEET.top + top);
}

function paintInk(document: Document, ink: Ink, left: number, top: number): void {
  switch (ink.kind) {
    case 'text':
      paintText(document, ink.text, ink.style, left + ink.x, top + ink.y);
      return;
    case 'rule':
      document
        .lineWidth(ink.width)
        .moveTo(left + ink.x, top + ink.y)
        .lineTo(left + ink.toX, top + ink.toY)
        .stroke('#000000');
      return;
    case 'drawing':
      paintDrawing(document, ink.drawing, ink.scale, left + ink.x, top);
      return;
    default:
      assertNever(ink);
  }
}

/** One line of text; nothing is broken or moved any more. */
export function paintText(
  document: Document,
  text: string,
  { face, size, spacing }: Style,
  x: number,
  y: number,
): void {
  document.font(face).fontSize(size).fillColor('#000000').text(writable(text), x, y, {
    lineBreak: false,
    baseline: 'alphabetic',
    characterSpacing: spacing,
  });
}

function paintDrawing(
  document: Document,
  { marks }: Drawing,
  scale: number,
  x: number,
  y: number,
): void {
  document.save().translate(x, y).scale(scale);
  for (const mark of marks) paintMark(document, mark);
  document.restore();
}

function paintMark(document: Document, mark: Mark): void {
  switch (mark.kind) {
    case 'box':
      document.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.round ?? 0);
      finishBox(document, mark.fill, mark.edge);
      return;
    case 'line':
      tracePoints(document, mark.points);
      penned(document, mark.pen).stroke();
      document.undash();
      return;
    case 'shape':
      tracePoints(document, mark.points);
      document.closePath().fill(mark.fill);
      return;
    case 'disc':
      document.circle(mark.x, mark.y, mark.radius).fill(mark.fill);
      return;
    case 'words':
      paintWords(document, mark);
      return;
    default:
      assertNever(mark);
  }
}

function finishBox(document: Document, fill: string, edge: Pen | undefined): void {
  if (!edge) document.fill(fill);
  else if (fill === 'none') penned(document, edge).stroke();
  else penned(document, edge).fillAndStroke(fill, edge.colour);
}

function penned(document: Document, { colour, width, dashes }: Pen): Document {
  document.lineWidth(width).lineJoin('round').strokeColor(colour);
  // pdfkit takes lengths of ink and gap in turn; its types know of one length only.
  if (dashes) document.dash([...dashes] as unknown as number, {});
  return document;
}

function tracePoints(document: Document, points: readonly { x: number; y: number }[]): void {
  points.forEach(({ x, y }, i) => (i === 0 ? document.moveTo(x, y) : document.lineTo(x, y)));
}

function paintWords(document: Document, { text, x, y, size, anchor, fill }: Words): void {
  const shares = { start: 0, middle: 0.5, end: 1 };
  const left = x - typefaceOf('plain').width(text, size) * shares[anchor];
  document
    .font('plain')
    .fontSize(size)
    .fillColor(fill)
    .text(writable(text), left, y, { lineBreak: false, baseline: 'alphabetic' });
}

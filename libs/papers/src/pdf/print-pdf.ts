import type { Paper } from '@risk/domain';
import PDFDocument from 'pdfkit';
import { sewFont } from '../fonts/sew-font.js';
import { paintPage, paintText, type Document } from './paint.js';
import { writable } from './writable.js';
import { pagesOf, type Ink, type Placed } from './piece.js';
import { setPaper } from './set-paper.js';
import { CHARACTER, SHEET, SIZE, type FaceName, type Style } from './sheet.js';
import { advanceIn, typefaceOf } from './type-setter.js';
import { printable } from '../printable.js';

/** Prints a paper that is fit to be printed. */
export function printPdf(paper: Paper): Promise<Buffer> {
  const pages = pagesOf(setPaper(paper), SHEET.typeHeight);
  const moment = new Date(`${paper.date}T00:00:00Z`);
  const document = new PDFDocument({
    autoFirstPage: false,
    lang: 'zh-CN',
    pdfVersion: '1.7',
    displayTitle: true,
    info: {
      Title: printable(paper.title),
      Author: printable(paper.signature?.unit ?? ''),
      CreationDate: moment,
      ModDate: moment,
    },
  });
  for (const [face, characters] of charactersByFace(pages))
    document.registerFont(face, sewFont([...characters], typefaceOf(face), `House-${face}`));
  const bytes = gathered(document);
  pages.forEach((page, i) => {
    document.addPage({ size: [SHEET.width, SHEET.height], margin: 0 });
    paintPage(document, page);
    paintPageNumber(document, i + 1);
  });
  document.end();
  return bytes;
}

const NUMBER: Style = { face: 'song', size: SIZE.four, spacing: 0 };
/** 7 mm under the type area stands the line of the number. */
const NUMBER_FOOT = SHEET.top + SHEET.typeHeight + 32;

/** `— 1 —`: odd pages a character from the right, even ones a character from the left. */
function paintPageNumber(document: Document, nth: number): void {
  const text = `— ${nth} —`;
  const advance = advanceIn(NUMBER);
  const width = Array.from(text).reduce((sum, char) => sum + advance(char), 0);
  const right = SHEET.left + SHEET.typeWidth - CHARACTER - width;
  paintText(document, text, NUMBER, nth % 2 === 1 ? right : SHEET.left + CHARACTER, NUMBER_FOOT);
}

/** The characters that each face has to hold, page numbers included. */
function charactersByFace(
  pages: readonly (readonly Placed[])[],
): ReadonlyMap<FaceName, ReadonlySet<string>> {
  const found = new Map<FaceName, Set<string>>();
  const add = (face: FaceName, text: string): void => {
    const known = found.get(face) ?? new Set<string>();
    for (const char of writable(text)) known.add(char);
    found.set(face, known);
  };
  add('song', '— 0123456789');
  for (const ink of pages.flat().flatMap(({ piece }) => piece.ink))
    for (const { face, text } of textsOf(ink)) add(face, text);
  return found;
}

function textsOf(ink: Ink): readonly { face: FaceName; text: string }[] {
  if (ink.kind === 'text') return [{ face: ink.style.face, text: ink.text }];
  if (ink.kind === 'rule') return [];
  return ink.drawing.marks.flatMap((mark) =>
    mark.kind === 'words' ? [{ face: 'plain', text: mark.text }] : [],
  );
}

function gathered(document: Document): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    document.on('error', reject);
  });
}

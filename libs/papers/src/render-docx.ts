import { numberLine, withHeadingNumbers, type Paper } from '@risk/domain';
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Packer,
  type IParagraphOptions,
  type Paragraph,
  type Table,
} from 'docx';
import { drawAll } from './charts/draw-all.js';
import { blockOf, type Pictures } from './docx/body-blocks.js';
import { endingOf } from './docx/ending.js';
import { fixedParts } from './docx/fixed-parts.js';
import { CHARACTER_SPACE, FONT, LINE, PAGE, SIZE } from './docx/layout.js';
import { mastheadOf } from './docx/masthead.js';
import { pageNumbers } from './docx/page-numbers.js';
import { blankLine, paragraphs } from './docx/text-runs.js';
import { printable } from './printable.js';
import { refuseUnfit } from './refuse-unfit.js';
import { restamp } from './zip/restamp.js';

/** Writes a paper as DOCX in the layout of GB/T 9704-2012; the same paper always gives the same bytes. */
export async function renderDocx(paper: Paper): Promise<Buffer> {
  refuseUnfit(paper);
  const pictures = await drawAll(paper);
  const document = new Document({
    title: printable(paper.title),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { size: SIZE.three, font: FONT.body, language: { eastAsia: 'zh-CN' } } },
      },
    },
    sections: [
      { properties: SHEET, footers: pageNumbers(), children: [...contentOf(paper, pictures)] },
    ],
  });
  return restamp(await Packer.toBuffer(document, undefined, fixedParts(paper)), paper.date);
}

const SHEET = {
  page: {
    size: { width: PAGE.width, height: PAGE.height },
    margin: {
      top: PAGE.top,
      bottom: PAGE.bottom,
      left: PAGE.left,
      right: PAGE.right,
      footer: PAGE.footer,
    },
  },
  grid: {
    type: DocumentGridType.LINES_AND_CHARS,
    linePitch: LINE,
    charSpace: CHARACTER_SPACE,
  },
};

function contentOf(paper: Paper, pictures: Pictures): readonly (Paragraph | Table)[] {
  const setting = { pictures, isBulletin: paper.masthead !== undefined };
  const body = withHeadingNumbers(paper.body).flatMap((block, nth) => blockOf(block, nth, setting));
  return [...headOf(paper), ...body, ...endingOf(paper)];
}

const CENTRED: IParagraphOptions = { alignment: AlignmentType.CENTER, keepNext: true };

function headOf(paper: Paper): readonly Paragraph[] {
  const mark = paper.masthead ? null : numberLine(paper);
  return [
    ...mastheadOf(paper),
    ...paragraphs(paper.title, { font: FONT.title, size: SIZE.two }, CENTRED),
    ...(mark === null ? [] : paragraphs(mark, { font: FONT.kai }, CENTRED)),
    blankLine(),
    ...(paper.addressee === null ? [] : paragraphs(`${paper.addressee}：`)),
  ];
}

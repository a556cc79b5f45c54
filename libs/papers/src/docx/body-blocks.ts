import { chartText, type Block, type Chart, type HeadingLevel } from '@risk/domain';
import { assertNever } from '@risk/kit';
import { AlignmentType, ImageRun, Paragraph, type Table } from 'docx';
import type { Picture } from '../charts/draw-chart.js';
import { CHARACTER, FONT, SIZE } from './layout.js';
import { airyTable, tableOf } from './table-of.js';
import { paragraphs, run, type Face } from './text-runs.js';

const HEADING_FACES: Record<HeadingLevel, Face> = {
  1: { font: FONT.hei },
  2: { font: FONT.kai },
  3: {},
  4: {},
};

/** Every paragraph begins two characters in. */
const firstLine = { indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 } };

/** Twips around what is no text. */
const AIR = 160;

const PIXELS_PER_MM = 96 / 25.4;

/** The charts of a paper as they were drawn. */
export type Pictures = ReadonlyMap<Chart, Picture>;

/** What a block has to know of its paper. */
export interface Setting {
  readonly pictures: Pictures;
  readonly isBulletin: boolean;
}

/** What a block of the body becomes; `nth` numbers pictures, so that equal papers stay equal. */
export function blockOf(
  block: Block,
  nth: number,
  { pictures, isBulletin }: Setting,
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return paragraphs(block.text, HEADING_FACES[block.level], {
        ...firstLine,
        keepNext: true,
        outlineLevel: block.level - 1,
      });
    case 'paragraph':
      return paragraphs(block.text, {}, { ...firstLine, alignment: AlignmentType.BOTH });
    case 'table':
      return isBulletin ? airyTable(block) : tableOf(block);
    case 'chart':
      return [picture(block.chart, nth, pictures), caption(block.chart.title)];
    default:
      return assertNever(block);
  }
}

function picture(chart: Chart, nth: number, pictures: Pictures): Paragraph {
  const drawn = pictures.get(chart);
  if (!drawn) throw new Error(`the chart “${chart.title}” was not drawn`);
  const image = new ImageRun({
    type: 'png',
    data: drawn.png,
    transformation: {
      width: Math.round(drawn.width * PIXELS_PER_MM),
      height: Math.round(drawn.height * PIXELS_PER_MM),
    },
    altText: {
      id: String(nth + 1),
      name: `图${nth + 1}`,
      description: chartText(chart),
      title: '',
    },
  });
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: AIR },
    children: [image],
  });
}

const caption = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: AIR / 2, after: AIR },
    children: [run(text, { size: SIZE.smallFour })],
  });

import type { Block, HeadingLevel } from '@risk/domain';
import { assertNever } from '@risk/kit';
import { AlignmentType, ImageRun, Paragraph, type Table } from 'docx';
import { CHARACTER, FONT, SIZE } from './layout.js';
import { tableOf } from './table-of.js';
import { paragraphs, run, type Face } from './text-runs.js';

const HEADING_FACES: Record<HeadingLevel, Face> = {
  1: { font: FONT.hei },
  2: { font: FONT.kai },
  3: {},
  4: {},
};

/** Every paragraph begins two characters in. */
const firstLine = { indent: { firstLine: 2 * CHARACTER, firstLineChars: 200 } };

const PIXELS_PER_MM = 96 / 25.4;

/** What a block of the body becomes; `nth` numbers pictures, so that equal papers stay equal. */
export function blockOf(block: Block, nth: number): readonly (Paragraph | Table)[] {
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
      return tableOf(block);
    case 'image':
      return [picture(block, nth), caption(block.caption)];
    default:
      return assertNever(block);
  }
}

function picture(block: Extract<Block, { kind: 'image' }>, nth: number): Paragraph {
  const image = new ImageRun({
    type: 'png',
    data: block.png,
    transformation: {
      width: Math.round(block.width * PIXELS_PER_MM),
      height: Math.round(block.height * PIXELS_PER_MM),
    },
    altText: { id: String(nth + 1), name: `图${nth + 1}`, description: block.caption, title: '' },
  });
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] });
}

const caption = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [run(text, { size: SIZE.smallFour })],
  });

import { AlignmentType, Footer, PageNumber, Paragraph } from 'docx';
import { FONT, SIZE } from './layout.js';
import { piecesRun } from './text-runs.js';

/** One character of size four. */
const ONE_CHARACTER = 280;

const pageNumber = (side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: ONE_CHARACTER },
        children: [
          piecesRun(['— ', PageNumber.CURRENT, ' —'], { font: FONT.song, size: SIZE.four }),
        ],
      }),
    ],
  });

/** `— 1 —`: odd pages a character from the right, even ones a character from the left. */
export const pageNumbers = () => ({ default: pageNumber('right'), even: pageNumber('left') });

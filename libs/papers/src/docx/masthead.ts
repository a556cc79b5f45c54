import { numberLine, writtenDay, type Masthead, type Paper } from '@risk/domain';
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Tab,
  TabStopType,
  type IParagraphOptions,
} from 'docx';
import { FONT, LINE, TYPE_WIDTH } from './layout.js';
import { nameSize } from './name-size.js';
import { blankLine, paragraphs, piecesRun, pitch } from './text-runs.js';

const CENTRED: IParagraphOptions = { alignment: AlignmentType.CENTER, keepNext: true };

/** The head of a bulletin: name, marks, issue, then unit and day over a rule; black, no 红头, no 文号. */
export function mastheadOf(paper: Paper): readonly Paragraph[] {
  const { masthead, date } = paper;
  if (!masthead) return [];
  const marks = [...masthead.marks, numberLine(paper) ?? ''].join('');
  return [
    ...nameOf(masthead),
    ...(marks === '' ? [] : paragraphs(marks, { font: FONT.kai }, CENTRED)),
    ...(masthead.issue === null ? [] : paragraphs(`（${masthead.issue}）`, {}, CENTRED)),
    blankLine(),
    unitAndDay(masthead.unit, writtenDay(date)),
    blankLine(),
  ];
}

/** The name, with the air of two lines. */
function nameOf({ name }: Masthead): readonly Paragraph[] {
  const size = nameSize(name);
  const spacing = { line: 2 * LINE, lineRule: 'exact' } as const;
  return paragraphs(name, { font: FONT.title, size }, { ...CENTRED, spacing });
}

/** The unit at the left edge, the day at the right one, a rule as wide as the type area under both. */
function unitAndDay(unit: string, day: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: pitch,
    tabStops: [{ type: TabStopType.RIGHT, position: TYPE_WIDTH }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 4, color: '000000' } },
    children: [piecesRun([unit, new Tab(), day])],
  });
}

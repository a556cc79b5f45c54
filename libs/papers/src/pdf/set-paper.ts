import {
  attachmentLines,
  copiesLine,
  numberLine,
  withHeadingNumbers,
  writtenDay,
  type Block,
  type Chart,
  type Masthead,
  type Paper,
} from '@risk/domain';
import { assertNever } from '@risk/kit';
import { layChart } from '../charts/draw-chart.js';
import type { Drawing } from '../charts/drawing.js';
import { endingPlace } from '../docx/ending-place.js';
import { nameSize } from '../docx/name-size.js';
import type { Ink, Piece } from './piece.js';
import { setTable } from './set-table.js';
import { CHARACTER, LINE, POINTS_PER_MM, SHEET, STYLES, type Style } from './sheet.js';
import { advanceIn, setText, typefaceOf } from './type-setter.js';

const BLANK: Piece = { height: LINE, ink: [] };
const FIRST_LINE = { first: 2 * CHARACTER } as const;

/** A whole paper as pieces in the order of the standard. */
export function setPaper(paper: Paper): readonly Piece[] {
  const mark = numberLine(paper);
  const centred = { align: 'centre', keepNext: true } as const;
  return [
    ...(paper.masthead ? setMasthead(paper.masthead, paper.date) : []),
    ...setText(paper.title, STYLES.title, centred),
    ...(mark === null ? [] : setText(mark, STYLES.mark, centred)),
    BLANK,
    ...(paper.addressee === null ? [] : setText(`${paper.addressee}：`, STYLES.body)),
    ...inCompany(withHeadingNumbers(paper.body).flatMap(setBlock), [
      ...setAttachments(paper),
      ...setSignature(paper),
    ]),
    ...setCopies(paper),
  ];
}

/** Unit and date never stand on a page of their own: the end of the body goes over with them, if a page can hold both. */
export function inCompany(body: readonly Piece[], ending: readonly Piece[]): readonly Piece[] {
  const kept = [...ending.slice(0, -1).map(keptToNext), ...ending.slice(-1)];
  const last = body.findLastIndex((_, i) => !body[i - 1]?.keepNext);
  const height = [...body.slice(last), ...ending].reduce((sum, piece) => sum + piece.height, 0);
  if (height > SHEET.typeHeight) return [...body, ...kept];
  return [...body.slice(0, -1), ...body.slice(-1).map(keptToNext), ...kept];
}

const keptToNext = (piece: Piece): Piece => ({ ...piece, keepNext: true });

/** 报头: name, issue, marks, then unit and date over a rule; black, as it is no red head. */
function setMasthead(masthead: Masthead, date: string): readonly Piece[] {
  const { name, issue, unit, marks } = masthead;
  const centred = { align: 'centre', keepNext: true } as const;
  const day = writtenDay(date);
  const [line] = setText(unit, STYLES.body, { keepNext: true });
  const [right] = setText(day, STYLES.body, { align: 'right' });
  return [
    ...setText(name, nameStyle(name), { ...centred, pitch: 2 * LINE }),
    ...(issue === null ? [] : setText(bracketed(issue), STYLES.mark, centred)),
    ...marks.flatMap((mark) => setText(mark, STYLES.mark, centred)),
    { height: LINE, keepNext: true, ink: [...(line?.ink ?? []), ...(right?.ink ?? [])] },
    { ...BLANK, keepNext: true, ink: [across(4, 1.4)] },
  ];
}

/** Half points to points is a half. */
const nameStyle = (name: string): Style => ({ ...STYLES.title, size: nameSize(name) / 2 });

const bracketed = (issue: string): string => (/^[（(]/.test(issue) ? issue : `（${issue}）`);

const across = (y: number, width: number): Ink => ({
  kind: 'rule',
  x: 0,
  y,
  toX: SHEET.typeWidth,
  toY: y,
  width,
});

const HEADINGS: Readonly<Record<1 | 2 | 3 | 4, Style>> = {
  1: STYLES.heading1,
  2: STYLES.heading2,
  3: STYLES.body,
  4: STYLES.body,
};

function setBlock(block: Block): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return setText(block.text, HEADINGS[block.level], { ...FIRST_LINE, keepNext: true });
    case 'paragraph':
      return setText(block.text, STYLES.body, { ...FIRST_LINE, align: 'both' });
    case 'table':
      return setTable(block);
    case 'chart':
      return setChart(block.chart);
    default:
      return assertNever(block);
  }
}

/** Charts are drawn, not pasted: their lines stay sharp and their words can be searched. */
function setChart(chart: Chart): readonly Piece[] {
  const drawing = layChart(chart, (text, size) => typefaceOf('plain').width(text, size));
  const caption = setText(chart.title, STYLES.cell, { align: 'centre' });
  const most = SHEET.typeHeight - LINE * (caption.length + 1);
  const scale = Math.min(POINTS_PER_MM, most / drawing.height);
  const picture = drawn(drawing, scale);
  const smaller = {
    least: picture.height * LEAST_OF_CHART,
    at: (height: number) => drawn(drawing, (height - UNDER_CHART) / drawing.height),
  };
  return [{ ...picture, smaller }, ...caption];
}

/** A chart fills what is left of a page rather than leave it half empty, as long as its words can be read. */
const LEAST_OF_CHART = 0.65;
const UNDER_CHART = 4;

const drawn = (drawing: Drawing, scale: number): Piece => ({
  height: drawing.height * scale + UNDER_CHART,
  keepNext: true,
  ink: [{ kind: 'drawing', drawing, scale, x: (SHEET.typeWidth - drawing.width * scale) / 2 }],
});

function setAttachments({ attachments }: Paper): readonly Piece[] {
  if (attachments.length === 0) return [];
  const hanging = { left: 5 * CHARACTER, first: -3 * CHARACTER };
  return [
    BLANK,
    ...attachmentLines(attachments).flatMap((line) => setText(line, STYLES.body, hanging)),
  ];
}

function setSignature({ signature, date }: Paper): readonly Piece[] {
  const day = writtenDay(date);
  const toTheRight = (text: string, characters: number, keepNext: boolean) =>
    setText(text, STYLES.body, { align: 'right', right: characters * CHARACTER, keepNext });
  if (!signature) return [BLANK, ...toTheRight(day, 4, false)];
  const place = endingPlace(signature.unit, day, signature.sealed);
  return [
    { ...BLANK, keepNext: true },
    ...toTheRight(signature.unit, place.unit, true),
    ...toTheRight(day, place.date, false),
  ];
}

/** 版记: size four, a character in on both sides, between lines 0.35 mm thick. */
function setCopies({ copies }: Paper): readonly Piece[] {
  const text = copiesLine(copies);
  if (text === null) return [];
  const hanging = 3 * advanceIn(STYLES.small)('抄');
  const lines = setText(text, STYLES.small, {
    left: CHARACTER + hanging,
    first: -hanging,
    right: CHARACTER,
    keepNext: true,
  });
  const rule = (): Piece => ({ height: 2, ink: [across(1, 1)] });
  return [BLANK, { ...rule(), keepNext: true }, ...lines, rule()];
}

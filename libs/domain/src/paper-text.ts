import { assertNever, isCalendarDay } from '@risk/kit';
import { withHeadingNumbers } from './heading-number.js';
import { chartText } from './chart.js';
import { DRAFT_BULLETIN_MARK, DRAFT_MARK, type Block, type Masthead, type Paper } from './paper.js';

/** A day as papers write it: `2026-09-06` is 2026年9月6日 (GB/T 9704-2012, no leading zeros). */
export function writtenDay(day: string): string {
  if (!isCalendarDay(day)) return day;
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The line under the title: the mark of a draft, or the number that a person gave. */
export function numberLine({ kind, isDraft, number }: Paper): string | null {
  if (!isDraft) return number;
  return kind === 'bulletin' ? DRAFT_BULLETIN_MARK : DRAFT_MARK;
}

/** What stands in the head of a bulletin, a line each. */
export const mastheadLines = ({ name, issue, unit, marks }: Masthead): readonly string[] => [
  name,
  ...(issue === null ? [] : [issue]),
  ...marks,
  unit,
];

/** 附件： as the lines under the body. */
export function attachmentLines(attachments: readonly string[]): readonly string[] {
  if (attachments.length === 1) return attachments.map((name) => `附件：${name}`);
  return attachments.map((name, i) => `${i === 0 ? '附件：' : '　　　'}${i + 1}. ${name}`);
}

/** 抄送： as one line that ends in a full stop. */
export const copiesLine = (copies: readonly string[]): string | null =>
  copies.length === 0 ? null : `抄送：${copies.join('，')}。`;

/** Every word of a paper, a line each, as it will stand on the sheet; for previews and for guards. */
export function paperText(paper: Paper): readonly string[] {
  return [
    ...(paper.masthead ? mastheadLines(paper.masthead) : []),
    paper.title,
    numberLine(paper),
    paper.addressee === null ? null : `${paper.addressee}：`,
    ...withHeadingNumbers(paper.body).flatMap(linesOf),
    ...attachmentLines(paper.attachments),
    paper.signature?.unit ?? null,
    writtenDay(paper.date),
    copiesLine(paper.copies),
  ].filter((line) => line !== null);
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join('\t'));
    case 'chart':
      return [chartText(block.chart)];
    default:
      return assertNever(block);
  }
}

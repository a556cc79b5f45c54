import { attachmentLines, copiesLine, writtenDay, type Paper } from '@risk/domain';
import { PALE_INK, RULE, font, p } from './styles.js';

/** What follows the body: enclosures, unit and date, copies. */
export function mailEnding(paper: Paper): string {
  const copies = copiesLine(paper.copies);
  return [
    ...attachmentLines(paper.attachments).map((line, i) =>
      p(line, i === 0 ? 'padding-top:20px' : ''),
    ),
    ...signature(paper).map((line, i) =>
      p(line, `text-align:right;padding-top:${i === 0 ? 24 : 0}px`),
    ),
    copies === null
      ? ''
      : p(
          copies,
          `margin-top:24px;padding-top:10px;border-top:1px solid ${RULE};${font(14, 1.6)};color:${PALE_INK}`,
        ),
  ].join('');
}

/** A bulletin says in its head who compiled it and when. */
function signature({ signature: signed, date, masthead }: Paper): readonly string[] {
  if (signed) return [signed.unit, writtenDay(date)];
  return masthead ? [] : [writtenDay(date)];
}

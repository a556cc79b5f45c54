import { numberLine, writtenDay, type Masthead, type Paper } from '@risk/domain';
import { INK, PALE_INK, font, inHtml, p } from './styles.js';

/** What stands over the body: the head of a bulletin, the title, the mark of a draft, the addressee. */
export function mailHead(paper: Paper): string {
  const { masthead, title, addressee } = paper;
  const mark = numberLine(paper);
  return [
    masthead ? bulletinHead(masthead, mark, writtenDay(paper.date)) : '',
    `<h1 style="margin:0;padding:22px 0 10px;${font(21, 1.4)};font-weight:bold;text-align:center;color:${INK}">${inHtml(title)}</h1>`,
    !masthead && mark !== null ? strip([mark]) : '',
    addressee === null ? '' : p(`${addressee}：`, 'padding-top:12px'),
  ].join('');
}

function bulletinHead(masthead: Masthead, mark: string | null, day: string): string {
  const { name, issue, unit, marks } = masthead;
  return [
    `<p style="margin:0;padding-bottom:8px;${font(27, 1.35)};font-weight:bold;text-align:center;color:${INK}">${inHtml(name)}</p>`,
    issue === null ? '' : p(`（${issue}）`, `text-align:center;color:${PALE_INK}`),
    strip([...marks, ...(mark === null ? [] : [mark])]),
    unitAndDay(unit, day),
  ].join('');
}

/** What has to be seen before anything else: that it is a draft, a correction, a sample. */
function strip(marks: readonly string[]): string {
  if (marks.length === 0) return '';
  const style = `padding:6px 10px;${font(15, 1.5)};text-align:center;font-weight:bold;color:#874d00;border:1px solid #ffd591`;
  return table(
    `<tr><td bgcolor="#fff7e6" style="${style}">${marks.map(inHtml).join('<wbr>')}</td></tr>`,
    'margin-top:8px',
  );
}

/** The rule is the cells' own: one border that every engine draws. */
function unitAndDay(unit: string, day: string): string {
  const cell = `padding:14px 0 8px;${font(15, 1.5)};color:${INK};border-bottom:2px solid ${INK};vertical-align:bottom`;
  return table(
    `<tr><td align="left" style="${cell};text-align:left">${inHtml(unit)}</td><td align="right" style="${cell};text-align:right;white-space:nowrap;padding-left:12px">${inHtml(day)}</td></tr>`,
  );
}

const table = (rows: string, style = ''): string =>
  `<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="width:100%;border-collapse:separate;${style}">${rows}</table>`;

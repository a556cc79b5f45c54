import type { Cell } from '@risk/domain';
import { printable } from '../printable.js';

/** What makes a spreadsheet take a text for a formula, full-width forms of it too (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A cell of Excel holds no more. */
const LONGEST = 32_767;
const CUT = '……（过长，已截断）';

/** A cell that no spreadsheet runs: a text that looks like a formula gets an apostrophe; numbers stay numbers. */
export function harmlessCell(cell: Cell): Cell {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (cell === null) return null;
  const text = printable(cell);
  return shortened(FORMULA.test(text) ? `'${text}` : text);
}

const shortened = (text: string): string =>
  text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST - CUT.length).replace(/[\ud800-\udbff]$/, '')}${CUT}`;

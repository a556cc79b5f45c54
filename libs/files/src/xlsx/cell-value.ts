import type { Cell } from '../file-item.js';
import type { SharedStrings } from './shared-strings.js';
import type { Workbook } from './workbook.js';

/** A cell as the sheet's XML tells it. */
export interface RawCell {
  readonly column: number;
  /** s shared, inlineStr, str, n, b, e, d; empty means n. */
  readonly type: string;
  readonly style: number;
  /** Text of <v> or of the inline string; null when there is none. */
  readonly value: string | null;
  readonly formula: boolean;
}

/** What a cell says, and what is to be said about it. */
export interface ReadCell {
  readonly value: Cell;
  readonly error: string | null;
  readonly computed: boolean;
}

type Book = Pick<Workbook, 'date1904' | 'dateStyles'>;

const DAY = 86_400_000;
/** Excel counts days from 1899-12-30, or from 1904-01-01 on old Macs. */
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The last serial that is a day of our calendar: 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/** Reads one cell; numbers stay numbers, dates become yyyy-mm-dd[ hh:mm:ss]. */
export function readCell(cell: RawCell, strings: SharedStrings | null, book: Book): ReadCell {
  const computed = cell.formula;
  if (cell.value === null || (cell.value === '' && cell.type !== 'inlineStr'))
    return {
      value: '',
      error: computed ? '公式没有计算结果，请在 Excel 中打开并保存后再导入' : null,
      computed,
    };
  if (cell.type === 'e') return { value: '', error: `是错误值 ${cell.value}`, computed };
  return { value: valueOf(cell, cell.value, strings, book), error: null, computed };
}

function valueOf(
  { type, style }: RawCell,
  text: string,
  strings: SharedStrings | null,
  book: Book,
): Cell {
  switch (type) {
    case 's':
      return (strings?.at(Number(text)) ?? '').trim();
    case 'b':
      return text === '1';
    case 'str':
    case 'inlineStr':
    case 'd':
      return text.trim();
    default:
      return numberOf(text, style, book);
  }
}

function numberOf(text: string, style: number, { dateStyles, date1904 }: Book): Cell {
  const number = Number(text);
  if (Number.isNaN(number)) return text;
  return dateStyles.has(style) ? (dateText(number, date1904) ?? number) : number;
}

/** A serial as a date; a time without a day as hh:mm:ss. */
function dateText(serial: number, date1904: boolean): string | null {
  if (serial < 0 || serial > LAST_SERIAL) return null;
  // Lotus believed in 1900-02-29; below it Excel is one day off.
  const shifted = !date1904 && serial >= 1 && serial < 60 ? serial + 1 : serial;
  const ms = Math.round((shifted * DAY) / 1_000) * 1_000;
  const text = new Date((date1904 ? EPOCH_1904 : EPOCH) + ms).toISOString();
  if (serial < 1 && !date1904) return text.slice(11, 19);
  return serial % 1 === 0 ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

import { statedUnit } from './header-key.js';
import type { CompiledColumn } from './compile-preset.js';
import type { CellKind } from './preset-schema.js';
import { readAmount, readNumber } from './read-amount.js';
import { readDay, readWallTime } from './read-moment.js';
import { readCode, readFlag, readPhone, readRegionCode, readText, splitList } from './read-text.js';
import { foldWidth, isMissing, isUnfit, unfit, type Reading } from './reading.js';

/** As spreadsheets write it; a hexadecimal id such as 8e12 is none. */
const SCIENTIFIC = /^(\d)(?:\.(\d+))?E\+(\d{1,3})$/;
/** A spreadsheet keeps 15 digits of a number; what follows is made up (IEEE 754 double). */
const TRUSTED_DIGITS = 15;
const LOST = '是科学计数法或超长数字，位数已丢失，请把该列设为文本格式后重新导出';

/** Undoes scientific notation of a code or phone where no digit was lost. */
export function readLongDigits(value: unknown): Reading<unknown> {
  if (typeof value === 'number') return Math.abs(value) < 1e15 ? String(value) : unfit(LOST);
  if (typeof value !== 'string') return value;
  const parts = SCIENTIFIC.exec(foldWidth(value));
  if (!parts) return value;
  const [, whole = '', fraction = '', exponent = '0'] = parts;
  const shown = (whole + fraction).replace(/^0+/, '');
  const zeros = Number(exponent) - fraction.length;
  // Three or four digits that are followed by zeros only are what Excel showed, not what was typed.
  if (zeros !== 0 || shown.length > TRUSTED_DIGITS) return unfit(LOST);
  return shown;
}

const DECOY = /<[^>]*class=["']?dp["']?[^>]*>.*?<\/[a-z]+>/gis;
/** gsxt mixes invisible decoys into its HTML; they go with their text, other tags without. */
const withoutTags = (text: string): string =>
  text.replace(DECOY, '').replace(/<[^>]*>/g, '').replaceAll('&nbsp;', ' ').trim(); // prettier-ignore

type CellReader = (value: unknown, column: CompiledColumn, header: string) => Reading<unknown>;

const digitsFirst =
  (reader: (value: unknown) => Reading<unknown>): CellReader =>
  (value) => {
    const digits = readLongDigits(value);
    return isUnfit(digits) ? digits : reader(digits);
  };

/** Excel counts days from 1899-12-30; 20000 to 80000 is 1954 to 2119. */
function fromSerial(value: unknown): unknown {
  const serial = typeof value === 'number' ? value : Number.NaN;
  if (!(serial >= 20_000 && serial < 80_000)) return value;
  return new Date(Math.round((serial - 25_569) * 86_400_000))
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');
}

const READERS: Readonly<Record<CellKind, CellReader>> = {
  text: (value) => readText(value),
  html: (value) => readText(typeof value === 'string' ? withoutTags(value) : value),
  id: digitsFirst((value) => (typeof value === 'string' ? foldWidth(value) : readText(value))),
  code: digitsFirst(readCode),
  phone: digitsFirst(readPhone),
  region: digitsFirst(readRegionCode),
  day: (value) => readDay(fromSerial(value)),
  moment: (value) => readWallTime(fromSerial(value)),
  number: (value) => readNumber(value),
  flag: (value) => readFlag(value),
  amount: readSum,
};

const STATES_UNIT = /[万亿元圆]/;

function readSum(value: unknown, { unit }: CompiledColumn, header: string): Reading<unknown> {
  const declared = statedUnit(header) ?? unit ?? 'stated';
  if (declared !== 'stated') return readAmount(value, declared);
  const stated = typeof value === 'string' && STATES_UNIT.test(value);
  return stated || isMissing(value) ? readAmount(value, 'yuan') : unfit('没有写明单位（元或万元）');
}

/** Reads one cell by its column: the values it holds, none when it says nothing. */
export function readCell(
  value: unknown,
  column: CompiledColumn,
  header: string,
): Reading<readonly unknown[]> {
  const parts = column.split ? splitList(value) : [value];
  const values: unknown[] = [];
  for (const part of parts) {
    const reading = readPart(part, column, header);
    if (isUnfit(reading)) return reading;
    if (reading !== undefined) values.push(reading);
  }
  return values.length > 0 ? values : undefined;
}

function readPart(value: unknown, column: CompiledColumn, header: string): Reading<unknown> {
  if (isMissing(value)) return undefined;
  if (!column.codes) return READERS[column.kind](value, column, header);
  const code = foldWidth(String(value));
  return column.codes[code] ?? column.otherwise ?? unfit(`代码“${code.slice(0, 20)}”不在对照表中`);
}

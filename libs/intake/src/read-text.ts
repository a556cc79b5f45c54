import { excerpt, foldWidth, isMissing, unfit, type Reading } from './reading.js';

/** Text as it stands: spans count in the original, so nothing is cut or folded. */
export function readText(value: unknown): Reading<string> {
  if (isMissing(value)) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return unfit('应为文字');
}

/** A code such as 统一社会信用代码: half-width, without blanks, in upper case. */
export function readCode(value: unknown): Reading<string> {
  const text = readText(value);
  return typeof text === 'string' ? foldWidth(text).replace(/[\s-]/g, '').toUpperCase() : text;
}

const DASHES = /[‐-―−—－_]/g;

/** A phone number: half-width digits, one kind of dash, without blanks and labels. */
export function readPhone(value: unknown): Reading<string> {
  const text = readText(value);
  if (typeof text !== 'string') return text;
  const folded = foldWidth(text).replace(DASHES, '-').replace(/\s+/g, '');
  return folded.replace(/^(?:联系)?(?:电话|手机|tel)[:：]?/i, '') || undefined;
}

/** A region as six digits of GB/T 2260: longer codes of streets and villages are cut, shorter ones filled. */
export function readRegionCode(value: unknown): Reading<string> {
  const text = readText(value);
  if (typeof text !== 'string') return text;
  const digits = foldWidth(text).replace(/\.0$/, '');
  if (!/^(\d{2}|\d{4}|\d{6,12})$/.test(digits))
    return unfit(`不是行政区划代码：“${excerpt(value)}”`);
  if (/^0+$/.test(digits)) return undefined;
  return digits.slice(0, 6).padEnd(6, '0');
}

const YES: ReadonlySet<string> = new Set([
  '1',
  'true',
  'y',
  'yes',
  '是',
  '保密',
  '要求保密',
  '需保密',
]);
const NO: ReadonlySet<string> = new Set(['0', 'false', 'n', 'no', '否', '不保密', '公开', '2']);

/** A flag: 1, 是, Y or true against 0, 否, N or false. */
export function readFlag(value: unknown): Reading<boolean> {
  if (isMissing(value)) return undefined;
  if (typeof value === 'boolean') return value;
  const text = foldWidth(String(value)).toLowerCase();
  if (YES.has(text)) return true;
  return NO.has(text) ? false : unfit(`应为是或否：“${excerpt(value)}”`);
}

const SEPARATORS = /[;；,，、|\n\r]+/;

/** Several values in one cell, cut at ； ， 、 | and line ends. */
export const splitList = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return value.split(SEPARATORS).map((part) => part.trim());
  return value === undefined || value === null ? [] : [value];
};

import { excerpt, foldWidth, isMissing, unfit, type Reading } from './reading.js';

/** The unit a column is declared to be written in: 元 or 万元. Declared, never guessed. */
export type AmountUnit = 'yuan' | 'wan';

/** Larger numbers lose digits and overflow columns. */
export const LARGEST_NUMBER = 1e15;

const FOREIGN =
  /美元|美金|港元|港币|欧元|日元|英镑|澳元|加元|韩元|新台币|台币|新加坡元|瑞士法郎|usd|hkd|eur|jpy|gbp/i;
const WRITTEN = /^(-?[\d,.]+(?:e\+?\d+)?)(亿|千万|百万|万|千)?(?:元|圆)?(?:整)?$/i;
const SCALES: Readonly<Record<string, number>> = {
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  万: 1e4,
  千: 1e3,
};

/** Says why an amount in another currency is not taken: there is no rate here to turn it into yuan. */
export const FOREIGN_CURRENCY = '不是人民币金额，未折算';

const cents = (yuan: number): number => Math.round(yuan * 100) / 100;

function inYuan(amount: number, scale: number): Reading<number> {
  const yuan = cents(amount * scale);
  return Math.abs(yuan) <= LARGEST_NUMBER ? yuan : unfit('金额过大');
}

/**
 * An amount in yuan. A unit written in the value itself (100万元人民币) wins over the declared one;
 * broken thousands such as 5,000000 are read as digits.
 */
export function readAmount(value: unknown, unit: AmountUnit): Reading<number> {
  const declared = unit === 'wan' ? 1e4 : 1;
  if (isMissing(value)) return undefined;
  if (typeof value === 'number') return inYuan(value, declared);
  return typeof value === 'string' ? readWritten(value, declared) : unfit('应为金额');
}

function readWritten(value: string, declared: number): Reading<number> {
  const text = foldWidth(value).replace(/人民币|rmb|cny|[¥￥\s]/gi, '');
  if (FOREIGN.test(text)) return unfit(`${FOREIGN_CURRENCY}：“${excerpt(value)}”`);
  // A unit without a number, as in 万人民币, says nothing.
  if (/^[万千百亿元圆]*$/.test(text)) return undefined;
  const [, digits = '', scale = ''] = WRITTEN.exec(text) ?? [];
  const amount = Number(digits.replaceAll(',', '') || 'none');
  if (Number.isNaN(amount)) return unfit(`不是金额：“${excerpt(value)}”`);
  return inYuan(amount, SCALES[scale] ?? (/[元圆]/.test(text) ? 1 : declared));
}

/** A plain number; per cent signs and thousands separators are allowed. */
export function readNumber(value: unknown): Reading<number> {
  if (isMissing(value)) return undefined;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return unfit('应为数字');
  const text = foldWidth(value)
    .replace(/[,\s]/g, '')
    .replace(/[%人户个名]$/, '');
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? unfit(`不是数字：“${excerpt(value)}”`) : number;
}

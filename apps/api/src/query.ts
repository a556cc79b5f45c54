import { Invalid, NotFound } from '@risk/kit';

/** A whole number of a query, within bounds. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Invalid(`${name} 应为 ${least} 到 ${most} 的整数`);
}

/** Row ids are whole numbers; anything else cannot exist. */
export function rowId(text: string): string {
  if (/^\d{1,18}$/.test(text)) return text;
  throw new NotFound('没有这条数据');
}

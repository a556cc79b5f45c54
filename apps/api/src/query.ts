import { z } from 'zod';
import { Invalid, NotFound, rowIdText } from '@risk/kit';

/** Parts that many questions have. */
export const asked = {
  rowId: rowIdText,
  code: z.string().min(1).max(100),
} as const;

/** A whole number of a query, within bounds. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Invalid(`${name} 应为 ${least} 到 ${most} 的整数`);
}

/** Row ids are whole numbers; anything else cannot exist. */
export function rowId(what: string, text: string): string {
  if (rowIdText.safeParse(text).success) return text;
  throw new NotFound(`没有${what}“${text}”`);
}

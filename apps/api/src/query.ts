import { z } from 'zod';
import { NotFound, rowIdText } from '@risk/kit';

/** Parts that many questions have. */
export const asked = {
  rowId: rowIdText,
  code: z.string().min(1).max(100),
} as const;

/** Row ids are whole numbers; anything else cannot exist. */
export function rowId(what: string, text: string): string {
  if (rowIdText.safeParse(text).success) return text;
  throw new NotFound(`没有${what}“${text}”`);
}

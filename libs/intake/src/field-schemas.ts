import { z } from 'zod';
import { LARGEST_NUMBER } from './read-amount.js';
import { LIMITS } from './poison.js';

/**
 * Names, codes, phones and addresses of sites become index keys. A btree entry of PostgreSQL holds
 * 2,704 bytes (54000 beyond), so a key may have 2,000 bytes of UTF-8.
 */
const KEY_BYTES = 2_000;
const fitsIndex = (text: string): boolean =>
  text.length * 3 <= KEY_BYTES || Buffer.byteLength(text) <= KEY_BYTES;

/** A text that identifies something. */
export const keyText = z
  .string()
  .min(1)
  .max(KEY_BYTES)
  .refine(fitsIndex, { message: `过长，超过 ${KEY_BYTES} 字节` });

/** A text that is read, not looked up. */
export const longText = z.string().max(LIMITS.text);

export const yuan = z.number().min(0).max(LARGEST_NUMBER).describe('人民币元');
export const calendarDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('yyyy-mm-dd');
export const regionCode = z
  .string()
  .regex(/^\d{6}$/)
  .describe('GB/T 2260 六位行政区划代码');

/** A list short enough for one record. */
export const listOfUpTo = <T extends z.ZodType>(max: number, item: T): z.ZodArray<T> =>
  z.array(item).max(max);

/** A party as a complaint or an advertisement names it. */
export const targetSchema = z.looseObject({
  name: keyText.optional(),
  uscc: keyText.optional(),
  phone: keyText.optional(),
  website: keyText.optional(),
  app: keyText.optional(),
  address: longText.optional(),
});

/** Who reported: accepted at the door, kept in the vault, never seen behind it. */
export const reporterSchema = z
  .looseObject({
    name: longText.optional(),
    phone: longText.optional(),
    idNumber: longText.optional(),
  })
  .describe('举报人，仅入保管库，不进入任何后续环节');

import { cleanText, readForm } from '@risk/kit';
import { z } from 'zod';
import type { AttachRequest } from './attach-file.js';

/** What is said of a file that comes as bare bytes. */
export const attachmentSchema = z.strictObject({
  name: cleanText.min(1).describe('文件名'),
  by: cleanText.min(1).describe('谁'),
  because: cleanText.min(1).describe('为什么、从哪里来'),
});

/** Reads what is said of a file; the bytes are checked when they are kept. */
export const readAttachment = (
  alertId: string,
  said: unknown,
  bytes: Uint8Array,
): AttachRequest => ({ alertId, ...readForm(attachmentSchema, said), bytes });

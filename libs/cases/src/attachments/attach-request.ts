import { z } from 'zod';
import { clean, read } from '../requests.js';
import type { AttachRequest } from './attach-file.js';

/** What is said of a file that comes as bare bytes. */
export const attachmentSchema = z.strictObject({
  name: clean.min(1).describe('文件名'),
  by: clean.min(1).describe('谁'),
  because: clean.min(1).describe('为什么、从哪里来'),
});

/** Reads what is said of a file; the bytes are checked when they are kept. */
export const readAttachment = (
  alertId: string,
  said: unknown,
  bytes: Uint8Array,
): AttachRequest => ({ alertId, ...read(attachmentSchema, said), bytes });

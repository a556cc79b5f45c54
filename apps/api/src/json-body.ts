import type { Request } from 'express';
import type { z } from 'zod';
import { Invalid, readForm } from '@risk/kit';
import { parsedOrNull, wholeOf } from './item-batches.js';

/** The JSON of a request, whatever it says. */
export async function jsonOf(request: Request): Promise<unknown> {
  const parsed = parsedOrNull(await wholeOf(request));
  if (!parsed) throw new Invalid('请求体不是完整的 JSON');
  return parsed.value;
}

/** The JSON body of a request in the form asked for; what is wrong with it is said field by field. */
export async function jsonBody<T>(request: Request, form: z.ZodType<T>): Promise<T> {
  return readForm(form, await jsonOf(request), '请求体不符合要求：');
}

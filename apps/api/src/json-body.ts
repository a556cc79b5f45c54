import type { Request } from 'express';
import { z } from 'zod';
import { Invalid } from '@risk/kit';
import { parsedOrNull, wholeOf } from './item-batches.js';

/** The JSON of a request, whatever it says. */
export async function jsonOf(request: Request): Promise<unknown> {
  const parsed = parsedOrNull(await wholeOf(request));
  if (!parsed) throw new Invalid('请求体不是完整的 JSON');
  return parsed.value;
}

/** The JSON body of a request in the form asked for; what is wrong with it is said field by field. */
export async function jsonBody<T>(request: Request, form: z.ZodType<T>): Promise<T> {
  const parsed = form.safeParse(await jsonOf(request), {
    error: z.locales.zhCN().localeError,
  });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((i) =>
    i.path.length === 0 ? i.message : `${i.path.join('.')}：${i.message}`,
  );
  throw new Invalid(`请求体不符合要求：${faults.join('；')}`);
}

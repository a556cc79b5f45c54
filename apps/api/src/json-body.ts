import type { Request } from 'express';
import { z } from 'zod';
import { Invalid } from '@risk/kit';
import { wholeOf } from './item-batches.js';

/** The JSON body of a request in the form asked for; what is wrong with it is said field by field. */
export async function jsonBody<T>(request: Request, form: z.ZodType<T>): Promise<T> {
  const parsed = form.safeParse(jsonOrNull(await wholeOf(request)), {
    error: z.locales.zhCN().localeError,
  });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((i) =>
    i.path.length === 0 ? i.message : `${i.path.join('.')}：${i.message}`,
  );
  throw new Invalid(`请求体不符合要求：${faults.join('；')}`);
}

function jsonOrNull(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

import type { Request } from 'express';
import { Invalid } from '@risk/kit';
import { parsedOrNull, wholeOf } from './item-batches.js';

/** The JSON of a request, whatever it says. */
export async function jsonOf(request: Request): Promise<unknown> {
  const parsed = parsedOrNull(await wholeOf(request));
  if (!parsed) throw new Invalid('请求体不是完整的 JSON');
  return parsed.value;
}

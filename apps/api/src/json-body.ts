import type { Request } from 'express';
import { Invalid } from '@risk/kit';
import { parsedOrNull, wholeOf } from './item-batches.js';

const bodies = new WeakMap<Request, unknown>();

/** The JSON of a request, whatever it says. */
export async function jsonOf(request: Request): Promise<unknown> {
  const parsed = parsedOrNull(await wholeOf(request));
  if (!parsed) throw new Invalid('请求体不是完整的 JSON');
  bodies.set(request, parsed.value);
  return parsed.value;
}

/** The JSON that was read of a request; null when none was. */
export const bodyOf = (request: Request): unknown => bodies.get(request) ?? null;

import type { Request } from 'express';
import type { Person } from '@risk/access';
import { seesUnit } from '@risk/domain';
import { Forbidden, Invalid } from '@risk/kit';
import { jsonOf } from '../json-body.js';
import { askerOf } from './caller.js';

/**
 * The JSON of a request as the word of whoever is signed in: `by` is proven by the login, and a `unit` that acts
 * is one of the asker's. A body that names somebody else is refused rather than changed in silence.
 */
export async function signedBody(request: Request): Promise<unknown> {
  const body = await jsonOf(request);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Invalid('请求体应为一个 JSON 对象');
  return signedBy(askerOf(request).person, body);
}

/** What somebody sent, signed with the name of the login. */
export function signedBy(person: Person, body: object): unknown {
  const { by, unit } = body as { readonly by?: unknown; readonly unit?: unknown };
  if (by !== undefined && by !== person.name)
    throw new Forbidden(`by：您以“${person.name}”登录，只能以本人的名义办理`);
  if (typeof unit === 'string' && !seesUnit(person.sight, unit))
    throw new Forbidden('unit：只能以本单位的名义办理');
  return { ...body, by: person.name };
}

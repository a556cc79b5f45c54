import type { Request } from 'express';
import type { OpenSession, Session, SessionStage } from '@risk/access';
import type { House } from '@risk/assembly';
import { Unauthenticated } from '@risk/kit';
import { tokenIn } from './session-cookie.js';

/** The login of a browser, whatever it still owes; null when there is none. */
export function openSessionOf(house: House, request: Request): Promise<OpenSession | null> {
  const token = tokenIn(request, house);
  return token === null ? Promise.resolve(null) : house.access.check.run(token, true);
}

/** The login of a browser that is at one of these stages. */
export async function sessionAt(
  house: House,
  request: Request,
  stages: readonly SessionStage[],
): Promise<Session> {
  const open = await openSessionOf(house, request);
  if (open && stages.includes(open.session.stage)) return open.session;
  throw new Unauthenticated('请先登录', { stage: open?.session.stage ?? null });
}

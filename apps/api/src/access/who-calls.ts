import type { Request } from 'express';
import { personOf } from '@risk/access';
import type { House } from '@risk/assembly';
import { Unauthenticated } from '@risk/kit';
import type { Caller } from './caller.js';
import { isOwnProgram } from './refuse-foreign.js';
import { tokenIn } from './session-cookie.js';

/** The paths to which programs of this machine may deliver while no token was ever made. */
const FEEDS = '/api/feeds/';

/** Finds who is calling: a program by its token, a person by the session, whichever stage it is at. */
export class WhoCalls {
  constructor(private readonly house: House) {}

  async run(request: Request): Promise<Caller | null> {
    const bearer = bearerIn(request);
    if (bearer !== null) return this.service(bearer);
    const token = tokenIn(request, this.house);
    if (token !== null) return this.person(token, !isScreenItself(request));
    return this.ownProgram(request);
  }

  private async service(token: string): Promise<Caller> {
    const bearer = await this.house.access.tokens.bearerOf(token);
    return { person: bearer.person, session: null, bearer };
  }

  private async person(token: string, isLife: boolean): Promise<Caller | null> {
    const { check, city, demonstration } = this.house.access;
    const open = await check.run(token, isLife);
    if (!open || (open.account.sample && !(await demonstration.stillHolds()))) return null;
    return { person: personOf(open.account, city.office), session: open.session, bearer: null };
  }

  private async ownProgram(request: Request): Promise<Caller | null> {
    const { environment, access } = this.house;
    const isAlike =
      environment.isLoopback && request.path.startsWith(FEEDS) && isOwnProgram(request);
    if (!isAlike || (await access.tokens.any())) return null;
    const bearer = access.tokens.machine();
    return { person: bearer.person, session: null, bearer };
  }
}

function bearerIn({ headers }: Request): string | null {
  if (headers.authorization === undefined) return null;
  const [scheme, value] = headers.authorization.split(' ', 2);
  if (scheme?.toLowerCase() === 'bearer' && value) return value;
  throw new Unauthenticated('Authorization 应为“Bearer 令牌”；人员请在网页登录');
}

/** A screen that refreshes itself says so: it is no sign that somebody sits before it. */
const isScreenItself = ({ headers }: Request): boolean =>
  headers['x-risk-refresh'] !== undefined || headers.accept === 'text/event-stream';

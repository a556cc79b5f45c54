import { Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  isWall,
  readCode,
  readPasswords,
  readSignIn,
  roleTitle,
  type OpenedSession,
} from '@risk/access';
import { House } from '@risk/assembly';
import { Unauthenticated } from '@risk/kit';
import { askerOf } from './access/caller.js';
import { fromOf } from './access/from-of.js';
import { ForEverybody, Open } from './access/permit.js';
import { sessionAt } from './access/session-at.js';
import { giveToken, takeToken } from './access/session-cookie.js';
import { atSignInDoor, note } from './access/sign-in-door.js';
import { homeOf } from './access/where-to.js';
import { jsonOf } from './json-body.js';

const OPEN = 'whoever signs in is not signed in yet';

/** The login of the workbench and of scripts: the cookie is the session. */
@Controller('api/session')
export class SessionController {
  constructor(private readonly house: House) {}

  /** Who is signed in, as whom, and what for. */
  @Get()
  @ForEverybody()
  who(@Req() request: Request) {
    const { person, session } = askerOf(request);
    const { desk, engines, clock } = this.house;
    const { idle, longest } = engines.access.session;
    return {
      person: {
        ...{ id: person.id, name: person.name, sample: person.sample, home: homeOf(person) },
        unit: { code: person.unit, name: desk.unitName(person.unit) },
        roles: person.roles.map((code) => ({ code, title: roleTitle(code) })),
        permissions: [...person.permissions].sort(),
        sight: person.sight,
      },
      openedAt: session?.openedAt ?? null,
      idleSeconds: (isWall(person.roles) ? longest : idle) / 1000,
      now: clock.now(),
    };
  }

  @Post()
  @Open(OPEN)
  @HttpCode(200)
  async signIn(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const wish = {
      ...readSignIn(await jsonOf(request)),
      from: fromOf(request),
    };
    const step = () => this.house.access.signIn.run(wish);
    return this.told(response, await atSignInDoor(this.house, request, 'session.open', step));
  }

  @Post('second-factor')
  @Open(OPEN)
  @HttpCode(200)
  async secondFactor(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const session = await sessionAt(this.house, request, ['second-factor']);
    const { code } = readCode(await jsonOf(request));
    const step = () => this.house.access.secondFactor.run(session, code);
    return this.told(
      response,
      await atSignInDoor(this.house, request, 'session.second-factor', step),
    );
  }

  @Post('password')
  @ForEverybody()
  @HttpCode(200)
  async password(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { session } = askerOf(request);
    if (!session) throw new Unauthenticated('请先登录');
    const { current, next } = readPasswords(await jsonOf(request));
    const step = () => this.house.access.password.run(session, current, next);
    return this.told(response, await atSignInDoor(this.house, request, 'session.password', step));
  }

  @Delete()
  @ForEverybody()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { session } = askerOf(request);
    if (session) {
      await this.house.access.signOut.run(session);
      await note(this.house, request, 'session.end', session.accountId, { outcome: 'done' });
    }
    takeToken(response, this.house);
    return { signedOut: true };
  }

  private told(response: Response, { token, stage }: OpenedSession) {
    giveToken(response, this.house, token);
    return { stage };
  }
}

import { Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';
import { personOf, VISIT_LASTS, type Arrival, type Departure } from '@risk/access';
import { House, type IdentityDesk } from '@risk/assembly';
import { NotFound, RiskError } from '@risk/kit';
import { askerOf } from './access/caller.js';
import { formBody } from './access/form-body.js';
import { ForEverybody, Open } from './access/permit.js';
import { cookieIn, giveToken, isSecure } from './access/session-cookie.js';
import { sessionAt } from './access/session-at.js';
import { atSignInDoor, note } from './access/sign-in-door.js';
import { homeOf, pageWithin, STAGE_PAGES } from './access/where-to.js';
import { HTML } from './media.js';
import { departurePage, signInPage } from './pages/sign-in-pages.js';

const passwordForm = z.object({ password: z.string().max(200) });
const OPEN = 'whoever comes by the identity platform is not signed in yet';

/** Coming in by the identity platform of the government, and binding the own account to it. */
@Controller()
export class IdentityController {
  constructor(private readonly house: House) {}

  @Get('login/identity')
  @Open(OPEN)
  async depart(@Query('to') to: unknown, @Res() response: Response): Promise<void> {
    const { url, sealed } = await this.desk.signIn.begin(pageWithin(to));
    this.keep(response, sealed);
    response.redirect(303, url);
  }

  /** One address for both errands: the platform knows a single one. */
  @Get('login/identity/callback')
  @Open(OPEN)
  async arrive(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sealed = cookieIn(request, this.cookie);
    response.clearCookie(this.cookie, this.attributes);
    try {
      const from = request.socket.remoteAddress ?? null;
      const visit = { callbackUrl: request.originalUrl, sealed, from };
      await this.goOn(request, response, await this.desk.visits.finish(visit), from);
    } catch (error) {
      if (!(error instanceof RiskError)) throw error;
      const facts = { to: null, demonstration: [], isNew: false, platform: this.desk.name };
      const page = signInPage({ ...facts, fault: error.message });
      response
        .status(error.kind === 'unavailable' ? 503 : 401)
        .type('html')
        .send(page);
    }
  }

  @Post('me/identity')
  @ForEverybody()
  @HttpCode(200)
  @Header('Content-Type', HTML)
  async bind(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { password } = await formBody(request, passwordForm);
    const session = await sessionAt(this.house, request, ['in']);
    const { url, sealed }: Departure = await this.desk.bind.begin(session, password);
    this.keep(response, sealed);
    return departurePage(this.desk.name, url);
  }

  @Post('me/identity/unbinding')
  @ForEverybody()
  async unbind(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { password } = await formBody(request, passwordForm);
    const session = await sessionAt(this.house, request, ['in']);
    await this.desk.bind.unbind(session, password);
    await note(this.house, request, 'session.unbind', askerOf(request).person.id, {
      outcome: 'done',
    });
    response.redirect(303, '/me');
  }

  private async goOn(
    request: Request,
    response: Response,
    arrival: Arrival,
    from: string | null,
  ): Promise<void> {
    if (arrival.for === 'bind') {
      const session = await sessionAt(this.house, request, ['in']);
      await this.desk.bind.run(session, arrival);
      await note(this.house, request, 'session.bind', session.accountId, { outcome: 'done' });
      response.redirect(303, '/me');
      return;
    }
    const step = () => this.desk.signIn.run(arrival, from);
    const opened = await atSignInDoor(this.house, request, 'session.identity', step);
    giveToken(response, this.house, opened.token);
    const { accounts, city } = this.house.access;
    const account = opened.stage === 'in' ? await accounts.find(opened.accountId) : null;
    const home = account ? homeOf(personOf(account, city.office)) : '/login';
    const next =
      opened.stage === 'in' ? (pageWithin(arrival.to) ?? home) : STAGE_PAGES[opened.stage];
    response.redirect(303, next);
  }

  private keep(response: Response, sealed: string): void {
    response.cookie(this.cookie, sealed, { ...this.attributes, maxAge: VISIT_LASTS });
  }

  private get cookie(): string {
    return isSecure(this.house) ? '__Host-risk-identity' : 'risk-identity';
  }

  /** Lax, for the way back begins at the platform. */
  private get attributes(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(this.house) };
  }

  private get desk(): IdentityDesk {
    const { identity } = this.house.access;
    if (!identity) throw new NotFound('没有接入政务统一身份认证');
    return identity;
  }
}

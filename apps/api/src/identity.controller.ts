import { Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { VISIT_LASTS, type Arrival, type Departure } from '@risk/access';
import { House, type IdentityDesk } from '@risk/assembly';
import { NotFound, RiskError } from '@risk/kit';
import { askerOf } from './access/caller.js';
import { formBody } from './access/form-body.js';
import { ForEverybody, Open } from './access/permit.js';
import { fromOf } from './access/from-of.js';
import { goOn } from './access/go-on.js';
import { cookieAttributes, cookieIn, cookieName } from './access/session-cookie.js';
import { sessionAt } from './access/session-at.js';
import { atSignInDoor, note } from './access/sign-in-door.js';
import { pageWithin } from './access/where-to.js';
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
    response.clearCookie(this.cookie, cookieAttributes(this.house));
    try {
      const from = fromOf(request);
      const visit = { callbackUrl: request.originalUrl, sealed, from };
      await this.welcome(request, response, await this.desk.visits.finish(visit), from);
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

  private async welcome(
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
    await goOn(response, this.house, opened, pageWithin(arrival.to));
  }

  private keep(response: Response, sealed: string): void {
    response.cookie(this.cookie, sealed, { ...cookieAttributes(this.house), maxAge: VISIT_LASTS });
  }

  private get cookie(): string {
    return cookieName(this.house, 'risk-identity');
  }

  private get desk(): IdentityDesk {
    const { identity } = this.house.access;
    if (!identity) throw new NotFound('没有接入政务统一身份认证');
    return identity;
  }
}

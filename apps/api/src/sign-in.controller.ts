import { Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { OpenedSession, Session, SignInAction } from '@risk/access';
import { House } from '@risk/assembly';
import { Invalid, NotFound, RiskError } from '@risk/kit';
import { formBody } from './access/form-body.js';
import { fromOf } from './access/from-of.js';
import { goOn, pageAfter } from './access/go-on.js';
import { Open } from './access/permit.js';
import { openSessionOf, sessionAt } from './access/session-at.js';
import { giveToken, takeToken } from './access/session-cookie.js';
import { atSignInDoor, note } from './access/sign-in-door.js';
import { pageWithin } from './access/where-to.js';
import { HTML } from './media.js';
import {
  codePage,
  enrolPage,
  newPasswordPage,
  recoveryPage,
  setupPage,
  signInPage,
  type SetupGiven,
} from './pages/sign-in-pages.js';

const short = z.string().max(200);
const signInForm = z.object({ login: short, password: short, to: z.string().max(2000).optional() });
const demonstrationForm = z.object({ login: short });
const codeForm = z.object({ code: short });
const passwordForm = z.object({ current: short, next: short, again: short });
const factorForm = z.object({ offer: z.string().max(500), code: short });
const setupForm = z.object({
  code: short,
  login: short,
  name: short,
  password: short,
  again: short,
});

const NOTHING_GIVEN: SetupGiven = { code: '', login: '', name: '' };

const OPEN = 'whoever signs in is not signed in yet; each step checks the session itself';

/** Pages on which people sign in, step by step; they work without scripts. */
@Controller()
export class SignInController {
  constructor(private readonly house: House) {}

  @Get('login')
  @Open(OPEN)
  @Header('Content-Type', HTML)
  page(@Query('to') to: unknown): Promise<string> {
    return this.signInPage(null, pageWithin(to));
  }

  @Post('login')
  @Open(OPEN)
  async signIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { login, password, to } = await formBody(request, signInForm);
    await this.answer(
      response,
      (said) => this.signInPage(said, pageWithin(to)),
      async () => {
        const wish = { login, password, from: fromOf(request) };
        const opened = await this.step(request, 'session.open', () =>
          this.house.access.signIn.run(wish),
        );
        await goOn(response, this.house, opened, pageWithin(to));
      },
    );
  }

  @Post('login/demonstration')
  @Open(OPEN)
  async demonstration(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { login } = await formBody(request, demonstrationForm);
    const { demonstration } = this.house.access;
    const opened = await this.step(request, 'session.demonstration', () =>
      demonstration.enter(login, fromOf(request)),
    );
    await goOn(response, this.house, opened, null);
  }

  @Get('login/code')
  @Open(OPEN)
  async code(@Req() request: Request, @Res() response: Response): Promise<void> {
    await sessionAt(this.house, request, ['second-factor']);
    show(response, codePage(null));
  }

  @Post('login/code')
  @Open(OPEN)
  async takeCode(@Req() request: Request, @Res() response: Response): Promise<void> {
    const session = await sessionAt(this.house, request, ['second-factor']);
    const { code } = await formBody(request, codeForm);
    await this.answer(response, codePage, async () => {
      const opened = await this.step(request, 'session.second-factor', () =>
        this.house.access.secondFactor.run(session, code),
      );
      await goOn(response, this.house, opened, null);
    });
  }

  @Get('login/password')
  @Open(OPEN)
  async password(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { stage } = await sessionAt(this.house, request, ['new-password', 'in']);
    show(response, this.passwordPage(null, stage));
  }

  @Post('login/password')
  @Open(OPEN)
  async changePassword(@Req() request: Request, @Res() response: Response): Promise<void> {
    const session = await sessionAt(this.house, request, ['new-password', 'in']);
    const { current, next, again } = await formBody(request, passwordForm);
    await this.answer(
      response,
      (said) => this.passwordPage(said, session.stage),
      async () => {
        refuseUnlike(next, again);
        const opened = await this.step(request, 'session.password', () =>
          this.house.access.password.run(session, current, next),
        );
        await goOn(response, this.house, opened, null);
      },
    );
  }

  @Get('login/factor')
  @Open(OPEN)
  async factor(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { accountId } = await sessionAt(this.house, request, ['enrol', 'in']);
    show(response, await this.enrolPage(null, accountId));
  }

  @Post('login/factor')
  @Open(OPEN)
  async bindFactor(@Req() request: Request, @Res() response: Response): Promise<void> {
    const session = await sessionAt(this.house, request, ['enrol', 'in']);
    const { offer, code } = await formBody(request, factorForm);
    const again = (said: string) => this.enrolPage(said, session.accountId);
    await this.answer(response, again, async () => {
      const { opened, recoveryCodes } = await this.step(request, 'session.enrol', () =>
        this.house.access.enrol.run(session, offer, code),
      );
      giveToken(response, this.house, opened.token);
      show(response, recoveryPage(recoveryCodes, await pageAfter(this.house, opened)));
    });
  }

  @Post('logout')
  @Open(OPEN)
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const open = await openSessionOf(this.house, request);
    if (open) await this.house.access.signOut.run(open.session);
    if (open) await note(this.house, request, 'session.end', open.account.id, { outcome: 'done' });
    takeToken(response, this.house);
    response.redirect(303, '/login');
  }

  @Get('setup')
  @Open(OPEN)
  async setup(@Res() response: Response): Promise<void> {
    const { first, rescue } = this.house.access;
    if ((await first.isMissing()) || (await rescue.isOpen()))
      show(response, this.setupPage(null, NOTHING_GIVEN));
    else response.redirect(303, '/login');
  }

  @Post('setup')
  @Open(OPEN)
  async setUp(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { again, ...wish } = await formBody(request, setupForm);
    await this.answer(
      response,
      (said) => this.setupPage(said, wish),
      async () => {
        refuseUnlike(wish.password, again);
        const { first, rescue } = this.house.access;
        const whole = { ...wish, from: fromOf(request) };
        const opened = await this.step(
          request,
          'session.setup',
          async () => (await rescue.enter(whole)) ?? first.run(whole),
        );
        await goOn(response, this.house, opened, null);
      },
    );
  }

  /** A step of a login, on the trail. */
  private step<T extends OpenedSession | { readonly opened: OpenedSession }>(
    request: Request,
    action: SignInAction,
    step: () => Promise<T>,
  ): Promise<T> {
    return atSignInDoor(this.house, request, action, step);
  }

  /** A fault that a person can mend is said on the page on which it was made. */
  private async answer(
    response: Response,
    again: (said: string) => string | Promise<string>,
    act: () => Promise<void>,
  ): Promise<void> {
    try {
      await act();
    } catch (error) {
      const isTheirs = error instanceof RiskError && error.kind !== 'unavailable';
      if (!isTheirs || response.headersSent) throw error;
      response.status(
        error.kind === 'throttled' ? 429 : error.kind === 'unauthenticated' ? 401 : 422,
      );
      show(response, await again(error.message));
    }
  }

  private async signInPage(fault: string | null, to: string | null): Promise<string> {
    const { demonstration, first, identity } = this.house.access;
    const [offers, isNew] = [await demonstration.offers(), await first.isMissing()];
    return signInPage({
      fault,
      to,
      demonstration: offers,
      isNew,
      platform: identity?.name ?? null,
    });
  }

  private passwordPage(said: string | null, stage: Session['stage']): string {
    return newPasswordPage(said, this.shortest, stage === 'new-password');
  }

  private setupPage(said: string | null, given: SetupGiven): string {
    return setupPage(said, this.shortest, given);
  }

  private async enrolPage(said: string | null, accountId: string): Promise<string> {
    const { accounts, enrol } = this.house.access;
    const account = await accounts.find(accountId);
    if (!account || account.factor) throw new NotFound('已经绑定了动态口令');
    return enrolPage(said, enrol.offer(account));
  }

  private get shortest(): number {
    return this.house.engines.access.password.shortest;
  }
}

function refuseUnlike(next: string, again: string): void {
  if (next !== again) throw new Invalid('两次输入的新口令不一样');
}

function show(response: Response, page: string): void {
  response.type('html').send(page);
}

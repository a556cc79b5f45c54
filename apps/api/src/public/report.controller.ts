import { Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { House } from '@risk/assembly';
import { chinaDay, RiskError } from '@risk/kit';
import { readTip, type Question } from '@risk/tips';
import { formBody } from '../access/form-body.js';
import { fromOf } from '../access/from-of.js';
import { Open } from '../access/permit.js';
import { CSS, HTML } from '../media.js';
import { learnPage } from '../pages/public/learn-page.js';
import type { PublicFrame } from '../pages/public/public-frame.js';
import { PUBLIC_STYLE } from '../pages/public/public-style.js';
import { reportPage } from '../pages/public/report-page.js';
import { sentPage } from '../pages/public/sent-page.js';
import { statusPage, type StatusAnswer } from '../pages/public/status-page.js';
import { statusOf } from '../problem.filter.js';
import { evenly } from './evenly.js';
import { Lanes } from './lanes.js';
import { sentForm, type SentForm } from './sent-form.js';

const OPEN = 'anybody may report, and nobody is asked who he is (article 16 of the Regulation)';
const FIELDS_BYTES = 64 * 1024;
/** Bodies of this size that are held in memory at once. */
const AT_ONCE = 6;
const codeForm = z.object({ code: z.string().max(200) });

/** The pages of citizens: to report, to follow a report, to learn. No account, no cookie, no script. */
@Controller('report')
export class ReportController {
  private readonly lanes = new Lanes(AT_ONCE);

  constructor(private readonly house: House) {}

  @Get()
  @Open(OPEN)
  @Header('Content-Type', HTML)
  @Header('cache-control', 'no-store')
  form(): string {
    return this.draw({}, null, null);
  }

  @Post()
  @Open(OPEN)
  @HttpCode(200)
  async send(@Req() request: Request, @Res() response: Response): Promise<void> {
    let sent: SentForm = { fields: {}, files: [] };
    response.setHeader('cache-control', 'no-store');
    try {
      this.house.tips.gate.refuseFlood(fromOf(request));
      sent = await this.lanes.run(() => sentForm(request, this.mostBytes));
      show(response, await this.taken(sent, request, response));
    } catch (error) {
      // Refused before it was read: it is read to its end all the same, or the sender would never see the answer.
      request.resume();
      this.mend(response, sent.fields, error);
    }
  }

  @Get('status')
  @Open(OPEN)
  @Header('Content-Type', HTML)
  status(): string {
    return statusPage(this.frame, null);
  }

  @Post('status')
  @Open(OPEN)
  @HttpCode(200)
  async ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    try {
      const { code } = await formBody(request, codeForm);
      show(response, statusPage(this.frame, await evenly(this.answerTo(code, fromOf(request)))));
    } catch (error) {
      const status = statusOf(error);
      if (status >= 500) throw error;
      response.status(status);
      show(response, statusPage(this.frame, { fault: faultOf(error, status) }));
    }
  }

  @Get('learn')
  @Open(OPEN)
  @Header('Content-Type', HTML)
  learn(): string {
    return learnPage(this.frame);
  }

  @Get('style.css')
  @Open(OPEN)
  @Header('Content-Type', CSS)
  style(): string {
    return PUBLIC_STYLE;
  }

  /** The page after a report was taken, or the form with what has to be answered first. */
  private async taken(
    { fields, files }: SentForm,
    request: Request,
    response: Response,
  ): Promise<string> {
    const { gate, take } = this.house.tips;
    const tip = readTip(fields, this.regionCodes, this.house.clock.now());
    const { form = '', homepage: trap = '', question = '', answer = '' } = fields;
    const admitted = gate.admit({ form, trap, question, answer }, fromOf(request));
    if ('form' in admitted)
      return sentPage(this.frame, await take.run({ form: admitted.form, tip, files }));
    response.status(422);
    return this.draw(fields, null, admitted.ask);
  }

  /** What was filled in comes back with what is wrong: nobody writes it twice. */
  private mend(response: Response, sent: SentForm['fields'], error: unknown): void {
    const status = statusOf(error);
    const isKnown = error instanceof RiskError || status < 500;
    if (!isKnown) throw error;
    if (status >= 500)
      this.house.log.error('a report could not be taken', { error: String(error) });
    // A form that brought a report already brings no other.
    const form =
      error instanceof RiskError && error.kind === 'conflict' ? '' : (sent['form'] ?? '');
    response.status(status);
    show(response, this.draw({ ...sent, form }, faultOf(error, status), null));
  }

  private async answerTo(code: string, from: string | null): Promise<StatusAnswer> {
    const state = await this.house.tips.ask.run(code, from);
    return state === null ? { unknown: true } : { state };
  }

  private draw(sent: SentForm['fields'], fault: string | null, question: Question | null): string {
    const { tips, engines, clock } = this.house;
    const form = tips.forms.sameOrNew(sent['form'] ?? '');
    const { regions } = engines.routing;
    return reportPage(this.frame, {
      ...{ form, sent, fault, question, files: tips.policy.files },
      ...{ regions: regions.counties, today: chinaDay(clock.now()) },
    });
  }

  private get frame(): PublicFrame {
    const { engines, tips } = this.house;
    return { city: engines.routing.regions.city.name, hotlines: tips.policy.hotlines };
  }

  private get regionCodes(): ReadonlySet<string> {
    return new Set(this.house.engines.routing.regions.counties.map(({ code }) => code));
  }

  private get mostBytes(): number {
    const { most, eachBytes } = this.house.tips.policy.files;
    return most * eachBytes + FIELDS_BYTES;
  }
}

const TOO_BIG = '附件太大，请减少或者压缩之后再提交';
const faultOf = (error: unknown, status: number): string => {
  if (error instanceof RiskError) return error.message;
  return status === 413 ? TOO_BIG : '提交没有成功，请再试一次';
};

function show(response: Response, page: string): void {
  response.type('html').send(page);
}

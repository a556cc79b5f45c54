import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RiskError, type ErrorKind, type Log } from '@risk/kit';
import { pageWithin, STAGE_PAGES } from './access/where-to.js';
import { problemPage } from './pages/problem-page.js';
import { questionFaults } from './question-faults.js';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unreadable: 400,
  'not-found': 404,
  conflict: 409,
  forbidden: 403,
  unavailable: 503,
  unauthenticated: 401,
  throttled: 429,
};

const TITLES: Readonly<Record<number, string>> = {
  400: '请求无法识别',
  401: '需要登录',
  403: '没有权限',
  404: '没有找到',
  405: '不支持这样的请求',
  409: '与现有的情况冲突',
  413: '内容过大',
  415: '不支持这种内容',
  422: '内容不符合要求',
  429: '请求过于频繁',
  503: '暂时不可用，请稍后重试',
};

/** How programs show who they are (RFC 6750); people sign in on a page. */
const CHALLENGE = 'Bearer realm="risk"';

/** The only place that turns failures into HTTP (RFC 9457); inner details never leave the house. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const status = statusOf(error);
    if (status >= 500) this.log.error('request failed', { error: String(error) });
    if (response.headersSent) {
      response.end();
      return;
    }
    const request = host.switchToHttp().getRequest<Request>();
    const isPage = wantsPage(request);
    if (status === 401 && isPage) {
      response.redirect(303, signInFrom(error, request));
      return;
    }
    if (status === 401) response.setHeader('WWW-Authenticate', CHALLENGE);
    if (status === 429) response.setHeader('Retry-After', String(secondsOf(error)));
    response.status(status);
    const [title, detail] = [titleOf(status), detailOf(error, status, request.method)];
    if (isPage) response.type('html').send(problemPage(title, detail));
    else
      response
        .type('application/problem+json')
        .send({ type: 'about:blank', title, status, detail });
  }
}

/** People with a browser read pages; programs, and whoever does not say, read JSON. */
const wantsPage = (request: Request): boolean =>
  !request.path.startsWith('/api/') && request.accepts(['json', 'html']) === 'html';

/** The page on which the login goes on; afterwards it leads back to what was asked for. */
function signInFrom(error: unknown, { method, originalUrl }: Request): string {
  const stage = error instanceof RiskError ? error.facts['stage'] : null;
  if (typeof stage === 'string' && stage in STAGE_PAGES)
    return STAGE_PAGES[stage as keyof typeof STAGE_PAGES];
  const to = method === 'GET' ? pageWithin(originalUrl) : null;
  return to === null || to === '/' ? '/login' : `/login?to=${encodeURIComponent(to)}`;
}

/** The HTTP status of a failure. */
export function statusOf(error: unknown): number {
  if (error instanceof RiskError) return STATUS[error.kind];
  if (error instanceof HttpException) return error.getStatus();
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  // The sender hung up in the middle of its body: nobody's fault here, and nobody reads the answer.
  if (code === 'ECONNRESET') return 400;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function detailOf(error: unknown, status: number, method: string): string {
  const faults = method === 'GET' ? questionFaults(error) : null;
  if (faults !== null) return faults;
  if (error instanceof RiskError) return error.message;
  return status === 500 ? '服务内部错误，已记入日志' : titleOf(status);
}

const USUAL_WAIT = 60;

/** After how many seconds it makes sense to try again. */
function secondsOf(error: unknown): number {
  const wait = error instanceof RiskError ? error.facts['retryAfter'] : null;
  return typeof wait === 'number' ? Math.max(1, Math.ceil(wait / 1000)) : USUAL_WAIT;
}

const titleOf = (status: number): string =>
  TITLES[status] ?? (status < 500 ? '请求有误' : '内部错误');

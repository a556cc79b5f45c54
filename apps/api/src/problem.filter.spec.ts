import {
  ImATeapotException,
  NotFoundException,
  PayloadTooLargeException,
  type ArgumentsHost,
} from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  Conflict,
  Forbidden,
  Invalid,
  NotFound,
  Throttled,
  Unauthenticated,
  Unavailable,
  Unreadable,
} from '@risk/kit';
import { FakeLog } from '../../../libs/kit/src/testing/fake-log.js';
import { ProblemFilter } from './problem.filter.js';

interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

/** An answer that remembers what was sent. */
class FakeResponse {
  headersSent = false;
  sent: Problem | null = null;
  page: string | null = null;
  ended = false;
  code = 200;
  media = '';
  readonly headers: Record<string, string> = {};

  status(code: number): this {
    this.code = code;
    return this;
  }
  type(media: string): this {
    this.media = media;
    return this;
  }
  setHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(answer: Problem | string): void {
    if (typeof answer === 'string') this.page = answer;
    else this.sent = answer;
  }
  redirected: [number, string] | null = null;
  redirect(code: number, to: string): void {
    this.redirected = [code, to];
  }
  end(): void {
    this.ended = true;
  }
}

/** Whoever asks, for what, and what it would rather read. */
const asking = (path: string, reads: 'json' | 'html') => ({
  ...{ path, originalUrl: path, method: 'GET' },
  accepts: () => reads,
});

function translate(
  error: unknown,
  response = new FakeResponse(),
  request = asking('/alerts/7', 'json'),
) {
  const log = new FakeLog();
  const http = { getResponse: () => response, getRequest: () => request };
  const host = { switchToHttp: () => http };
  new ProblemFilter(log).catch(error, host as unknown as ArgumentsHost);
  return { response, log };
}

describe('a failure', () => {
  const SAID = '字段 targets[0].phone 不是电话号码';
  it.each<[string, unknown, number, string]>([
    ['of content', new Invalid(SAID), 422, SAID],
    ['of form', new Unreadable(SAID), 400, SAID],
    ['to find', new NotFound(SAID), 404, SAID],
    ['of timing', new Conflict(SAID), 409, SAID],
    ['of permission', new Forbidden(SAID), 403, SAID],
    ['of measure', new Throttled(SAID), 429, SAID],
    ['that passes', new Unavailable(SAID), 503, SAID],
    ['of the frame to find a path', new NotFoundException('Cannot GET /x'), 404, '没有找到'],
    ['of size', new PayloadTooLargeException(), 413, '内容过大'],
    ['without a word of its own', new ImATeapotException('short and stout'), 418, '请求有误'],
    [
      'of a path (from the router)',
      Object.assign(new URIError('%E0'), { status: 400 }),
      400,
      '请求无法识别',
    ],
  ])('%s is told', (_name, error, status, detail) => {
    const { response, log } = translate(error);
    expect(response).toMatchObject({ code: status, media: 'application/problem+json' });
    expect(response.sent).toMatchObject({ type: 'about:blank', status, detail });
    expect(response.sent?.title).toMatch(/[\u4e00-\u9fff]/);
    expect(response.sent?.title === '内部错误').toBe(false);
    expect(log.lines).toHaveLength(status >= 500 ? 1 : 0);
  });

  it.each([
    new TypeError('cannot read password of undefined'),
    new Error('relation "secret" does not exist'),
    Object.assign(new Error('proxied secret'), { status: 502 }),
    'a bare secret text',
    null,
    undefined,
  ])('nobody foresaw (%p) keeps its details inside and wakes a person', (error) => {
    const { response, log } = translate(error);
    expect(response.sent).toMatchObject({ status: 500, title: '内部错误' });
    expect(JSON.stringify(response.sent)).not.toMatch(/secret|password|relation/);
    expect(log.lines).toEqual([
      { level: 'error', sentence: 'request failed', facts: { error: String(error) } },
    ]);
  });

  it('of a question is told by what its parts are called; of a form by what its fields are called', () => {
    const faults = [{ path: 'limit', says: '不能大于 200' }];
    const error = new Invalid('limit：不能大于 200', { faults });
    const posted = { ...asking('/api/alerts', 'json'), method: 'POST' };
    expect(translate(error).response.sent?.detail).toBe('每页行数（limit）：不能大于 200');
    expect(translate(error, new FakeResponse(), posted).response.sent?.detail).toBe(
      'limit：不能大于 200',
    );
  });

  it('of a sender who hung up wakes nobody', () => {
    const { log } = translate(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    expect(log.lines).toEqual([]);
  });

  it('to say who is there tells programs how', () => {
    expect(translate(new Unauthenticated('请先登录')).response).toMatchObject({
      code: 401,
      headers: { 'WWW-Authenticate': 'Bearer realm="risk"' },
      sent: { title: '需要登录', detail: '请先登录' },
    });
    expect(translate(new Forbidden('不行')).response.headers).toEqual({});
  });

  it.each<[string, string | null, string]>([
    ['/alerts/7?x=1', null, '/login?to=%2Falerts%2F7%3Fx%3D1'],
    ['/', null, '/login'],
    ['//evil.example/', null, '/login'],
    ['/alerts/7', 'second-factor', '/login/code'],
    ['/alerts/7', 'new-password', '/login/password'],
    ['/alerts/7', 'enrol', '/login/factor'],
  ])('to say who is there leads a reader of %s at the stage %p to %s', (path, stage, to) => {
    const error = new Unauthenticated('请先登录', { stage });
    const { response } = translate(error, new FakeResponse(), asking(path, 'html'));
    expect(response.redirected).toEqual([303, to]);
  });

  it.each<[string, 'json' | 'html', boolean]>([
    ['/alerts/7', 'html', true],
    ['/alerts/7', 'json', false],
    ['/api/alerts/7', 'html', false],
  ])('on %s, to somebody who reads %s, is a page: %s', (path, reads, isPage) => {
    const error = new NotFound('没有这条预警 <7>');
    const { response } = translate(error, new FakeResponse(), asking(path, reads));
    expect(response.code).toBe(404);
    expect(response.page?.includes('没有这条预警 &lt;7&gt;') ?? false).toBe(isPage);
    expect(response.sent?.detail === '没有这条预警 <7>').toBe(!isPage);
  });

  it('in the middle of an answer only ends it', () => {
    const half = Object.assign(new FakeResponse(), { headersSent: true });
    const { response, log } = translate(new Error('broken'), half);
    expect(response).toMatchObject({ ended: true, sent: null });
    expect(log.lines).toHaveLength(1);
  });
});

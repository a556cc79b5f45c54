import type { ExecutionContext } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { DoorGuard } from './door.guard.js';

const TOKEN = 'a-token-of-sixteen-signs';

/** Knocks at the door and says what happened: let in, 401 or 403. */
function knock(
  headers: Readonly<Record<string, string>>,
  { token = null as string | null, path = '/api/overview' } = {},
): 'in' | 401 | 403 {
  const request = { path, headers: { host: 'localhost:3000', ...headers } };
  const context = { switchToHttp: () => ({ getRequest: () => request }) };
  try {
    return new DoorGuard(token).canActivate(context as unknown as ExecutionContext) ? 'in' : 403;
  } catch (error) {
    const { kind, status } = error as { kind?: string; status?: number };
    return kind === 'forbidden' ? 403 : (status as 401);
  }
}

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('without a token', () => {
  it.each<[string, 'in' | 403]>([
    ['localhost', 'in'],
    ['localhost:3000', 'in'],
    ['LocalHost:3000', 'in'],
    ['127.0.0.1:3000', 'in'],
    ['[::1]:3000', 'in'],
    ['10.0.0.5:3000', 403],
    ['risk.example.cn', 403],
    ['localhost.evil.example:3000', 403],
    ['127.0.0.1.evil.example', 403],
    ['evil.example#localhost', 403],
    ['', 403],
  ])('the host %s (against DNS rebinding): %s', (host, answer) => {
    expect(knock({ host })).toBe(answer);
  });
});

describe('with a token', () => {
  it.each<[string, string, 'in' | 401]>([
    ['shown as bearer', `Bearer ${TOKEN}`, 'in'],
    ['shown in any case of the scheme', `bEARER ${TOKEN}`, 'in'],
    ['shown as the password, whatever the user', basic(`anyone:${TOKEN}`), 'in'],
    ['shown as the password of nobody', basic(`:${TOKEN}`), 'in'],
    ['not shown', '', 401],
    ['wrong', 'Bearer another-token-altogether', 401],
    ['cut short', `Bearer ${TOKEN.slice(0, -1)}`, 401],
    ['with something behind it', `Bearer ${TOKEN}x`, 401],
    ['shown as the user name', basic(`${TOKEN}:x`), 401],
    ['shown under an unknown scheme', `Token ${TOKEN}`, 401],
    ['shown as broken base64', 'Basic %%%', 401],
    ['empty as bearer', 'Bearer ', 401],
  ])('%s', (_name, authorization, answer) => {
    expect(knock({ authorization }, { token: TOKEN })).toBe(answer);
  });

  it('any host may be asked', () => {
    const headers = { host: 'risk.example.cn', authorization: `Bearer ${TOKEN}` };
    expect(knock(headers, { token: TOKEN })).toBe('in');
  });
});

describe('pages of others', () => {
  it.each<[string, Readonly<Record<string, string>>, 'in' | 403]>([
    ['our own page', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, 'in'],
    ['a typed address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, 'in'],
    ['a link followed', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 'in'],
    ['a foreign script', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, 403],
    ['a foreign picture', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['another port of ours', { origin: 'http://localhost:4000' }, 403],
    ['an origin that only ends like ours', { origin: 'http://not-localhost:3000' }, 403],
    ['an origin that hides', { origin: 'null' }, 403],
    [
      'a foreign form that navigates',
      { origin: 'https://evil.example', 'sec-fetch-mode': 'navigate' },
      403,
    ],
    ['a program, which tells none of this', {}, 'in'],
  ])('%s', (_name, headers, answer) => {
    expect(knock(headers)).toBe(answer);
    expect(knock({ ...headers, authorization: `Bearer ${TOKEN}` }, { token: TOKEN })).toBe(answer);
  });
});

describe('what answers to everybody', () => {
  it.each([
    ['/api/health', 'in'],
    ['/api/health/live', 'in'],
    ['/api/health/other', 401],
    ['/api/healthy', 401],
    ['/', 401],
    ['/style.css', 'in'],
    [`/read/9/${'a'.repeat(24)}`, 'in'],
    [`/read/9/${'a'.repeat(23)}`, 401],
    [`/read/9/${'a'.repeat(24)}/more`, 401],
    [`/read/x/${'a'.repeat(24)}`, 401],
    [`/bulletins/read/9/${'a'.repeat(24)}`, 401],
  ])('%s: %s', (path, answer) => {
    expect(knock({ host: 'elsewhere.example' }, { token: TOKEN, path })).toBe(answer);
  });

  it('a receipt, but not to the pages of others', () => {
    const path = `/read/9/${'a'.repeat(24)}`;
    expect(knock({ origin: 'https://evil.example' }, { token: TOKEN, path })).toBe(403);
  });
});

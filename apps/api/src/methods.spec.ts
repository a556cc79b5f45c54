import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDoors, type OpenDoors } from './testing/open-doors.js';

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

const ask = (method: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
  doors.ask(path, { method, as: null, headers, ...(method === 'POST' ? { body: '{}' } : {}) });
const problem = { type: 'about:blank' };

describe('what no door does', () => {
  it.each<[string, string, string]>([
    ['DELETE', '/api/alerts', 'GET, HEAD, OPTIONS'],
    ['PUT', '/api/alerts/7', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/health', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/feeds/complaint', 'OPTIONS, POST'],
    ['PATCH', '/api/session', 'DELETE, GET, HEAD, OPTIONS, POST'],
    ['PUT', '/report', 'GET, HEAD, OPTIONS, POST'],
  ])('%s %s is told what may be done there', async (method, path, allow) => {
    const answer = await ask(method, path);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    expect(answer.json).toMatchObject({ ...problem, status: 405, title: '不支持这样的请求' });
  });

  it('is told to whoever asks, and to no other site', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await ask('OPTIONS', '/api/alerts', headers);
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
  });

  it('is nothing where there is nothing', async () => {
    for (const method of ['GET', 'POST', 'OPTIONS', 'DELETE']) {
      const answer = await ask(method, '/api/nope');
      expect([method, answer.status]).toEqual([method, 404]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.json).toMatchObject({ ...problem, status: 404, title: '没有找到' });
    }
  });

  it.each([
    ['POST', '/api/sources/%00/mapping/removal'],
    ['GET', '/api/alerts/1%00'],
    ['GET', '/api/editions/%00/difference'],
  ])('is at an address with NUL: %s %s', async (method, path) => {
    const answer = await ask(method, path);
    const detail = '没有这个地址：里面有空字符';
    expect(answer.json).toMatchObject({ ...problem, status: 404, detail });
  });

  it('is unwrapping a body', async () => {
    const answer = await ask('POST', '/api/feeds/complaint', { 'content-encoding': 'gzip' });
    expect(answer.json).toMatchObject({ ...problem, status: 415, title: '不支持这种内容' });
  });
});

describe('a head', () => {
  it('is asked for like the whole', async () => {
    const { status, text } = await raw('HEAD', '/api/health');
    expect([status, text]).toEqual([200, '']);
  });
});

/** Asks without what fetch adds or refuses. */
function raw(
  method: string,
  path: string,
): Promise<{ status: number; headers: object; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${doors.url}${path}`, { method }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        const { statusCode = 0, headers } = answer;
        resolve({ status: statusCode, headers, text: Buffer.concat(pieces).toString('utf8') });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('every answer', () => {
  const ways: readonly (readonly [string, string])[] = [
    ['GET', '/api/health'],
    ['GET', '/api/alerts'],
    ['GET', '/api/nope'],
    ['DELETE', '/api/alerts'],
    ['TRACE', '/api/alerts'],
    ['GET', '/login'],
    ['GET', '/'],
    ['GET', '/nope'],
    ['GET', '/%E0%A4%A'],
    ['POST', '/api/session'],
    ['GET', '/report'],
    ['GET', '/style.css'],
  ];
  it.each(ways)(
    'is guarded by its headers and tells nothing of the inside: %s %s',
    async (...way) => {
      const { status, headers, text } = await raw(...way);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d+|Error:/);
    },
  );
});

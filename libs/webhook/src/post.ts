import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Milliseconds } from '@risk/kit';

/** What came of posting a body. `sent`: the request may have reached the other side. */
export type Posted =
  | { readonly status: number; readonly answer: string }
  | { readonly broke: string; readonly sent: boolean };

/** What to post, and how long to wait for all of it. */
export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly limit: Milliseconds;
}

/** Of an answer no more is read, and no more kept. */
const MOST_READ = 64 * 1024;
const MOST_QUOTED = 200;

/** Posts once: no redirect is followed, no connection kept. */
export function post({ url, headers, body, limit }: Posting): Promise<Posted> {
  return new Promise((resolve) => {
    const target = new URL(url);
    const secure = target.protocol === 'https:';
    let sent = false;
    const request = (secure ? httpsRequest : httpRequest)(target, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    });
    const timer = setTimeout(() => {
      request.destroy(new Error(`${limit / 1000} 秒内没有答复`));
    }, limit);
    const end = (posted: Posted): void => {
      clearTimeout(timer);
      request.destroy();
      resolve(posted);
    };
    request.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => (sent = true));
    });
    request.on('error', (error) => {
      end({ broke: error.message, sent });
    });
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      let answer = '';
      let read = 0;
      const done = (): void => {
        end({ status, answer });
      };
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        read += text.length;
        answer = (answer + text).slice(0, MOST_QUOTED);
        if (read >= MOST_READ) done();
      });
      response.on('end', done);
      response.on('error', done);
      response.on('close', done);
    });
    request.end(body);
  });
}

import type { Request } from 'express';
import { Forbidden } from '@risk/kit';
import { isOwnMachine } from './own-machine.js';

const LOOPBACK_HOSTS = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const PROXY_HEADERS = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'] as const;

/** Refuses what pages of others send: with the cookie that the browser adds, it would be the person's word. */
export function refuseForeignPages({ headers }: Request): void {
  const site = headers['sec-fetch-site'];
  const crossSite = site === 'cross-site' || site === 'same-site';
  const foreign =
    headers.origin !== undefined && !headers.origin.endsWith(`//${headers.host ?? ''}`);
  if ((crossSite && headers['sec-fetch-mode'] !== 'navigate') || foreign)
    throw new Forbidden('不接受其他网站发来的请求');
}

/** A program of this very machine, and no page in a browser: by its socket, the name it called (against DNS rebinding) and what browsers add. */
export function isOwnProgram({ headers, socket }: Request): boolean {
  const isBrowser = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
  // What a proxy on this machine passes on comes from elsewhere.
  const isPassedOn = PROXY_HEADERS.some((name) => headers[name] !== undefined);
  return (
    !isBrowser &&
    !isPassedOn &&
    isOwnMachine(socket.remoteAddress ?? '') &&
    LOOPBACK_HOSTS.test(headers.host ?? '')
  );
}
